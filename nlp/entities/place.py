"""Places as one expression from small to large: "xã Yên Phú, huyện Ý Yên, Hà Nam Ninh".

A piece is a type word with a name ("đồi 105") or a name of the gazetteer. Without
capitals a bare name needs a word that says "where" before it, or a larger unit behind
it. ``norm`` spells it out; ``values`` are the codes of today's provinces that it can lie
in (LA and KH: Laos, Cambodia).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from operator import attrgetter

from nlp import gazetteer, names
from nlp.cues import Cues, cues
from nlp.entity import Entity, Kind, Span
from nlp.gazetteer import COMMUNE, COUNTRY, DISTRICT, HAMLET, LANDMARK, Known
from nlp.lexicon import Lexicon, adjoining
from nlp.text import Text

KIND = Kind.PLACE
TURN: int | None = 6

GLUE = re.compile(
    r" {0,2}(?:[,\-/(]| thuoc| cua)? {0,2}(?:phia )?(?:(?:bac|nam|dong|tay) )?"
)
WHERE = re.compile(
    r"\b(?:que|quan|o|tai|nguoi|danh|vao|vo|tran|gan|khu vuc|vung|tu|di|ve|ben|bac|nam"
    r"|dong|tay|ngoai|trong|san bay|ban|duong|to|mat tran)[ :(.]{1,3}\Z|\(\Z"
)
FOLK = re.compile(r"(?:\b(?:nguoi|dan|dan cong|goc) {1,2}|\()\Z")
LIVES = re.compile(
    r"\b(?:toi|tui|em|chau|con|minh|choa)(?: (?!chon|danh|hy|bi|chot)[^ ,.;:\n]{1,12}){0,8}? o {1,2}\Z"
)
OFFICE = re.compile(r"(?:quan su|chqs|nhan dan|ubnd|cong an|hoi ccb)[ \n]{1,3}\Z")
HOME = re.compile(r"\b(?:que|que quan|nguyen quan|qq)[ :]{1,3}\Z")
CEMETERY = "nghĩa trang"
REACH = 110


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


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    near = cues(text, lexicon, KIND)
    for chain in _chains(list(_pieces(text, lexicon)), text.plain):
        if _stands(chain, text):
            yield _entity(chain, text, near)


def _entity(chain: list[Piece], text: Text, near: Cues) -> Entity:
    span = chain[0].start, chain[-1].end
    norm = ", ".join(piece.norm for piece in chain)
    score = 0.9 if any(piece.stands is Stands.ALONE for piece in chain) else 0.7
    entity = Entity.spot(KIND, text, span, norm, _role(span, text, near), score)
    return replace(entity, values=tuple(sorted(_today(chain))))


def _today(chain: list[Piece]) -> frozenset[str]:
    """What every piece allows; the largest one decides where they disagree."""
    codes: frozenset[str] = frozenset()
    for piece in reversed(chain):
        codes = codes & piece.today or codes or piece.today
    return codes


def _role(span: Span, text: Text, near: Cues) -> str:
    """What is there: the cue before it, else a death or a grave told after it."""
    before = near.before(span[0], REACH)
    lives = LIVES.search(text.plain, max(0, span[0] - 50), span[0])
    if FOLK.search(text.plain, max(0, span[0] - 15), span[0]):
        return "hometown"
    if lives and (before is None or before.end <= lives.start()):
        return "residence"
    if before:
        return before.role
    after = near.after(span[1], REACH, ("death", "burial"))
    return after.role if after else "other"


def _stands(chain: list[Piece], text: Text) -> bool:
    start = chain[0].start
    before = max(0, start - 25), start
    if chain[-1].stands is Stands.BEFORE or OFFICE.search(text.plain, *before):
        return False
    if len(chain) > 1 or chain[0].stands is Stands.ALONE:
        return True
    return chain[0].stands is Stands.WHERE and bool(WHERE.search(text.plain, *before))


def _chains(pieces: list[Piece], plain: str) -> Iterator[list[Piece]]:
    """Neighbours, each larger than the one before."""
    chain: list[Piece] = []
    for piece in pieces:
        if chain and not _goes_on(chain[-1], piece, plain):
            yield chain
            chain = []
        chain.append(piece)
    if chain:
        yield chain


def _goes_on(last: Piece, piece: Piece, plain: str) -> bool:
    is_glued = GLUE.fullmatch(plain, last.end, piece.start) is not None
    return is_glued and piece.size > last.size


def _pieces(text: Text, lexicon: Lexicon) -> Iterator[Piece]:
    at = 0
    while at < len(text.words):
        several = (_bare(text, lexicon, at), _typed(text, lexicon, at))
        piece = max(filter(None, several), key=attrgetter("length"), default=None)
        piece = piece or _home(text, lexicon, at)
        if piece:
            yield piece
        at += piece.length if piece else 1


def _typed(text: Text, lexicon: Lexicon, at: int) -> Piece | None:
    """A type word and its name; a cemetery may leave its name to the next piece."""
    match = lexicon.longest("place_types", text, at)
    if match is None or _is_in_person(text, lexicon, at):
        return None
    kind, size = match.rows[0]["full"], int(match.rows[0]["size"])
    after = at + match.length
    is_followed = len(adjoining(text, after - 1, 2)) > 1
    if is_followed and (named := _name(text, lexicon, after, size)):
        is_whole = named.name.lower().startswith(kind)
        norm = named.name if is_whole else f"{kind} {named.name}"
        length = match.length + named.length
        today = named.today if _is_level(kind, size, named) else frozenset()
        piece = _piece(text, at, length, size, norm, today)
        is_sure = text.is_cased or named.today
        return piece if is_sure else replace(piece, stands=Stands.WHERE)
    if not kind.startswith(CEMETERY):
        return None
    piece = _piece(text, at, match.length, size, kind)
    return replace(piece, stands=Stands.BEFORE)


def _is_level(kind: str, size: int, named: Known) -> bool:
    """Is it the known place itself, and no commune that bears a district's name?"""
    return (
        size not in (HAMLET, COMMUNE) or named.size <= size or kind.startswith(CEMETERY)
    )


