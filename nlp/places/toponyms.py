"""The pieces of a place, one after another: typed, known, or named in capitals.

How pieces make one place is ``entities/place.py``.
"""

from collections.abc import Iterator
from dataclasses import replace

from nlp.lexicon import Lexicon
from nlp.people import names
from nlp.places import bare, communes, gazetteer, roads, typed
from nlp.places.gazetteer import COMMUNE, DISTRICT
from nlp.places.piece import GLUE, Piece, Stands
from nlp.text import Text, fold

TABLES = gazetteer.TABLES | {"place_types", *communes.TABLES, communes.FORMER}
LONGEST_NAME = 4
SHORTEST_BARE = 2


def pieces(text: Text, lexicon: Lexicon) -> Iterator[Piece]:
    ways = roads.roads(text)
    at = 0
    while at < len(text.words):
        piece = ways.get(text.words[at].start) or _piece(text, lexicon, at)
        if piece:
            yield piece
        at += piece.length if piece else 1


def _piece(text: Text, lexicon: Lexicon, at: int) -> Piece | None:
    if text.words[at].plain[0].isdigit():
        return None
    if TABLES.isdisjoint(lexicon.begun(text, at)):
        return bare.unknown(text, lexicon, at)
    found = _unit(text, lexicon, at)
    if found and found.worth[0] and found.bearers == ():
        rival = _commune(text, lexicon, at) if not found.today else None
        return rival if rival and rival.stands is Stands.ALONE else found
    return found or _commune(text, lexicon, at) or bare.unknown(text, lexicon, at)


def _unit(text: Text, lexicon: Lexicon, at: int) -> Piece | None:
    several = (bare.known(text, lexicon, at), typed.typed(text, lexicon, at))
    return max(filter(None, several), key=lambda piece: piece.worth, default=None)


def _commune(text: Text, lexicon: Lexicon, at: int) -> Piece | None:
    """A commune without its type word: before the unit that holds it, or in capitals."""
    if not bare.is_written_as_name(text, at):
        return None
    found = gazetteer.commune(text, lexicon, at)
    if (
        found is None
        or found.length < SHORTEST_BARE
        or bare.is_in_person(text, lexicon, at)
        or bare.is_listed_person(text, lexicon, at, found.length)
    ):
        return None
    piece = Piece.over(text, at, found.length, COMMUNE, found.name, found.today)
    piece = replace(piece, name=found.name, bearers=found.bearers)
    holder = _holder(text, lexicon, piece)
    if holder and (text.is_cased or _is_holding(holder, piece)):
        return piece
    is_whole = names.run(text, lexicon, at, LONGEST_NAME) == found.length
    if not text.is_cased or not is_whole:
        return None
    return replace(piece, stands=Stands.WHERE)


def _holder(text: Text, lexicon: Lexicon, piece: Piece) -> Piece | None:
    """The larger unit right behind a piece."""
    glue = GLUE.match(text.plain, piece.end)
    end = glue.end() if glue else piece.end
    at = text.word_at(end)
    if at >= len(text.words) or text.words[at].start != end:
        return None
    holder = _unit(text, lexicon, at)
    return holder if holder and holder.size > piece.size else None


def _is_holding(holder: Piece, piece: Piece) -> bool:
    """Does the district or province have such a commune?"""
    if holder.size != DISTRICT:
        return bool(holder.today & piece.today)
    name = fold(holder.name)
    return any(fold(row.get("district", "")).endswith(name) for row in piece.bearers)
