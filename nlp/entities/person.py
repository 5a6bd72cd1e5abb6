"""People: "liệt sĩ Nguyễn Văn A", "chú Bảy Đờn", "tôi là …", a name that signs.

What is a name in a story of the fallen a model says that read many (``naming``). Rules
read answers of a few words and what tells of other things (``spotting``): a family name
with capitals, whatever stands behind a title ("đ/c", "thằng"), a middle name, a list.
``norm`` is the name in title case and nothing is guessed: marks stay as written.
``role`` says whose name it is: martyr, witness, relative, other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.entity import Entity, Kind, Span
from nlp.lexicon import Lexicon
from nlp.people import highland, names, namesakes, naming, spotting, whose
from nlp.people.titles import Title, title_before
from nlp.roles.telling import Story
from nlp.text import MASKS, Text

KIND = Kind.PERSON
TURN: int | None = 7
FEWEST = 12  # words of a story

JOINED = re.compile(
    rf"(?: ?\([^()\n]{{0,60}}\)|[ ,]{{0,3}}[{MASKS}]{{1,60}})?"
    r"(?: {0,2}[,;+/&] {0,2}(?:va )?| (?:va|voi|cung) )"
    r"(?:(?:anh|chi|ong|ba|chu|bac|co|cau|thang|dong chi|d/c|cu) )?"
)
# "anh Hải con bà Nụ": between a child and who bore it.
CHILD_OF = re.compile(
    r",? (?:la )?con(?: trai| ca| ut)?(?: cua)?(?: ca)? (?:(?:ong|ba|cu|me|ma|bo|di|bac|co|vo chong)(?: cu)? ){1,2}"
)
DEATH = re.compile(
    r"\b(?:hy sinh|hi sinh|h sinh|liet si|liet sy|ls|hs|chon|mo|chet|hai cot|bo doi|bd|tu tran"
    r"|nam lai|bao tu|nghia trang|ntls|tnxp|chien truong|mat tran|nhap ngu|nn|tong quan|xuong|mat"
    r"|du kich|giai phong|chong my|khang chien|danh my|bo hai|nam dat|nam mo|ccb|cuu chien binh"
    r"|dong doi|don vi|dv|linh|nam xuong|nga xuong|giay bao|di b|hom tho|quy tap|bia|bo hai|bom vui|(?:trung|bi) (?:dan|bom|phao|min|ban|phuc)"
    r"|chien s[iy]|tram phau|nga tu|sap ham)\b"
    rf"|[{Kind.UNIT.mask}{Kind.RANK.mask}{Kind.BURIAL.mask}]"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name, by words and by characters of ``plain``."""

    words: Span
    span: Span
    title: Title | None
    folded: str

    @classmethod
    def at(cls, text: Text, words: Span, title: Title | None) -> "Named":
        span = text.words[words[0]].start, text.words[words[1] - 1].end
        return cls(words, span, title, text.plain[slice(*span)])

    @classmethod
    def over(cls, text: Text, span: Span, lexicon: Lexicon) -> "Named":
        """The name at these characters, with the title before it."""
        words = text.word_at(span[0]), text.word_at(span[1])
        title = title_before(text, lexicon, words[0])
        return cls(words, span, title, text.plain[slice(*span)])

    @property
    def given(self) -> str:
        return self.folded.split()[-1]

    @property
    def is_short(self) -> bool:
        """Is it a given name alone, as people go on to call somebody?"""
        return self.words[1] - self.words[0] == 1

    @property
    def house(self) -> str:
        """Family and middle name, but for those that half of the country has."""
        *before, _ = self.folded.split()
        is_common = len(before) < 2 or before[-1] in ("van", "thi")
        return "" if is_common else " ".join(before)


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    is_of_death = DEATH.search(text.plain) is not None
    story = Story.of(text, lexicon, is_of_death)
    if len(text.words) < FEWEST or not is_of_death:
        spotted = spotting.spotted(text, lexicon, is_of_death)
        named = [Named.at(text, words, title) for words, title in spotted]
    else:
        named = [
            Named.over(text, span, lexicon)
            for span in naming.named(text, lexicon, is_of_death)
            if text.word_at(span[0]) < text.word_at(span[1])  # letters of no word
        ]
    if highland.SIGN in text.plain:
        named = _with_highland(text, lexicon, named)
    named = [one for one in named if not namesakes.is_one(text, one.span)]
    for one, role in zip(named, _roles(text, named, story), strict=True):
        yield _entity(text, one, role)


