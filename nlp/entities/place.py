"""Places as one expression from small to large: "xã Yên Phú, huyện Ý Yên, Hà Nam Ninh".

A piece is a type word with a name ("đồi 105") or a name of the gazetteer. Without
capitals a bare name needs a word that says "where" before it, or a larger unit behind
it. ``norm`` spells it out as the name of its time; ``values`` are what ``candidates``
says of today.
"""

import re
from collections.abc import Iterator

from nlp.entity import Entity, Kind, Span
from nlp.lexicon import Lexicon, Row
from nlp.places import bare, candidates
from nlp.places.piece import GLUE, Piece, Stands
from nlp.places.toponyms import pieces
from nlp.roles.cues import Cue, Cues, cues
from nlp.text import Text, fold

KIND = Kind.PLACE
TURN: int | None = 6

WHERE = re.compile(
    r"\b(?:que|quan|o|tai|nguoi|(?<!bi )danh|vao|vo|tran|gan|khu vuc|vung|tu|di|ve|ben|bac|nam"
    r"|dong|tay|ngoai|trong|san bay|ban|duong|to|mat tran|chot|near|at|in|tren|qua|sang|ra"
    r"|len|xuong|dan|khap|toan|la|dia phuong|tuyen|dinh|bau troi|o cung"
    r"|huyen doi|xa doi)[ :(.]{1,3}\Z|\(\Z"
)
NEAR = re.compile(
    r"\b(?:truoc|sau|canh|chan|duoi|bo|ven|sat|dau|cuoi|giua|mep|cua|suon|dinh|doi dien"
    r"|cach|doc|theo|huong|phia|cho|thuoc|ngay|khuc|boi|kia|nay|bia|rung|trai|thuong"
    r"|nguon)[ :(.]{1,3}\Z"
)
# A name alone between commas: ", Kim Bôi," is where he who was named is from.
APART = re.compile(r"(?:[,;:\n)]|\d[.)]) {0,2}\Z")
APART_AFTER = re.compile(r" {0,2}(?:[,;.\n(]|$)")
FOLK = re.compile(r"(?:\b(?:nguoi|dan|dan cong|goc) {1,2}|\()\Z")
LONGEST_HOME, WITHIN = 50, (" o ", " ngoai ", " trong ", " duoi ")
# "Người chôn là ông Mười, giờ ở Long Xuyên": where he lives, not where anybody lies.
LIVES = re.compile(
    r"(?<!\bchon)(?<!\bmo)(?<!\bma)(?<!\bcot)(?<!\btang) (?:ong|ba|bac|chu|co|cau|di|thim|mo)"
    r" [a-z]{1,7}(?: [a-z]{1,7}){0,2},? (?:gio|bay gio|hien gio)"
    r"(?: (?:dang|con|van|song)){0,2} (?:o|ngoai|trong|duoi) \Z"
)
SINCE_HOME = re.compile(r"[a-z]{2,}[,;]? (?:o|tai|gan|vao|sang|len|xuong|qua) ")
OFFICE = re.compile(
    r"(?:quan su|chqs|nhan dan|ubnd|cong an|hoi ccb)[ \n]{1,3}(?:(?:tinh|huyen|xa) )?\Z"
)
# "d47 Vĩnh Linh", "chiến dịch Hòa Bình": whose unit and which campaign it is.
OF_UNIT = re.compile(rf"(?:{Kind.UNIT.mask} |\b(?:chien dich|phong trao|hiep dinh) )\Z")
# What bears the name of the president and is not his city.
HONOURED = "Hồ Chí Minh"
IN_HONOUR = re.compile(
    r"\b(?:duong|dai lo|chu tich|bac|lang|bao tang|guong|tu tuong|cong san|doan) \Z"
)
REACH, AFTER = 40, 60  # characters


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    chains = _chains(pieces(text, lexicon), text.plain)
    standing = [chain for chain in chains if _stands(chain, text)]
    if standing:
        near = cues(text, lexicon, KIND)
        found = [_entity(chain, text, near, lexicon) for chain in standing]
        yield from candidates.together(found, lexicon)


