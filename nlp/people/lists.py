"""Lists of names: who stands between commas beside a name is called so as well.

"Ông mất Nguyễn Ái, Mẫn, Tước"; and what a heading says to be names: "tên ba người: Thìn,
Đàm". An item is one or a few words that can be a name, and nothing else up to the comma.
"""

import re
from collections.abc import Iterator, Sequence

from nlp.entity import Kind, Span
from nlp.lexicon import Lexicon
from nlp.people import barenames, capitals, names, syllables
from nlp.people.barenames import Backing
from nlp.people.syllables import ALONE, Sort
from nlp.places import gazetteer
from nlp.text import MASKS, Text

ANY = f"[{MASKS}]"
ASIDE = rf"(?: ?\([^()\n]{{0,60}}\)| {ANY}{{1,40}}|,? {Kind.DATE.mask}{{1,40}})?"
NEXT = re.compile(rf"{ASIDE}(?: {{0,2}}[,;+/&] {{0,2}}(?:va )?| (?:va|voi|cung) )")
LAST = re.compile(r"(?: {0,2}[,;+/&] {0,2}(?:va )?| (?:va|voi) )\Z")
CLOSED = re.compile(
    rf" {{0,2}}(?:[,;.:+/()\"\n!?]|- |\Z|{ANY})"
    r"| (?:va|voi|cung|hy sinh|hi sinh|hs|que|sinh|chet|mat|deu|bi|ca hai|ca ba|nam)\b"
)
OPENED = re.compile(
    rf"(?:[,;:(\"\n+/.]|\A|{ANY}|\b(?:va|voi|mat|hy sinh|hs|chet|chon|gom|co|ten|la|ghi|biet))"
    r" {0,2}\Z"
)
HEAD = re.compile(
    r"(?:\b(?:ten|gom|gom co|liet s[iy]|ls|chien s[iy]|dong chi|nguoi|danh sach|xac minh"
    r"|sau day|ghi|anh|bao|di|co|chu|me|sach|so|giup|men|bom|doi|em|ca|thuong|sinh|mat|chet|hay|mo)\b[^.:\n]{0,30}(?:: {0,2}\"?| \")"
    r"|\b(?:mat|hy sinh|hi sinh|hs|chi biet|gom|gom co|gom cac anh|men there),? )"
)
NO_HEAD = re.compile(
    r"\b(?:que|quan|chi|noi|tai|o|xa|huyen|tinh|tu|vi)\b[^.:\n]{0,12}: {0,2}\Z"
)
PARTED = re.compile(r" {0,2}[,;.+/()\"\n]|\Z| (?:va|voi) ")
BACKING = Backing(0.9, 0.9)  # what a place in a list is worth
DATED = re.compile(rf"{Kind.DATE.mask} ?[:–-]? ?\Z")
WHERE = frozenset(
    [
        "o",
        "tai",
        "den",
        "tu",
        "ve",
        "ra",
        "vao",
        "qua",
        "gan",
        "que",
        "huyen",
        "xa",
        "tinh",
        "dan",
        "nguoi",
    ]
)
LONGEST = 4
MOST = 300  # names of one list


def others(text: Text, lexicon: Lexicon, known: Sequence[Span]) -> list[Span]:
    """The names that lists add to the known ones, all as spans of words."""
    starts = {first for first, _ in known}
    found: list[Span] = []
    for first, end in known:
        found += _rightwards(text, lexicon, end, starts)
        found += _leftwards(text, lexicon, first, starts)
    return found


def headed(text: Text, lexicon: Lexicon) -> Iterator[Span]:
    """The names of a list of two or more behind a heading."""
    for head in HEAD.finditer(text.plain):
        if NO_HEAD.search(text.plain, max(0, head.end() - 30), head.end()):
            continue
        at = text.word_at(head.end())
        length = _item(text, lexicon, at) if _begins(text, at, head.end()) else 0
        if not length or not _is_likely(text, lexicon, at, length):
            continue
        following = list(_rightwards(text, lexicon, at + length, set()))
        if following:
            yield at, at + length
            yield from following


def loose(text: Text, lexicon: Lexicon) -> Iterator[Span]:
    """Given names joined by a comma or "và", in capitals amid a sentence with marks."""
    if not (text.is_cased and text.is_marked):
        return
    seen: set[int] = set()
    for at, word in enumerate(text.words):
        if at in seen or not word.is_capital or not _is_amid(text, at):
            continue
        if _item(text, lexicon, at) != 1 or not _is_given(text, lexicon, at):
            continue
        following = list(_rightwards(text, lexicon, at + 1, seen))
        if following and all(_is_given(text, lexicon, n) for n, _ in following):
            yield at, at + 1
            yield from following


