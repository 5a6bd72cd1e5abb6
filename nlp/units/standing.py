"""Does a unit's name stand here? What speaks for a lone "d3", and what against it.

A class, a flat and a vitamin are written alike, so a lone letter with a number counts
only in a message about the war or where a word says that a unit follows. The other
side's units are none of ours (``otherside.py``).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from nlp.entity import Kind
from nlp.lexicon import Lexicon
from nlp.text import Text
from nlp.units.levels import Echelon, Stands
from nlp.units.otherside import is_theirs

WAR = re.compile(
    r"\b(?:liet s[iy]|ls|don vi|dv|linh|bo doi|ccb|cuu chien binh"
    r"|nhap ngu|nhap nghu|chien dau|chien truong|chien dich|chien si|mat tran|bao tu"
    r"|hai cot|quy tap|dong doi|ngoi mo|phan mo|mo ls|bia mo|nghia trang|ntls|quan khu"
    r"|xuat ngu|di b[1-5]?|phien hieu|tai ngu|thuong binh|tran danh|chot|trung (?:phao|bom|dan)"
    r"|danh (?:tran|o|vao|nhau|giac|my|dich|don|chiem)|du kich|tnxp|bi thuong|tu si|nva|vc"
    r"|b52|nem bom|hanh quan|phuc kich|tap kich|cu diem|tieu doi|trung doi|dai doi|tieu doan|trung doan"
    rf"|su doan|bien phong|vu trang)\b|{Kind.RANK.mask}"
)
# Two of these together tell of the war as well.
WEAK = re.compile(
    r"\b(?:h[yi] [sx]inh|chon|mo|mo mat|bom|dan|phao|sung|dich|giac|chet|can cu|ham|ham phao|suoi|rung|tran"
    r"|giai phong|mat tich|giay bao|khac|bi dong|dep cao su|vong|xuong|xuong cot|chien|que|doi"
    r"|cao diem|lo cot|don bot|dot|ban|thanh co|truong son|mau than|cung dai doi|o cung|tu|liet"
    rf"|nn|qq|sn|hs|sinh|ten tren|bia|ky vat|di vat|bi danh|tuc|mat tin|phan khu|mat(?= (?:nam |ngay |thang )?{Kind.DATE.mask}))\b|{Kind.DATE.mask}"
)
TOLD = re.compile(
    r"\b(?:don vi(?: cu| nao| la|(?: [a-z]+){1,4} la)?|dv|vi|linh(?: cu)?|thuoc|ccb|cuu chien binh|bo doi|chien s[iy]"
    r"|phien hieu|mat danh|ky hieu|bien che|bo binh|dac cong|trinh sat|cong binh|phao binh|biet dong|nguyen"
    rf"|can bo|(?:anh|chi) em|dong doi|danh sach|vu trang|unit|dai doi|tieu doan|trung doan|ghi(?: la)?|(?:thu|bao tu|giay|thi) de|bao tu|benh xa|doi phau|tram phau|binh tram|tnxp|thanh nien xung phong|ban chi huy|hau cu|ban lien lac|so chi huy|(?:phong|ban) (?:hau can|chinh tri|tham muu|tac chien|quan luc|chinh sach))[ :\-]{{1,3}}(?:la |cua |o |thuoc |cu )?\Z|{Kind.RANK.mask}[ ,]{{0,2}}(?:cua |o |thuoc )?\Z"
)
HINT = re.compile(
    r"\b(?:cua|doi|cong|quan|xe|si|o|cho|con|thi|ghi|ve|vao|tu|sang|tai|trong|voi|cung"
    r"|la|hoi|gap|bo sung|tang cuong|phoi thuoc|nuoc|hay|hoac|phai|va|nhu|chac|khong|phau"
    r"|y|tang|tai|phao|toi|minh|vo|theo|nhom|toan)[ :(]{1,3}\Z"
)
CLAUSE_BEFORE = re.compile(r"[.,;:(\n\-] {0,2}\Z")
CLAUSE_AFTER = re.compile(r" {0,2}(?:[.,;)\n\-]|\Z)")
OF = re.compile(r"\b(?:cua|thuoc)[ :]{1,2}\Z")
WITHIN = re.compile(r"\b(?:o|cua|ve|vao|tu|tai)[ :]{1,2}\Z")
AFTER = re.compile(
    r"[ ,]{1,3}(?:h[yi] [sx]inh|hs|danh|chon|bi|chot|hanh quan|dong|nam|rut|tru|mat"
    r"|phuc kich|tham chien)\b"
)
FLIES = re.compile(r" (?:cua )?(?:nem|ban|tha|oanh|bay|my|dich|roi|thi nhau|lao|gam)\b")
DATED = re.compile(rf" ?[,\-] {{0,2}}{Kind.DATE.mask}")
ARM_AFTER = re.compile(
    r" (?:bo binh|dac cong|phao binh|cong binh|trinh sat|quan y|van tai|biet dong|tnxp"
    r"|thanh nien xung phong|hau can|cao xa|phong khong|hai quan|xe tang|hoa luc"
    r"|(?:tinh|huyen|thi|thanh) doi)\b"
)
BATCH = re.compile("[0-9]{2}[A-D]$")
WINDOW = 45
SMALLEST_CODE, FIGURES = 3, 2
CODES = {Stands.CODE, Stands.SAID, Stands.CHAIN}
FEW_WORDS = 5
FARM = "nong truong"  # a cover name of a division, and where people work today
SLANG = "k"  # "không", "nghìn"


@dataclass(frozen=True, slots=True)
class Scene:
    """What a chain stands in: the text, what we know, and whether it tells of the war."""

    text: Text
    lexicon: Lexicon
    is_of_war: bool

    @classmethod
    def of(cls, text: Text, lexicon: Lexicon) -> "Scene":
        return cls(text, lexicon, _is_of_war(text.plain))

    def beside(self, chains: Iterable[Sequence[Echelon]]) -> "Scene":
        """The same; where a whole chain or a known name stands, codes are of the war."""
        telling = (chain for chain in chains if _tells(chain, self.text))
        is_of_war = self.is_of_war or any(stands(chain, self) for chain in telling)
        return replace(self, is_of_war=is_of_war)


def _tells(chain: Sequence[Echelon], text: Text) -> bool:
    """Are they codes that hold each other up, or a name of ours?"""
    if text.plain[chain[0].start].isdigit():
        return False
    kinds = {level.stands for level in chain}
    return Stands.ALONE in kinds or (len(chain) > 1 and kinds <= CODES)


def _is_of_war(plain: str) -> bool:
    if WAR.search(plain):
        return True
    hints = (match.group() for match in WEAK.finditer(plain))
    first = next(hints, None)
    return any(hint != first for hint in hints)


def stands(chain: Sequence[Echelon], scene: Scene) -> bool:
    """Is this chain a unit of ours, by what it is and what stands around it?"""
    if is_theirs(chain, scene.text):
        return False
    if len(chain) > 1:
        return _holds(chain, scene)
    level = chain[0]
    match level.stands:
        case Stands.ALONE:
            return True
        case Stands.WAR:
            is_shown = scene.is_of_war or _is_told(level, scene)
            return is_shown or _figures(level) > FIGURES
        case Stands.LONG:
            is_shown = _is_told(level, scene) or _has_arm(level, scene)
            return is_shown or _figures(level) > FIGURES
        case Stands.CODE:
            return _is_code(level, scene)
        case Stands.TOLD:
            return _is_told(level, scene)
        case Stands.SAID:
            is_long = scene.is_of_war and _figures(level) > FIGURES
            return is_long or _is_told(level, scene) or _has_arm(level, scene)
    return False


def _holds(chain: Sequence[Echelon], scene: Scene) -> bool:
    """Two levels hold each other up, but "anh ba em bốn" needs a war around it."""
    kinds = {level.stands for level in chain}
    if kinds <= CODES and _is_trapped(chain[0], scene) and not _is_long(chain):
        return False
    if kinds & {Stands.ALONE, Stands.WAR, Stands.LONG}:
        return True
    if kinds == {Stands.CHAIN}:
        return False
    is_sure = Stands.CODE in kinds and len(chain) > 1
    is_sure = is_sure or len(chain) > 2 or sum(map(_figures, chain)) >= 2 * FIGURES
    if scene.is_of_war or (is_sure and not _is_listing(chain)):
        return True
    return _is_told(chain[0], scene) or bool(
        is_sure
        and OF.search(scene.text.plain, max(0, chain[0].start - WINDOW), chain[0].start)
    )


def _is_long(chain: Sequence[Echelon]) -> bool:
    """Are they more than a trap explains, as in "giấy là c10 d6 e148"?"""
    return len(chain) > FIGURES and sum(map(_figures, chain)) > 2 * FIGURES


def _is_listing(chain: Sequence[Echelon]) -> bool:
    """Are they small things that skip levels, "khối A1, D1"?"""
    return len(chain) == FIGURES and chain[0].size < SMALLEST_CODE


def _is_code(level: Echelon, scene: Scene) -> bool:
    """Is it "e271" in a message about the war, or "d6" with a hint beside it?"""
    if _is_told(level, scene) and (scene.is_of_war or level.size >= SMALLEST_CODE):
        return True
    if level.size < SMALLEST_CODE or _is_trapped(level, scene):
        return False
    plain = scene.text.plain
    if _has_arm(level, scene) or DATED.match(plain, level.end):
        return True
    if not scene.is_of_war:
        is_long = _figures(level) > FIGURES and plain[level.start] not in SLANG
        return is_long or _is_answer(level, scene.text)
    return not _is_doubtful(level, scene) or _is_hinted(level, plain)


def _is_doubtful(level: Echelon, scene: Scene) -> bool:
    """Could it be a sheet of paper, a plane or a thousand, even in the war?"""
    plain = scene.text.plain
    looks = scene.lexicon.look_up("unit_lookalikes", plain[level.start : level.end])
    if looks and looks[0]["what"] == "plane":
        return FLIES.match(plain, level.end) is not None
    return bool(looks) or (plain[level.start] in SLANG and _figures(level) < FIGURES)


def _has_arm(level: Echelon, scene: Scene) -> bool:
    return ARM_AFTER.match(scene.text.plain, level.end) is not None


def _is_hinted(level: Echelon, plain: str) -> bool:
    before = HINT.search(plain, max(0, level.start - WINDOW), level.start)
    return before is not None or AFTER.match(plain, level.end) is not None


def _is_told(level: Echelon, scene: Scene) -> bool:
    if _is_trapped(level, scene):
        return False
    plain = scene.text.plain
    before = plain[max(0, level.start - WINDOW) : level.start]
    is_clause = CLAUSE_BEFORE.search(before) and CLAUSE_AFTER.match(plain, level.end)
    is_farm = plain.startswith(FARM, level.start)
    if is_clause and scene.is_of_war and level.stands is Stands.TOLD and not is_farm:
        return True
    is_long = level.stands is Stands.SAID and _figures(level) >= FIGURES
    is_long = is_long or level.stands is Stands.LONG
    if is_long and scene.is_of_war and WITHIN.search(before):
        return True
    return TOLD.search(before) is not None


def _is_answer(level: Echelon, text: Text) -> bool:
    """Is it nearly the whole message, say an answer to "đơn vị nào"?"""
    most = FEW_WORDS if _figures(level) >= FIGURES else 1
    return len(text.words) <= most


def _is_trapped(level: Echelon, scene: Scene) -> bool:
    """Does a word right before it make it a class, a flat or a weapon?"""
    trap = _traps(scene.lexicon).search(
        scene.text.plain, max(0, level.start - WINDOW), level.start
    )
    if trap is None:
        return False
    at = scene.text.word_at(trap.start("what"))
    match = scene.lexicon.longest("unit_traps", scene.text, at)
    if match is None or match.length > 1 or scene.text.words[at].is_marked:
        return match is not None
    # A bare "o" is rather "ở" than "ô".
    others = scene.lexicon.look_up("stops", trap["what"])
    return all(row["written"] == match.rows[0]["written"] for row in others)


def _figures(level: Echelon) -> int:
    """How many figures its number has; the letter of "95C" counts as one."""
    return sum(map(str.isdigit, level.decoded)) + bool(BATCH.search(level.decoded))


@lru_cache(maxsize=4)
def _traps(lexicon: Lexicon) -> re.Pattern[str]:
    what = lexicon.pattern("unit_traps")
    return re.compile(
        rf"(?<![a-z0-9])(?<!bo )(?<!tien )(?<!vu )(?<!bao tu )(?<!tu thi )(?<!thu thi )(?<!giay )(?P<what>{what})(?: (?:so|loai|la|o))?[ :\-]{{1,2}}\Z"
    )
