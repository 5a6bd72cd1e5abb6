"""The pieces of a place: a type word with its name ("đồi 105"), or a known name.

A piece says what it needs around it, because without capitals "hoa binh" is a province
only where something says so. How pieces make one place is ``entities/place.py``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from nlp import gazetteer, names
from nlp.gazetteer import COMMUNE, COUNTRY, DISTRICT, HAMLET, LANDMARK, Known
from nlp.lexicon import Lexicon, Row, adjoining
from nlp.text import Text

HOME = re.compile(r"\b(?:que|que quan|nguyen quan|qq)[ :]{1,3}\Z")
CEMETERY = "nghĩa trang"
FRONTS = ("mặt trận", "chiến trường")
SHORTEST_NAME = 3  # a person's: family, middle and given name
UNMISTAKABLE = 3  # words of a name that nothing else sounds like


class Stands(Enum):
    """What a piece needs around it."""

    ALONE = "nothing"
    WHERE = "a word that says where"
    INSIDE = "a smaller piece before it"
    BEFORE = "its own name in the next piece"


@dataclass(frozen=True, slots=True)
class Piece:
    """One level of a place, at a span of ``plain``."""

    start: int
    end: int
    length: int  # in words
    size: int
    norm: str
    today: frozenset[str] = frozenset()
    stands: Stands = Stands.ALONE


def pieces(text: Text, lexicon: Lexicon) -> Iterator[Piece]:
    at = 0
    while at < len(text.words):
        several = (_bare(text, lexicon, at), _typed(text, lexicon, at))
        piece = max(filter(None, several), key=_worth, default=None)
        piece = piece or _home(text, lexicon, at)
        if piece:
            yield piece
        at += piece.length if piece else 1


def _worth(piece: Piece) -> tuple[bool, int]:
    """A known name beats a guess ("Khe Sanh" is no creek), then the longer one wins."""
    return bool(piece.today) or piece.stands is Stands.ALONE, piece.length


def _typed(text: Text, lexicon: Lexicon, at: int) -> Piece | None:
    """A type word and its name; a cemetery may leave its name to the next piece."""
    match = lexicon.longest("place_types", text, at)
    if match is None or _is_in_person(text, lexicon, at):
        return None
    type_ = match.rows[0]
    kind, size = type_["full"], int(type_["size"])
    after = at + match.length
    is_followed = len(adjoining(text, after - 1, 2)) > 1
    named = _name(text, lexicon, after, type_) if is_followed else None
    if named is None:
        return _nameless(text, at, match.length, type_)
    norm = _spelled(kind, named)
    today = named.today if _is_level(kind, size, named) else frozenset()
    piece = _piece(text, at, match.length + named.length, size, norm, today)
    is_sure = text.is_cased or (named.today and (size or text.is_marked))
    return piece if is_sure else replace(piece, stands=Stands.WHERE)


def _spelled(kind: str, named: Known) -> str:
    """The type and the name, unless the name says what it is."""
    if kind in FRONTS and named.type:
        return named.norm
    is_whole = named.name.lower().startswith(kind)
    return named.name if is_whole else f"{kind} {named.name}"


def _nameless(text: Text, at: int, length: int, type_: Row) -> Piece | None:
    """A cemetery bears the name of the place where it is."""
    if not type_["full"].startswith(CEMETERY):
        return None
    piece = _piece(text, at, length, int(type_["size"]), type_["full"])
    return replace(piece, stands=Stands.BEFORE)


def _is_level(kind: str, size: int, named: Known) -> bool:
    """Is it the known place itself, and no commune that bears a district's name?"""
    return (
        size not in (HAMLET, COMMUNE) or named.size <= size or kind.startswith(CEMETERY)
    )


def _name(text: Text, lexicon: Lexicon, at: int, type_: Row) -> Known | None:
    """The name that a type word asks for, known or not."""
    size = int(type_["size"])
    read = gazetteer.district if size == DISTRICT else gazetteer.known
    if (found := read(text, lexicon, at)) and _is_written_as_name(text, at):
        return found
    length = _unknown(text, lexicon, at, type_)
    if not length:
        return None
    name = names.spelled(text, at, length)
    return Known(length, size, name, "", frozenset())


def _unknown(text: Text, lexicon: Lexicon, at: int, type_: Row) -> int:
    """How many words of an unknown name stand here; without capitals less is one."""
    size = int(type_["size"])
    if any(letter.isdigit() for letter in text.words[at].plain):
        return 1 if type_["numbers"] == "yes" else 0
    if text.is_cased:
        return names.run(text, lexicon, at, 4)
    if size >= DISTRICT or (type_["bare"] == "no" and not text.is_marked):
        return 0
    if size == LANDMARK:
        return names.run(text, lexicon, at, 2, "nothing")
    length = names.run(text, lexicon, at, 3 if size == COMMUNE else 2)
    before_known = (
        n for n in range(1, length) if gazetteer.known(text, lexicon, at + n)
    )
    return next(before_known, length)


def _bare(text: Text, lexicon: Lexicon, at: int) -> Piece | None:
    """A name of the gazetteer by itself."""
    found = gazetteer.known(text, lexicon, at)
    if found is None or not _is_written_as_name(text, at):
        return None
    is_everyday = _is_everyday(text, lexicon, at, found.length)
    if is_everyday or _is_in_person(text, lexicon, at):
        return None
    piece = _piece(text, at, found.length, found.size, found.norm, found.today)
    if found.is_short:
        return replace(piece, stands=Stands.INSIDE)
    is_long = found.length >= UNMISTAKABLE
    is_sure = (text.is_cased or is_long) and found.size < COUNTRY
    return piece if is_sure else replace(piece, stands=Stands.WHERE)


def _is_everyday(text: Text, lexicon: Lexicon, at: int, length: int) -> bool:
    """Is "gia dinh" a family here and no province? In a home town it is a name."""
    start = text.words[at].start
    if text.is_cased or HOME.search(text.plain, max(0, start - 16), start):
        return False
    match = lexicon.longest("stops", text, at)
    return match is not None and match.length >= length


def _home(text: Text, lexicon: Lexicon, at: int) -> Piece | None:
    """An unknown name after "quê" can only be a place."""
    start = text.words[at].start
    if not text.is_cased or not HOME.search(text.plain, max(0, start - 16), start):
        return None
    length = names.run(text, lexicon, at, 4)
    if not length:
        return None
    return _piece(text, at, length, COMMUNE, names.spelled(text, at, length))


def _is_written_as_name(text: Text, at: int) -> bool:
    return text.words[at].is_capital or not text.is_cased


def _is_in_person(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Is it the rest of a name, as in "Phạm Hải Hậu" or "Lê Quang Vinh"?"""
    first = at
    while text.is_cased and first and at - first < SHORTEST_NAME:
        is_joined = len(adjoining(text, first - 1, 2)) > 1
        if not is_joined or not text.words[first - 1].is_capital:
            break
        first -= 1
    if not text.words[at].is_capital:
        return False
    begins = (n for n in range(first, at) if names.surname(text, lexicon, n))
    begin = next(begins, None)
    is_person = begin is not None and at - begin < SHORTEST_NAME
    return is_person and gazetteer.known(text, lexicon, begin or 0) is None


def _piece(
    text: Text,
    at: int,
    length: int,
    size: int,
    norm: str,
    today: frozenset[str] = frozenset(),
) -> Piece:
    start, end = text.words[at].start, text.words[at + length - 1].end
    return Piece(start, end, length, max(size, LANDMARK), norm, today)
