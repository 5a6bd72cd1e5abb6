"""Annotated tips as people write them down: `[words](KIND role = norm @ codes)`.

One tip is one line, `\\n` in it a line break; lines that begin with `#` say who writes so.
`KIND?` may be missed at no cost. A norm left out is what is written, `-` is none. Only a
BURIAL may hold other brackets. `codes` are today's provinces or communes, one of which
is meant. Offsets are characters of the NFC text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nlp.entity import Entity, Kind
from nlp.text import clean

HOME = Path(__file__).parent
SETS = ("heldout", "dev")
ROLES: dict[Kind, frozenset[str]] = {
    Kind.PERSON: frozenset({"martyr", "witness", "relative", "other"}),
    Kind.PLACE: frozenset({"hometown", "death", "burial", "residence", "other"}),
    Kind.DATE: frozenset({"born", "enlisted", "died", "other"}),
}
NORMS: dict[Kind, re.Pattern[str]] = {
    Kind.DATE: re.compile(r"\d{4}(-\d\d(-\d\d)?)?|--\d\d-\d\d"),
    Kind.COORD: re.compile(r"-?\d{1,2}(\.\d+)?, ?\d{1,3}(\.\d+)?"),
    Kind.PHONE: re.compile(r"\+\d{8,15}"),
}
CODES = re.compile(r"\d\d|\d{5}|LA|KH")
TAG = re.compile(
    r"\((?P<kind>[A-Z]+)(?P<optional>\?)?(?: (?P<role>[a-z]+))?"
    r"(?: = (?P<norm>[^@()]*(?:\([^()]*\)[^@()]*)*?))?(?: @ ?(?P<codes>[\w, ]+))?\)"
)
BRACKET = re.compile(r"[\[\]]")


class MarkupError(ValueError):
    """A line that is not marked up as it should be; says where and why."""


@dataclass(frozen=True, slots=True)
class Gold:
    """What a person reads there. `codes`: it lies in one of these, none if unsure."""

    kind: Kind
    start: int
    end: int
    norm: str | None = None
    role: str | None = None
    codes: frozenset[str] = frozenset()
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Tip:
    """`name` says where it stands: file and line."""

    name: str
    text: str
    gold: tuple[Gold, ...]

    def words(self, gold: Gold | Entity) -> str:
        return self.text[gold.start : gold.end]


def tips(which: str) -> list[Tip]:
    """All tips of a set, in the order of their files."""
    return [tip for path in paths(which) for tip in load(path)]


def ordinary() -> list[Tip]:
    """The messages in which nothing should be found."""
    return [
        Tip(f"{path.stem}:{number}", clean(unescaped(line)), ())
        for path in paths("ordinary")
        for number, line in _lines(path)
    ]


def paths(which: str) -> list[Path]:
    return sorted((HOME / which).glob("*.txt"))


def load(path: Path) -> Iterator[Tip]:
    for number, line in _lines(path):
        try:
            yield parse(line, f"{path.stem}:{number}")
        except MarkupError as error:
            raise MarkupError(f"{path}:{number}: {error}") from None


def parse(line: str, name: str = "") -> Tip:
    """The tip of one line."""
    line = clean(unescaped(line))
    plain: list[str] = []
    opened: list[int] = []
    gold: list[Gold] = []
    at = length = 0
    for bracket in BRACKET.finditer(line):
        if bracket.start() < at:
            continue  # within a tag
        plain.append(line[at : bracket.start()])
        length += len(plain[-1])
        at = bracket.end()
        if bracket.group() == "[":
            opened.append(length)
            continue
        if not opened or not (tag := TAG.match(line, at)):
            raise MarkupError(f"no tag where one belongs: …{line[at - 30 : at + 30]}…")
        start = opened.pop()
        gold.append(_gold(tag, start, length, "".join(plain)[start:]))
        at = tag.end()
    if opened:
        raise MarkupError("a bracket stays open")
    text = "".join(plain) + line[at:]
    ordered = tuple(sorted(gold, key=lambda g: (g.start, -g.end)))
    _check(ordered, text)
    return Tip(name, text, ordered)


def unescaped(line: str) -> str:
    return line.replace("\\n", "\n")


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.strip()


def _gold(tag: re.Match[str], start: int, end: int, words: str) -> Gold:
    if tag["kind"] not in Kind.__members__:
        raise MarkupError(f"no such kind: {tag['kind']}")
    kind, is_optional = Kind(tag["kind"]), tag["optional"] is not None
    roles = ROLES.get(kind, frozenset())
    if (tag["role"] or roles) and tag["role"] not in roles and not is_optional:
        raise MarkupError(f"{words}: {kind} with the role {tag['role']}")
    codes = frozenset(filter(None, re.split("[, ]+", tag["codes"] or "")))
    if codes and (kind is not Kind.PLACE or not all(map(CODES.fullmatch, codes))):
        raise MarkupError(f"{words}: no codes of today: {', '.join(sorted(codes))}")
    norm = _norm(kind, tag["norm"], words)
    if norm and not is_optional and kind in NORMS and not NORMS[kind].fullmatch(norm):
        raise MarkupError(f"{words}: no norm of a {kind}: {norm}")
    return Gold(kind, start, end, norm, tag["role"], codes, is_optional)


def _norm(kind: Kind, written: str | None, words: str) -> str | None:
    written = written.strip() if written else None
    if written == "-" or kind is Kind.BURIAL:
        return None
    return written or (words.title() if kind is Kind.PERSON else words)


def _check(gold: tuple[Gold, ...], text: str) -> None:
    for one in gold:
        words = text[one.start : one.end]
        if not words or words != words.strip():
            raise MarkupError(
                f"a span of nothing, or with a blank at its edge: {words!r}"
            )
    last = 0
    for one in gold:
        if one.kind is Kind.BURIAL:
            continue
        if one.start < last:
            raise MarkupError(f"spans overlap: {text[one.start : one.end]}")
        last = one.end