def _is_amid(text: Text, at: int) -> bool:
    """Does a small word, a date or a colon stand before it, and no place?"""
    if not at:
        return False
    start = text.words[at].start
    if DATED.search(text.plain, max(0, start - 6), start):
        return True
    before = text.words[at - 1]
    is_near = text.plain[before.end : start] in (" ", ": ", ", ")
    return is_near and not before.is_capital and before.plain not in WHERE


def _is_given(text: Text, lexicon: Lexicon, at: int) -> bool:
    sort = syllables.sort(text, lexicon, text.words[at])
    is_order = names.is_ordered(text.words[at])
    return (
        sort in (Sort.NAME, Sort.BOTH)
        or is_order
        or names.surname(text, lexicon, at) > 0
    )


def _rightwards(
    text: Text, lexicon: Lexicon, end: int, starts: set[int]
) -> Iterator[Span]:
    for _ in range(MOST):
        comma = NEXT.match(text.plain, text.words[end - 1].end)
        at = text.word_at(comma.end()) if comma else len(text.words)
        if comma is None or at in starts or not _begins(text, at, comma.end()):
            return
        length = _item(text, lexicon, at)
        if not length:
            return
        starts.add(at)
        end = at + length
        yield at, end


def _leftwards(
    text: Text, lexicon: Lexicon, first: int, starts: set[int]
) -> Iterator[Span]:
    for _ in range(MOST):
        begins = text.words[first].start
        comma = LAST.search(text.plain, max(0, begins - 8), begins)
        if comma is None or not first or text.words[first - 1].end != comma.start():
            last = first - 1  # "A, và B": the word "và" stands between
            if comma is None or last < 1 or text.words[last - 1].end != comma.start():
                return
            first = last
        at = _last_item(text, lexicon, first)
        if at is None or at in starts:
            return
        starts.add(at)
        yield at, first
        first = at


def _last_item(text: Text, lexicon: Lexicon, end: int) -> int | None:
    """Where the item that ends before word ``end`` begins."""
    for at in range(max(0, end - LONGEST), end):
        start = text.words[at].start
        is_opened = OPENED.search(text.plain, max(0, start - 12), start) is not None
        if is_opened and at + _item(text, lexicon, at) == end:
            return at
    return None


def _begins(text: Text, at: int, start: int) -> bool:
    return at < len(text.words) and text.words[at].start == start


def _item(text: Text, lexicon: Lexicon, at: int) -> int:
    """How many words an item takes from ``at`` on; 0 if this is none."""
    length = 0
    if names.capitals(text, at):
        length = capitals.name(text, lexicon, at, BACKING, is_of_death=True)
        is_name = 0 < length <= LONGEST and _is_name(text, lexicon, at, length)
    elif not text.is_cased or not text.is_marked:
        length = barenames.best(text, lexicon, at, BACKING, is_of_death=True)
        is_name = length > 1 or (length > 0 and _is_single(text, lexicon, at))
    if not length or not is_name:
        return 0
    return length if CLOSED.match(text.plain, text.words[at + length - 1].end) else 0


def _is_single(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Is it a name alone between two commas, and rather that than an everyday word?"""
    word = text.words[at]
    sort = syllables.sort(text, lexicon, word)
    is_free = not syllables.is_never(text, lexicon, word, ALONE)
    is_parted = PARTED.match(text.plain, word.end) is not None
    return is_free and (sort is Sort.NAME or (sort is not Sort.WORD and is_parted))


def _is_name(text: Text, lexicon: Lexicon, at: int, length: int) -> bool:
    """Are these capitals a name, and neither a place nor the beginning of a sentence?"""
    words = text.words[at : at + length]
    sorts = [syllables.sort(text, lexicon, word) for word in words]
    if length == 1:
        is_never = syllables.is_never(text, lexicon, words[0], ALONE)
        return sorts[0] is not Sort.WORD and not is_never
    place = gazetteer.known(text, lexicon, at)
    if place is not None and place.length >= length:
        return False
    is_ordered = length == 2 and names.is_ordered(words[0])
    if is_ordered or names.surname(text, lexicon, at):
        return True
    return length == 2 and sorts[0] is not Sort.WORD and sorts[1] is Sort.NAME


def _is_likely(text: Text, lexicon: Lexicon, at: int, length: int) -> bool:
    """Is the first of a list rather a name than not?"""
    if length > 1 or names.capitals(text, at):
        return True
    sort = syllables.sort(text, lexicon, text.words[at])
    return sort in (Sort.NAME, Sort.BOTH)