def _name(text: Text, lexicon: Lexicon, at: int, size: int) -> Known | None:
    """The name that a type word asks for, known or not."""
    read = gazetteer.district if size == DISTRICT else gazetteer.known
    if (found := read(text, lexicon, at)) and _is_written_as_name(text, at):
        return found
    limit = 4 if text.is_cased else 2 if size else 1
    length = _unknown(text, lexicon, at, limit)
    if not length:
        return None
    span = text.words[at].start, text.words[at + length - 1].end
    return Known(length, size, names.titled(text.written(*span)), "", frozenset())


def _unknown(text: Text, lexicon: Lexicon, at: int, limit: int) -> int:
    if text.words[at].plain.isdigit():
        return 1
    return names.run(text, lexicon, at, limit)


def _bare(text: Text, lexicon: Lexicon, at: int) -> Piece | None:
    found = gazetteer.known(text, lexicon, at)
    if found is None or not _is_written_as_name(text, at):
        return None
    if _is_in_person(text, lexicon, at) or _is_everyday(
        text, lexicon, at, found.length
    ):
        return None
    piece = _piece(text, at, found.length, found.size, found.norm, found.today)
    if found.is_short:
        return replace(piece, stands=Stands.INSIDE)
    is_sure = text.is_cased and found.size < COUNTRY
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
    name = names.titled(text.written(start, text.words[at + length - 1].end))
    return _piece(text, at, length, COMMUNE, name)


def _is_written_as_name(text: Text, at: int) -> bool:
    return text.words[at].is_capital or not text.is_cased


def _is_in_person(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Is it the rest of a name, as in "Phạm Hải Hậu" or "Phạm Đình Lượng"?"""
    if not (text.is_cased and at and text.words[at].is_capital):
        return False
    is_joined = len(adjoining(text, at - 1, 2)) > 1 and text.words[at - 1].is_capital
    return is_joined and names.surname(text, lexicon, at - 1) > 0


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
