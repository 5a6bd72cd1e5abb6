"""The pieces of a place, one after another: typed, known, or named in capitals.

How pieces make one place is ``entities/place.py``.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from nlp.lexicon import Lexicon
from nlp.people import names
from nlp.places import bare, communes, gazetteer, persons, roads, typed
from nlp.places.gazetteer import COMMUNE, DISTRICT, PROVINCE, Known
from nlp.places.piece import GLUE, Piece, Stands
from nlp.text import Text, fold

TYPES = frozenset([typed.TABLE])
TABLES = gazetteer.TABLES | communes.ALL | TYPES
LONGEST_NAME = 4
SHORTEST_BARE = 2
DASHED = re.compile(r" {0,2}- {0,2}")


Reader = Callable[[Text, Lexicon, int], Piece | None]


def pieces(text: Text, lexicon: Lexicon) -> Iterator[Piece]:
    """One after another; two provinces that were one, "Gia Lai - Kon Tum", are one."""
    last: Piece | None = None
    for piece in _pieces(text, lexicon):
        whole = last and _joined(last, piece, text, lexicon)
        if last and not whole:
            yield last
        last = whole or piece
    if last:
        yield last


def _joined(last: Piece, piece: Piece, text: Text, lexicon: Lexicon) -> Piece | None:
    if not DASHED.fullmatch(text.plain, last.end, piece.start):
        return None
    rows = lexicon.look_up("provinces", f"{last.name} {piece.name}")
    if not rows:
        return None
    norm = f"{rows[0]['type']} {rows[0]['name']}"
    today = frozenset(code for row in rows for code in row["today"].split(","))
    length, name = last.length + piece.length, rows[0]["name"]
    return Piece(last.start, piece.end, length, PROVINCE, norm, today, name=name)


def _pieces(text: Text, lexicon: Lexicon) -> Iterator[Piece]:
    ways = roads.roads(text, lexicon)
    readers = _readers(text, lexicon)
    done = 0
    for at in sorted({*ways, *readers}):
        piece = ways.get(at) or readers[at](text, lexicon, at) if at >= done else None
        if piece:
            yield piece
            done = at + piece.length


def _readers(text: Text, lexicon: Lexicon) -> dict[int, Reader]:
    """How to read what begins at a word, of those at which a place can begin."""
    types, known = (lexicon.starts(tables, text) for tables in (TYPES, TABLES))
    readers: dict[int, Reader] = {}
    for at, word in enumerate(text.words):
        is_name = word.is_capital or not text.is_cased
        if word.plain[0].isdigit():
            continue
        if word.start in types or (is_name and word.start in known):
            readers[at] = _known
        elif is_name and text.is_cased:
            readers[at] = bare.unknown
    return readers


def _known(text: Text, lexicon: Lexicon, at: int) -> Piece | None:
    """What begins with words that we know from places."""
    found = _unit(text, lexicon, at)
    if found and found.worth[0] and found.bearers == ():
        rival = _commune(text, lexicon, at) if not found.today else None
        return rival if rival and rival.stands is Stands.ALONE else found
    return found or _commune(text, lexicon, at) or bare.unknown(text, lexicon, at)


@lru_cache(maxsize=gazetteer.ASKED_AGAIN)
def _unit(text: Text, lexicon: Lexicon, at: int) -> Piece | None:
    begun = lexicon.begun(text, at)
    named = bare.known(text, lexicon, at)
    told = typed.typed(text, lexicon, at) if typed.TABLE in begun else None
    if named is None or told is None:
        return named or told
    return told if told.worth > named.worth else named


def _commune(text: Text, lexicon: Lexicon, at: int) -> Piece | None:
    """A commune without its type word: before the unit that holds it, or in capitals."""
    if not bare.is_written_as_name(text, at):
        return None
    named = communes.named(text, lexicon, at, SHORTEST_BARE)
    if (
        named is None
        or bare.is_elder(text, at)
        or _leads_home(text, at + named.length - 1)
        or persons.is_in_person(text, lexicon, at)
        or persons.is_listed_person(text, lexicon, at, named.length)
    ):
        return None
    holder = _holder(text, lexicon, text.words[at + named.length - 1].end)
    is_held = holder is not None
    if not is_held and not _is_whole(text, lexicon, at, named.length):
        return None
    found = gazetteer.as_commune(text, lexicon, at, named)
    if holder is not None and not text.is_cased and not _is_holding(holder, found):
        return None
    return Piece.over(
        text,
        at,
        found.length,
        COMMUNE,
        found.name,
        found.today,
        Stands.ALONE if is_held else Stands.WHERE,
        found.name,
        found.bearers,
    )


def _leads_home(text: Text, last: int) -> bool:
    """Is it "anh Hải quê Thái Bình", and no commune Hải Quê?"""
    word = text.words[last]
    return word.plain == "que" and not word.is_capital


def _is_whole(text: Text, lexicon: Lexicon, at: int, length: int) -> bool:
    """Are these all the capitals that stand here?"""
    return text.is_cased and names.run(text, lexicon, at, LONGEST_NAME) == length


def _holder(text: Text, lexicon: Lexicon, end: int) -> Piece | None:
    """The larger unit right behind a commune."""
    if glue := GLUE.match(text.plain, end):
        end = glue.end()
    at = text.word_at(end)
    if at >= len(text.words) or text.words[at].start != end:
        return None
    holder = _unit(text, lexicon, at)
    return holder if holder and holder.size > COMMUNE else None


def _is_holding(holder: Piece, commune: Known) -> bool:
    """Does the district or province have such a commune?"""
    if holder.size != DISTRICT:
        return bool(holder.today & commune.today)
    name = fold(holder.name)
    return any(fold(row.get("district", "")).endswith(name) for row in commune.bearers)
