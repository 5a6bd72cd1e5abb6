"""Roll calls: three or more short items between commas, most of which can be names.

"Tên từng người tôi thuộc: Lãng, Hữu, Bường, Sinh còi, Ất": what alone could be a word is
a name beside others. Without a heading that speaks of people, more of them must be names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.entity import Kind, Span
from nlp.lexicon import Lexicon
from nlp.people import barenames, names, syllables
from nlp.people.barenames import Backing
from nlp.people.syllables import ALONE, NICK, Sort
from nlp.places import gazetteer
from nlp.text import MASKS, Text

ASIDE = rf"(?: {{0,2}}(?:\([^()\n]{{0,40}}\)|[{MASKS}]{{1,40}}))?"
ITEM = r"[a-z][a-z']{0,7}(?: {1,2}[a-z][a-z']{0,7}){0,3}"
PARTING = r"(?: {0,2}[,;/] {0,2}(?:va |roi )?| va )"
RUN = re.compile(rf"{ITEM}{ASIDE}(?:{PARTING}{ITEM}{ASIDE}){{1,60}}")
EACH = re.compile(rf"({ITEM}){ASIDE}(?:{PARTING}|\Z)")
OPENING = re.compile(
    rf"(?:[:\"(\n]|[{Kind.UNIT.mask}{Kind.RANK.mask}{Kind.DATE.mask}]| - |[0-9]|\A)[ \"]{{0,3}}\Z"
)
PEOPLE = re.compile(
    r"\b(?:ten|nguoi|dong chi|d/c|dc|liet s[iy]|ls|anh em|anh|chi|em|h[iy] sinh|hs|mat|chet|chon"
    r"|gom|nho|danh sach|ds|mo|bia|ghi|chu|dong doi|chien s[iy]|dua|thang|vui|tieu doi|trung doi|to|khau doi|don vi)\b[^.\n]{0,25}\Z"
)
# "hai người hy sinh là Hùng và Tiến": so much is said that two are enough.
PAIR = re.compile(
    r"\b(?:nguoi|anh|chi|em|dong chi|dc|d/c|liet s[iy]|ls|dua|dong doi|ten)(?: [a-z]+){0,3}"
    r"(?: (?:la|gom|ten)|:) ?\Z"
)
LEADING = re.compile(
    r"(?:.{0,40} )?(?:h[iy] sinh|hs|mat|mat them|chet|chon|gom|gom co|nho|la|co|ten|thang|con)"
    r" (?P<first>[a-z'\"]+(?: [a-z]+)?)\Z"
)
# What goes on behind the last name: "Hoạch, Nọi ở đồi Charlie".
ENDING = re.compile(
    r"(?P<last>[a-z']+(?: [a-z']+){0,2}?) (?:va|o|thuoc|h[iy] sinh|hs|chet|mat|deu|bi|nam|tai"
    r"|cung|que|ve|da|khong|ko|chon|roi|thi|toi|con)\b"
)
BEFORE = 60
LONGEST, FEWEST = 4, 3
LIKELY, SURE, MIN_NAMES = 0.5, 0.85, 2
BACKING = Backing(0.9, 0.9)
WORTH = {
    Sort.NAME: 1.0, Sort.STRANGE: 0.7, Sort.BOTH: 0.6, Sort.ODD: 0.6, Sort.WORD: 0.1,
}  # fmt: skip
NO, NOT_ALONE, PLACE = -2.0, 0.0, -1.0
ORDERED, FAMILY, CAPITAL, STRANGER = 0.7, 0.5, 0.4, -0.6


@dataclass(frozen=True, slots=True)
class Item:
    words: Span
    worth: float


def called(text: Text, lexicon: Lexicon) -> Iterator[Span]:
    """The names of all roll calls, as spans of words."""
    for run in RUN.finditer(text.plain):
        items = list(_items(text, lexicon, run.start(), run.end()))
        start = text.words[items[0].words[0]].start if items else 0
        before = text.plain[max(0, start - BEFORE) : start]
        least = LIKELY if PEOPLE.search(before) else SURE
        is_pair = len(items) == MIN_NAMES and PAIR.search(before)
        if (is_pair or len(items) >= FEWEST) and _is_roll(items, least):
            yield from (item.words for item in items if item.worth >= NOT_ALONE)


def _is_roll(items: list[Item], least: float) -> bool:
    likely = sum(item.worth >= LIKELY for item in items)
    mean = sum(item.worth for item in items) / len(items)
    return mean >= least and likely >= MIN_NAMES


def _items(text: Text, lexicon: Lexicon, start: int, end: int) -> Iterator[Item]:
    is_open = OPENING.search(text.plain, max(0, start - 4), start) is not None
    for match in EACH.finditer(text.plain, start, end):
        first, last = match.span(1)
        if match.start() == start:
            led = _led(text, lexicon, match[1], first)
            if not led and not is_open:
                continue
            first += led
        ending = ENDING.match(match[1]) if match.end() == end else None
        if ending:
            last = match.start() + ending.end("last")
        at, after = text.word_at(first), text.word_at(last)
        if at < after:  # "hs" of "hs72" is no word once the year is read
            yield Item((at, after), _worth(text, lexicon, at, after))


def _led(text: Text, lexicon: Lexicon, item: str, start: int) -> int:
    """How many letters lead to the first name: "tiểu đội có Thìn, …"."""
    led = LEADING.match(item)
    at = text.word_at(start)
    is_name = at < len(text.words) and names.surname(text, lexicon, at, "many") > 0
    return led.start("first") if led and not is_name else 0


def _worth(text: Text, lexicon: Lexicon, at: int, end: int) -> float:
    """How likely these words between commas are a name."""
    word, length = text.words[at], end - at
    if text.is_cased and not word.is_capital:
        return NO
    place = gazetteer.known(text, lexicon, at)
    if place is not None and place.length >= length > 1:
        return PLACE
    if length == 1:
        return _alone(text, lexicon, at)
    if length == MIN_NAMES and (
        names.is_ordered(word)
        or syllables.has(text, lexicon, text.words[end - 1], NICK)
    ):
        return ORDERED
    if barenames.best(text, lexicon, at, BACKING, is_of_death=True) == length:
        return 1.0
    bearers = "" if text.is_cased else "many"
    return FAMILY if names.surname(text, lexicon, at, bearers) else STRANGER


def _alone(text: Text, lexicon: Lexicon, at: int) -> float:
    word = text.words[at]
    if syllables.is_never(text, lexicon, word) or lexicon.look_up("titles", word.plain):
        return NO
    if syllables.is_never(text, lexicon, word, ALONE):
        return NOT_ALONE
    worth = WORTH[syllables.sort(text, lexicon, word)]
    return max(worth, CAPITAL) if text.is_cased else worth
