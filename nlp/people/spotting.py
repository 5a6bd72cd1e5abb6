"""Where names stand: behind a title, by their family name, in lists, beside a telephone."""

import re
from collections.abc import Iterator, Mapping, Set

from nlp.entity import Kind, Span
from nlp.lexicon import Lexicon
from nlp.patterns import words
from nlp.people import (
    around,
    barenames,
    capitals,
    lists,
    names,
    rollcalls,
    signing,
    syllables,
)
from nlp.people.barenames import UNBACKED, Backing
from nlp.people.syllables import Sort
from nlp.people.titles import RANKED, Title, called, title_at
from nlp.places import gazetteer
from nlp.text import Text

NOT_NAMED = re.compile(r"[-/]?[0-9]")
CALLED_SO = re.compile(
    r"\b(?:duong|pho|truong|thcs|thpt|tieu hoc|mam non|ngo|hem|giai|quy)(?: mang ten)? \Z"
)
SHOWN = re.compile(
    r"\b(?:khac|ghi|bia|bai vi|de|chu|ten)(?: (?:chu|ten|la|ro|mot chu|ten la)){0,2}:? ?\""
    r" ?\Z|\b(?:khac|bai vi|bia|bia mo) (?:ghi |de |co )?(?:chu |ten |ho ten )?(?:la )?:? ?\Z"
    r"|\b(?:khac|ghi|de|co|mang|doc ra) (?:chu|ten|ho ten|ro ten)(?: la)?:? ?\Z"
)
# What the pattern can end with: most words stand behind none of these.
SHOWING = words("khac ghi bia vi de chu ten la ro mo co")
OPENING = frozenset(["titles", "surnames"])
INSCRIBED, QUOTED = Backing(0.9, 0.4), Backing(0.9, 0.9)
NAMES = re.compile(r"\bten\b[^.:\n]{0,40}: ")  # a list of them follows
BATTLE = "tran"  # Trần, and "trận Cầu Kè"
SHORTEST = 2  # words of a name whose given one is known again
LONGEST = 4
PHONE_BEHIND = re.compile(rf" {{0,2}}[-–:(]? {{0,2}}{Kind.PHONE.mask}")
PHONE_BEFORE = re.compile(rf"{Kind.PHONE.mask} {{0,2}}[-–(]? {{0,2}}(?:gap )?\Z")
CLOSED = re.compile(r" {0,2}(?:[.,;)\n]|\Z)")
BEFORE = 30
NEAR, BESIDE = 8, 60  # characters to a telephone number that a name stands by


def spotted(
    text: Text, lexicon: Lexicon, is_of_death: bool
) -> list[tuple[Span, Title | None]]:
    """All names as spans of words, each with its title, in order."""
    found = dict(_single(text, lexicon, is_of_death))
    if is_of_death or NAMES.search(text.plain):
        taken = {n for first, end in found for n in range(first, end)}
        again = _again(text, lexicon, found, taken)
        found.update(again)
        taken.update(first for (first, _), _ in again)
        for span in (*lists.headed(text, lexicon), *lists.loose(text, lexicon)):
            if taken.isdisjoint(range(*span)):
                found[span] = None
                taken.update(range(*span))
        for span in rollcalls.called(text, lexicon):
            if taken.isdisjoint(range(*span)):
                found[span] = None
                taken.update(range(*span))
        for span in lists.others(text, lexicon, list(found)):
            if taken.isdisjoint(range(*span)):
                found[span] = None
                taken.update(range(*span))
    return sorted(found.items(), key=lambda item: item[0])


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
    places = (n for n, word in enumerate(text.words) if word.plain in whole - {""})
    again: list[tuple[Span, Title | None]] = []
    for n in places:
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
        if not _is_likely(text, lexicon, at):
            at += 1
            continue
        title = title_at(text, lexicon, at)
        first = title.after if title else at
        length = called(text, lexicon, title, is_of_death) if title else 0
        length = length or _named(text, lexicon, first, is_of_death)
        if length and _is_person(text, lexicon, first, length, title):
            yield (first, first + length), title
        at = first + length if length else at + 1


def _is_likely(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Can a name or its title begin here? At most words nothing says so."""
    word = text.words[at]
    if word.is_capital or not OPENING.isdisjoint(lexicon.begun(text, at)):
        return True
    if at > 0 and text.words[at - 1].plain in SHOWING:
        return True
    beside = max(0, word.start - NEAR), word.start + BESIDE
    is_by_phone = text.plain.find(Kind.PHONE.mask, *beside) >= 0
    before = max(0, word.start - NEAR), word.start
    return is_by_phone or text.plain.endswith(RANKED, *before)


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


def _named(text: Text, lexicon: Lexicon, at: int, is_of_death: bool) -> int:
    """How many words a name without a title takes: its family name must show it."""
    is_small = not names.capitals(text, at)
    if is_small and text.is_cased and text.is_marked:
        return 0
    backing = _backing(text, at) if is_of_death else UNBACKED
    is_shown = backing is not UNBACKED
    if is_small:
        backing = backing if is_shown else signing.backing(text, at)
        return barenames.best(text, lexicon, at, backing, is_of_death)
    length = capitals.name(text, lexicon, at, backing, is_of_death)
    family = names.surname(text, lexicon, at)
    start = text.words[at].start
    end = text.words[at + length - 1].end if length else start
    if length and _is_by_phone(text, lexicon, at, length, start, end):
        return length
    if is_shown:
        sort = syllables.sort(text, lexicon, text.words[at])
        return length if family or (length < 3 and sort is not Sort.WORD) else 0
    is_sure = family and not _is_doubtful(text, lexicon, at, length)
    return length if is_sure and length > family else 0


def _backing(text: Text, at: int) -> Backing:
    """What words before it speak for it, if something says that it is written there."""
    if not at or text.words[at - 1].plain not in SHOWING:
        return UNBACKED
    start = text.words[at].start
    before = text.plain[max(0, start - BEFORE) : start]
    if not SHOWN.search(before):
        return UNBACKED
    return QUOTED if before.rstrip().endswith('"') else INSCRIBED


def _is_by_phone(
    text: Text, lexicon: Lexicon, at: int, length: int, start: int, end: int
) -> bool:
    """Do capitals stand before or behind a telephone number, as who answers it does?"""
    words = text.words[at : at + length]
    sorts = {syllables.sort(text, lexicon, word) for word in words}
    if length > LONGEST or sorts == {Sort.WORD}:
        return False
    is_before = PHONE_BEHIND.match(text.plain, end) is not None
    window = max(0, start - BEFORE), start
    is_behind = PHONE_BEFORE.search(text.plain, *window) is not None
    return is_before or (is_behind and CLOSED.match(text.plain, end) is not None)


def _is_doubtful(text: Text, lexicon: Lexicon, at: int, length: int) -> bool:
    """Is it two words in capitals that without marks say something else ("Ban Chỉ huy")?"""
    if text.is_marked or length > 2 or names.surname(text, lexicon, at, "many"):
        return False
    return syllables.is_everyday(text, lexicon, text.words[at])