def _entity(chain: list[Piece], text: Text, near: Cues, lexicon: Lexicon) -> Entity:
    span = chain[0].start, chain[-1].end
    bearers = candidates.bearers(chain, lexicon)
    norm = ", ".join(_norm(piece, bearers) for piece in chain)
    score = 0.9 if any(piece.stands is Stands.ALONE for piece in chain) else 0.7
    role = _role(span, text, near)
    codes = candidates.codes(chain, bearers, lexicon)
    return Entity.spot(KIND, text, span, norm, role, score, tuple(sorted(codes)))


def _norm(piece: Piece, bearers: list[Row]) -> str:
    """A commune typed without marks gets them back if all that fit are spelled alike."""
    spellings = {
        row["written"] for row in bearers if row["written"] != fold(row["written"])
    }
    if (
        not piece.bearers
        or len(spellings) != 1
        or piece.name != fold(piece.name).title()
    ):
        return piece.norm
    return piece.norm.removesuffix(piece.name) + spellings.pop()


def _role(span: Span, text: Text, near: Cues) -> str | None:
    """What the cue before it says, else a death or a grave told after it."""
    before = _cue(span[0], text, near)
    if FOLK.search(text.plain, max(0, span[0] - 15), span[0]):
        return "hometown"
    if _is_home(text.plain[max(0, span[0] - LONGEST_HOME) : span[0]]):
        return "residence"
    if before:
        return before.role
    after = near.after(span[1], AFTER, ("death", "burial"))
    return after.role if after else None


def _is_home(before: str) -> bool:
    """Does what is before a place say of somebody that he lives there now?"""
    return before.endswith(WITHIN) and LIVES.search(f" {before}") is not None


def _cue(at: int, text: Text, near: Cues) -> Cue | None:
    """The cue before it; "quê A ở B" says of A only that it is home."""
    cue = near.before(at, REACH)
    if cue and cue.role == "hometown" and SINCE_HOME.search(text.plain, cue.end, at):
        return near.before(cue.start, REACH)
    return cue


def _stands(chain: list[Piece], text: Text) -> bool:
    start = chain[0].start
    before = max(0, start - 25), start
    if OF_UNIT.search(text.plain, *before) and len(chain) == 1:
        return False
    if chain[0].name == HONOURED and IN_HONOUR.search(text.plain, *before):
        return False
    if chain[-1].stands is Stands.BEFORE or OFFICE.search(text.plain, *before):
        return False
    if len(chain) > 1 or chain[0].stands is Stands.ALONE:
        return True
    stands = chain[0].stands
    if stands is Stands.WHERE and _is_apart(chain[0], text):
        return True
    where = WHERE.search(text.plain, *before)
    if where is None and stands is Stands.NEAR:
        where = NEAR.search(text.plain, *before)
    is_led = bare.is_led(text, text.word_at(start), where)
    return stands in (Stands.WHERE, Stands.NEAR) and is_led


def _is_apart(piece: Piece, text: Text) -> bool:
    if len(piece.name.split()) < 2 or text.is_cased:
        return False
    before = APART.search(text.plain, max(0, piece.start - 4), piece.start)
    return bool(before and APART_AFTER.match(text.plain, piece.end))


def _chains(found: Iterator[Piece], plain: str) -> Iterator[list[Piece]]:
    """Neighbours, each larger than the one before."""
    chain: list[Piece] = []
    for piece in found:
        if chain and not _goes_on(chain[-1], piece, plain):
            yield chain
            chain = []
        chain.append(piece)
    if chain:
        yield chain


def _goes_on(last: Piece, piece: Piece, plain: str) -> bool:
    is_glued = GLUE.fullmatch(plain, last.end, piece.start) is not None
    return is_glued and piece.size > last.size