def _with_highland(text: Text, lexicon: Lexicon, named: Sequence[Named]) -> list[Named]:
    """The names, and those with an apostrophe in place of what was read of them."""
    known = {n for one in named for n in range(*one.words)}
    several = [
        words
        for words in highland.named(text, lexicon)
        if not known.issuperset(range(*words))
    ]
    taken = {n for words in several for n in range(*words)}
    kept = [one for one in named if taken.isdisjoint(range(*one.words))]
    more = (Named.at(text, w, title_before(text, lexicon, w[0])) for w in several)
    return sorted([*kept, *more], key=lambda one: one.words)


def _roles(text: Text, named: Sequence[Named], story: Story) -> list[str]:
    """Whose each name is; one of a list is who its neighbours are."""
    roles: list[str] = []
    known: dict[str, str] = {}
    default = "martyr" if story.is_of_death else "other"
    for n, one in enumerate(named):
        is_alias = n > 0 and one.title is not None and one.title.role == "alias"
        role = roles[-1] if is_alias else _said(text, named, n, story)
        if n and roles[-1] == "martyr" and _is_parent(text, named, n):
            role = "relative"
        if role is None and n and _is_joined(text, named, n):
            role = roles[-1]
        role = role or known.get(one.folded)
        if role is None and one.is_short:
            role = known.get(one.given)
        role = role or whose.told(
            text, one.span, one.title, story, _limit(text, named, n)
        )
        if role is None and n + 1 < len(named) and _is_joined(text, named, n + 1):
            role = _said(text, named, n + 1, story) or _told(text, named, n + 1, story)
        is_elder = whose.is_elder(text, one.span)
        roles.append(role or ("witness" if is_elder else default))
        known.setdefault(one.folded, roles[-1])
        known.setdefault(one.given, roles[-1])
    return _of_family(named, roles)


def _of_family(named: Sequence[Named], roles: Sequence[str]) -> list[str]:
    """Who tells it and is called like the fallen man, but for the last word, is his kin."""
    told = list(zip(named, roles, strict=True))
    houses = {one.house for one, role in told if role == "martyr"} - {""}
    return [
        "relative" if role == "witness" and one.house in houses else role
        for one, role in told
    ]


def _said(text: Text, named: Sequence[Named], n: int, story: Story) -> str | None:
    one = named[n]
    return whose.plainly(text, one.span, one.title, story, _limit(text, named, n))


def _told(text: Text, named: Sequence[Named], n: int, story: Story) -> str | None:
    one = named[n]
    return whose.told(text, one.span, one.title, story, _limit(text, named, n))


def _limit(text: Text, named: Sequence[Named], n: int) -> int:
    """Where the next name begins."""
    return named[n + 1].span[0] if n + 1 < len(named) else len(text.plain)


def _is_joined(text: Text, named: Sequence[Named], n: int) -> bool:
    """Does only a comma or "và" stand before it and the name before it?"""
    return (
        JOINED.fullmatch(text.plain, named[n - 1].span[1], named[n].span[0]) is not None
    )


def _is_parent(text: Text, named: Sequence[Named], n: int) -> bool:
    return (
        CHILD_OF.fullmatch(text.plain, named[n - 1].span[1], named[n].span[0])
        is not None
    )


def _entity(text: Text, one: Named, role: str) -> Entity:
    first, end = one.words
    score = 0.9 if one.title and end - first > 1 else 0.8 if end - first > 2 else 0.6
    name = names.spelled(text, first, end - first)
    name += text.plain[text.words[end - 1].end : one.span[1]]  # Dũng "cối"
    return Entity.spot(KIND, text, one.span, name, role, score)
