"""A form of a date: what it looks like, which word it opens with, what stands before."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nlp.dates import dateparts as of
from nlp.entity import Span

FIGURES, FOUR = "0", "0000"  # four of them are a year
NAME = re.compile(r"(?<=\(\?P<)[a-z_]+(?=>)")
NAMED = r"\g<0>"

Told = tuple[tuple[str, str], ...]  # names of groups and what they hold


@dataclass(frozen=True, slots=True)
class Form:
    """``after``: words of which one must stand before; ``shies``: none of which may."""

    opens: tuple[str, ...]
    lead: str
    pattern: str
    score: float
    after: frozenset[str]
    shies: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A form where it stands."""

    form: Form
    match: re.Match[str]  # of all forms
    groups: Mapping[str, int]  # of this one

    @property
    def span(self) -> Span:
        return self.match.span(self.groups["date"])

    @property
    def told(self) -> Told:
        held = [(name, self.match[group]) for name, group in self.groups.items()]
        return tuple([(name, written) for name, written in held if written])

    def start(self, name: str) -> int:
        return self.match.start(self.groups[name])


@dataclass(frozen=True, slots=True)
class Forms:
    """Those that open with one word, and a pattern that tries them all at once."""

    several: tuple[Form, ...]
    pattern: re.Pattern[str]
    groups: tuple[Mapping[str, int], ...]
    dates: tuple[int, ...]  # which group is the date

    @classmethod
    def of(cls, several: tuple[Form, ...]) -> "Forms":
        looks: defaultdict[str, str] = defaultdict(str)
        for n, form in enumerate(several):
            looks[form.lead] += f"(?={NAME.sub(rf'{NAMED}_{n}', form.pattern)}|)"
        led = [f"(?={lead}{behind}|)" for lead, behind in looks.items()]
        pattern = re.compile("".join(led))
        groups = tuple(
            {
                name: pattern.groupindex[f"{name}_{n}"]
                for name in NAME.findall(form.pattern)
            }
            for n, form in enumerate(several)
        )
        return cls(several, pattern, groups, tuple(one["date"] for one in groups))

    def at(self, plain: str, start: int) -> Sequence[Found]:
        """Those that stand here."""
        match = self.pattern.match(plain, start)
        if match is None or match.lastindex is None:  # most of the time
            return ()
        written = ("", *match.groups())
        return [
            Found(self.several[n], match, self.groups[n])
            for n, date in enumerate(self.dates)
            if written[date] is not None
        ]


def form(
    opens: str,
    date: str,
    score: float = 1.0,
    after: frozenset[str] = frozenset(),
    shies: frozenset[str] = frozenset(),
    lead: str = of.OPEN,
    close: str = of.CLOSE,
) -> Form:
    pattern = f"(?P<date>{date}){close}"
    return Form(tuple(opens.split()), lead, pattern, score, after, shies)
