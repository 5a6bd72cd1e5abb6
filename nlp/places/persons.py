"""Persons whose names sound like places: "Phạm Hải Hậu", "Đèo Văn Panh", "vo thi tu thien"."""

import re
from functools import lru_cache

from nlp.lexicon import Lexicon, adjoining
from nlp.people import around, barenames, names, syllables
from nlp.people.syllables import MIDDLE
from nlp.places import gazetteer
from nlp.places.piece import GLUE
from nlp.text import Text

TOWN = re.compile(r"thi (?:tran|xa)\b")
SHORTEST_NAME = 3  # family, middle and given name
SHORTEST_CALLED = 2
LONGEST_PLACE = 3


def is_person(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Is what looks like a type word a family name: "Đèo Văn Panh", "Truong Si Lap"?"""
    if not text.is_cased or names.capitals(text, at) < SHORTEST_NAME:
        return False
    if names.has_middle(text, at + 1):
        return names.surname(text, lexicon, at) > 0
    is_family = names.surname(text, lexicon, at, "many") > 0 and not text.is_marked
    return is_family and syllables.has(text, lexicon, text.words[at + 1], MIDDLE)


def is_middle(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Is "thi" or the like, without capitals, the middle of a name ("vo thi tu thien")?"""
    word = text.words[at]
    if text.is_cased or word.plain not in ("thi", "van") or not _is_behind(text, at):
        return False
    is_family = names.surname(text, lexicon, at - 1) == 1
    if not is_family or TOWN.match(text.plain, word.start):
        return False
    return barenames.full(text, lexicon, at - 1) > SHORTEST_CALLED


def is_listed_person(text: Text, lexicon: Lexicon, at: int, length: int) -> bool:
    """Is it, without capitals, the rest of a name that begins an item of a list?"""
    if text.is_cased or not _is_behind(text, at):
        return False
    if not names.surname(text, lexicon, at - 1, "many"):
        return False
    is_item = around.before(text, text.words[at - 1].start) > 0
    return is_item and barenames.full(text, lexicon, at - 1) > length


@lru_cache(maxsize=gazetteer.ASKED_AGAIN)
def is_in_person(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Is it the rest of a name, as in "Phạm Hải Hậu" or "Lê Quang Vinh"?"""
    if not text.is_cased or not text.words[at].is_capital:
        return False
    first = at
    while first and at - first < SHORTEST_NAME:
        if not text.words[first - 1].is_capital or not _is_behind(text, first):
            break
        first -= 1
    begins = (n for n in range(first, at) if names.surname(text, lexicon, n))
    begin = next(begins, None)
    if begin is None or at - begin >= SHORTEST_NAME:
        return False
    return not any(_is_over(text, lexicon, n, begin, at) for n in range(first, at))


def is_in_bare_person(text: Text, lexicon: Lexicon, at: int, length: int) -> bool:
    """Is it within "vu quang thang", and no place beside it?"""
    end = at + length
    is_followed = end < len(text.words) and gazetteer.known(text, lexicon, end)
    if is_followed and _is_behind(text, end):
        return False
    if _is_holding(text, lexicon, at, length):
        return False
    begins = (n for n in range(max(0, at - 2), at + 1))
    return any(
        barenames.full(text, lexicon, n) > max(end - 1 - n, SHORTEST_NAME - 1)
        for n in begins
        if names.surname(text, lexicon, n, "many")
    )


def _is_holding(text: Text, lexicon: Lexicon, at: int, length: int) -> bool:
    """Is it the larger unit behind one that lies in it: "kim bang, ha nam ninh"?"""
    holder = gazetteer.known(text, lexicon, at)
    if at == 0 or holder is None or holder.length != length:
        return False
    if not GLUE.fullmatch(text.plain, text.words[at - 1].end, text.words[at].start):
        return False
    return any(
        place.length == n and place.size < holder.size and place.today & holder.today
        for n in range(1, min(at, LONGEST_PLACE) + 1)
        for read in (gazetteer.known, gazetteer.commune)
        if (place := read(text, lexicon, at - n))
    )


def _is_behind(text: Text, at: int) -> bool:
    """Does a word stand right before?"""
    return at > 0 and len(adjoining(text, at - 1, 2)) > 1


def _is_over(text: Text, lexicon: Lexicon, n: int, family: int, at: int) -> bool:
    """Is a family name the end of a place before this one ("Thuận Châu Sơn La")?"""
    place = gazetteer.known(text, lexicon, n) if n <= family else None
    return place is not None and (n == family or family < n + place.length <= at)
