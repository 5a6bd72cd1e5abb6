"""People: "liệt sĩ Nguyễn Văn A", "chú Bảy Đờn", "tôi là …", a name that signs.

A name is a family name with capitals, or whatever stands behind a title ("đ/c",
"thằng", "người báo"). Without capitals a title, a middle name (Văn, Thị) or a list must
show it. ``norm`` is the name in title case and nothing is guessed: marks stay as
written. ``role`` says whose name it is: martyr, witness, relative, other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from nlp import around, barenames, capitals, gazetteer, lists, names, syllables, whose
from nlp.barenames import Backing
from nlp.entity import Entity, Kind, Span
from nlp.lexicon import Lexicon
from nlp.syllables import Sort
from nlp.telling import Story
from nlp.text import MASKS, Text
from nlp.titles import Title, called, title_at

KIND = Kind.PERSON
TURN: int | None = 7

NOT_NAMED = re.compile(r"[-/]?[0-9]")
JOINED = re.compile(
    rf"(?: ?\([^()\n]{{0,60}}\)|[ ,]{{0,3}}[{MASKS}]{{1,60}})?"
    r"(?: {0,2}[,;+/&] {0,2}(?:va )?| (?:va|voi|cung) )"
    r"(?:(?:anh|chi|ong|ba|chu|bac|co|cau|thang|dong chi|d/c|cu) )?"
)
SHOWN = re.compile(
    r"\b(?:khac|ghi|bia|bai vi|de|chu|ten)(?: (?:chu|ten|la|ro|mot chu|ten la)){0,2}:? ?\""
    r" ?\Z|\b(?:khac|bai vi|bia|bia mo) (?:ghi |de |co )?(?:chu |ten |ho ten )?(?:la )?:? ?\Z"
    r"|\b(?:khac|ghi|de|co|mang|doc ra) (?:chu|ten|ho ten|ro ten)(?: la)?:? ?\Z"
)
NAMES = re.compile(r"\bten\b[^.:\n]{0,20}: ")  # a list of them follows
BEFORE = 30
BATTLE = "tran"  # Trần, and "trận Cầu Kè"
SHORTEST = 2  # words of a name whose given one is known again
INSCRIBED, QUOTED = Backing(0.9, 0.4), Backing(0.9, 0.9)
CALLED_SO = re.compile(
    r"\b(?:duong|pho|truong|thcs|thpt|tieu hoc|mam non|ngo|hem|giai|quy)(?: mang ten)? \Z"
)
DEATH = re.compile(
    r"\b(?:hy sinh|hi sinh|h sinh|liet si|liet sy|ls|hs|chon|mo|chet|hai cot|bo doi|bd|tu tran"
    r"|nam lai|bao tu|nghia trang|ntls|tnxp|chien truong|mat tran|nhap ngu|nn|tong quan|xuong|mat"
    r"|du kich|giai phong|chong my|khang chien|danh my|bo hai|nam dat|nam mo|ccb|cuu chien binh"
    r"|dong doi|don vi|dv|linh|nam xuong|nga xuong|giay bao|di b|hom tho|quy tap|bia|bo hai)\b"
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
    spotted = _spotted(text, lexicon, is_of_death)
    named = [Named.at(text, words, title) for words, title in spotted]
    for one, role in zip(named, _roles(text, named, story), strict=True):
        yield _entity(text, one, role)


def _roles(text: Text, named: Sequence[Named], story: Story) -> list[str]:
    """Whose each name is; one of a list is who its neighbours are."""
    roles: list[str] = []
    known: dict[str, str] = {}
    default = "martyr" if story.is_of_death else "other"
    for n, one in enumerate(named):
        is_alias = n > 0 and one.title is not None and one.title.role == "alias"
        role = roles[-1] if is_alias else _said(text, named, n, story)
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
    return [_of_family(named, roles, n) for n in range(len(named))]


def _of_family(named: Sequence[Named], roles: Sequence[str], n: int) -> str:
    """Who tells it and is called like the fallen man, but for the last word, is his kin."""
    house = named[n].house
    houses = {o.house for o, r in zip(named, roles, strict=True) if r == "martyr"}
    return "relative" if roles[n] == "witness" and house in houses - {""} else roles[n]


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


def _spotted(
    text: Text, lexicon: Lexicon, is_of_death: bool
) -> list[tuple[Span, Title | None]]:
    """All names as spans of words, each with its title, in order."""
    spotted = dict(_single(text, lexicon, is_of_death))
    if is_of_death or NAMES.search(text.plain):
        taken = {n for first, end in spotted for n in range(first, end)}
        again = _again(text, lexicon, spotted, taken)
        spotted.update(again)
        taken.update(first for (first, _), _ in again)
        for span in lists.headed(text, lexicon):
            if taken.isdisjoint(range(*span)):
                spotted[span] = None
                taken.update(range(*span))
        for span in lists.others(text, lexicon, list(spotted)):
            if taken.isdisjoint(range(*span)):
                spotted[span] = None
                taken.update(range(*span))
    return sorted(spotted.items(), key=lambda item: item[0])


def _again(
    text: Text,
    lexicon: Lexicon,
    spotted: Mapping[tuple[int, int], Title | None],
    taken: Set[int],
) -> list[tuple[Span, Title | None]]:
    """Given names behind a title of people whose whole name the message has."""
    whole = {
        text.words[end - 1].plain for first, end in spotted if end - first > SHORTEST
    }
    found = (n for n, word in enumerate(text.words) if word.plain in whole - {""})
    again: list[tuple[Span, Title | None]] = []
    for n in found:
        title = title_at(text, lexicon, n - 1) if n and n not in taken else None
        if title and title.after == n and around.after(text, n + 1) > 0:
            again.append(((n, n + 1), title))
    return again


def _single(
    text: Text, lexicon: Lexicon, is_of_death: bool
) -> Iterator[tuple[Span, Title | None]]:
    """The names that stand by themselves."""
    at = 0
    while at < len(text.words):
        title = title_at(text, lexicon, at)
        first = title.after if title else at
        length = called(text, lexicon, title, is_of_death) if title else 0
        length = length or _named(text, lexicon, first, is_of_death)
        if length and _is_person(text, lexicon, first, length, title):
            yield (first, first + length), title
        at = first + length if length else at + 1


def _is_person(
    text: Text, lexicon: Lexicon, at: int, length: int, title: Title | None
) -> bool:
    """Is it no code ("SH-21"), no street that bears a name, no province of an office?"""
    start, end = text.words[at].start, text.words[at + length - 1].end
    if title is None and (place := gazetteer.known(text, lexicon, at)):
        return place.length < length
    if title is None and text.words[at].plain == BATTLE and length > 1:
        place = gazetteer.known(text, lexicon, at + 1)
        if place and place.length == length - 1:
            return False
    is_code = NOT_NAMED.match(text.plain, end)
    return not is_code and not CALLED_SO.search(text.plain, max(0, start - 20), start)


def _entity(text: Text, one: Named, role: str) -> Entity:
    first, end = one.words
    score = 0.9 if one.title and end - first > 1 else 0.8 if end - first > 2 else 0.6
    name = names.spelled(text, first, end - first)
    return Entity.spot(KIND, text, one.span, name, role, score)


def _named(text: Text, lexicon: Lexicon, at: int, is_of_death: bool) -> int:
    """How many words a name without a title takes: its family name must show it."""
    start = text.words[at].start
    before = text.plain[max(0, start - BEFORE) : start]
    is_shown = is_of_death and SHOWN.search(before) is not None
    is_quoted = before.rstrip().endswith('"')
    backing = (QUOTED if is_quoted else INSCRIBED) if is_shown else Backing()
    if not names.capitals(text, at):
        is_plain = not text.is_cased or not text.is_marked
        return (
            barenames.best(text, lexicon, at, backing, is_of_death) if is_plain else 0
        )
    length = capitals.name(text, lexicon, at, backing, is_of_death)
    family = names.surname(text, lexicon, at)
    if is_shown:
        sort = syllables.sort(text, lexicon, text.words[at])
        return length if family or (length < 3 and sort is not Sort.WORD) else 0
    is_sure = family and not _is_doubtful(text, lexicon, at, length)
    return length if is_sure and length > family else 0


def _is_doubtful(text: Text, lexicon: Lexicon, at: int, length: int) -> bool:
    """Is it two words in capitals that without marks say something else ("Ban Chỉ huy")?"""
    if text.is_marked or length > 2 or names.surname(text, lexicon, at, "many"):
        return False
    return syllables.is_everyday(text, lexicon, text.words[at])
