"""People: "liệt sĩ Nguyễn Văn A", "chú Bảy Đờn", "tôi là …", a name that signs.

A name is a family name with capitals, or whatever stands behind a title ("đ/c",
"thằng", "người báo"). Without capitals a title, a middle name (Văn, Thị) or a list must
show it. ``norm`` is the name in title case and nothing is guessed: marks stay as
written. ``role`` says whose name it is: martyr, witness, relative, other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlp import barenames, capitals, gazetteer, lists, names, syllables, whose
from nlp.barenames import Backing
from nlp.entity import Entity, Kind, Span
from nlp.lexicon import Lexicon
from nlp.telling import Story
from nlp.text import MASKS, Text
from nlp.titles import Title, called, title_at

KIND = Kind.PERSON
TURN: int | None = 7

NOT_NAMED = re.compile(r"[-/]?[0-9]")
JOINED = re.compile(
    rf"(?: ?\([^()\n]{{0,60}}\)|[ ,]{{0,3}}[{MASKS}]{{1,60}})?"
    r"(?: {0,2}[,;+/&] {0,2}(?:va )?| (?:va|voi|cung) )"
)
NAMES = re.compile(r"\b(?:ten|gom)\b[^.:\n]{0,20}:(?: [^.:\n]{1,60},)? {1,2}\Z")
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
    role: str = ""

    @classmethod
    def at(cls, text: Text, words: Span, title: Title | None) -> "Named":
        span = text.words[words[0]].start, text.words[words[1] - 1].end
        return cls(words, span, title, text.plain[slice(*span)])


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    is_of_death = DEATH.search(text.plain) is not None
    story = Story.of(text, lexicon, is_of_death)
    spotted = _spotted(text, lexicon, is_of_death)
    named = [Named.at(text, words, title) for words, title in spotted]
    known: dict[str, str] = {}
    before: Named | None = None
    for n, one in enumerate(named):
        limit = named[n + 1].span[0] if n + 1 < len(named) else len(text.plain)
        role = _role(text, one, story, limit, before, known)
        before = replace(one, role=role)
        for name in (one.folded, one.folded.split()[-1]):
            known.setdefault(name, role)
        yield _entity(text, before)


def _spotted(
    text: Text, lexicon: Lexicon, is_of_death: bool
) -> list[tuple[Span, Title | None]]:
    """All names as spans of words, each with its title, in order."""
    spotted = dict(_single(text, lexicon, is_of_death))
    if is_of_death:
        taken = {n for first, end in spotted for n in range(first, end)}
        for span in lists.headed(text, lexicon):
            if taken.isdisjoint(range(*span)):
                spotted[span] = None
                taken.update(range(*span))
        for span in lists.others(text, lexicon, list(spotted)):
            if taken.isdisjoint(range(*span)):
                spotted[span] = None
                taken.update(range(*span))
    return sorted(spotted.items(), key=lambda item: item[0])


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
    is_code = NOT_NAMED.match(text.plain, end)
    return not is_code and not CALLED_SO.search(text.plain, max(0, start - 20), start)


def _entity(text: Text, one: Named) -> Entity:
    first, end = one.words
    score = 0.9 if one.title and end - first > 1 else 0.8 if end - first > 2 else 0.6
    name = names.spelled(text, first, end - first)
    return Entity.spot(KIND, text, one.span, name, one.role, score)


def _named(text: Text, lexicon: Lexicon, at: int, is_of_death: bool) -> int:
    """How many words a name without a title takes: its family name must show it."""
    length = names.capitals(text, at)
    if length:
        length = capitals.name(text, lexicon, at, Backing(), is_of_death)
    start = text.words[at].start
    if length and NAMES.search(text.plain, max(0, start - 90), start):
        return length
    if length:
        family = names.surname(text, lexicon, at)
        is_sure = family and not _is_doubtful(text, lexicon, at, length)
        return length if is_sure and length > family else 0
    if text.is_cased:
        return 0
    return barenames.best(text, lexicon, at, Backing(), is_of_death)


def _role(
    text: Text,
    one: Named,
    story: Story,
    limit: int,
    before: Named | None,
    known: dict[str, str],
) -> str:
    """What is said at the name; else that of the name it is joined to, or repeats."""
    if before and one.title and one.title.role == "alias":
        return before.role
    plainly = whose.plainly(text, one.span, one.title, story)
    is_joined = before and JOINED.fullmatch(text.plain, before.span[1], one.span[0])
    if plainly is None and before and is_joined:
        return before.role
    if plainly is None:
        plainly = known.get(one.folded) or known.get(one.folded.split()[-1])
    return plainly or whose.role(text, one.span, one.title, story, limit)


def _is_doubtful(text: Text, lexicon: Lexicon, at: int, length: int) -> bool:
    """Is it two words in capitals that without marks say something else ("Ban Chỉ huy")?"""
    if text.is_marked or length > 2 or names.surname(text, lexicon, at, "many"):
        return False
    return syllables.is_everyday(text, lexicon, text.words[at])
