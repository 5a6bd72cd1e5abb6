"""A type word and the name behind it: "đồi 105", "xã Yên Phú", "NTLS Đức Phong"."""

import re

from nlp.lexicon import Lexicon, Row, adjoining
from nlp.people import names
from nlp.places import bare, gazetteer, heights, persons
from nlp.places.gazetteer import COMMUNE, DISTRICT, HAMLET, LANDMARK, Known
from nlp.places.piece import Piece, Stands
from nlp.text import Text

TABLE = "place_types"
DOTTED = (". ", ".")  # "H. Ý Yên", "x.Yên Phú"
CEMETERY = "nghĩa trang"
FRONTS = ("mặt trận", "chiến trường")
LONGEST_NAME = 4
TO_COMMUNE = re.compile(
    r"(?P<name>[a-z0-9]{1,7}(?: [a-z0-9]{1,7}){0,2}?)(?: {0,2}[,-])? {1,2}"
    r"(?:(?:xa|phuong|thi tran|tt) |[xp]\. ?)[a-z]"
)
# "Cách cầu 200 m" measures and names no bridge.
MEASURED = re.compile(r"[0-9]{1,5} {0,2}(?:m|met|km|cay so|buoc|thuoc|sai)(?![a-z0-9])")
# Squads, soldiers and the like, which sound like hills once the marks are gone.
OTHER = re.compile(
    r"\b(?:(?:dong|tieu|trung|dai|bo|phan|quan|doan|ca|lap) doi|chuc doi|cuoc doi"
    r"|ban do|kinh tuyen|dia phuong|sinh quan|nguyen quan|que quan|tru quan|dan cong"
    r"|gia dinh|nha nuoc|dai ban|cac ban|hoat dong|lao dong|hanh dong|huy dong"
    r"|chu dong|xuc dong|cam dong|co dong|luc luong|hop tac xa)\Z"
)
# "Già làng Rơ Châm Blơk": an elder's name, unless his own stands before it.
ELDER = re.compile(r"\bgia lang\Z")
AFTER_NAME = re.compile(r"[a-z'] ?[,(\-] ?gia lang\Z")


def typed(text: Text, lexicon: Lexicon, at: int) -> Piece | None:
    """The piece that begins here; a cemetery may leave its name to the next one."""
    match = lexicon.longest(TABLE, text, at)
    if match is None or persons.is_in_person(text, lexicon, at):
        return None
    if persons.is_person(text, lexicon, at) or persons.is_middle(text, lexicon, at):
        return None
    if OTHER.search(text.plain, max(0, text.words[at].start - 8), text.words[at].end):
        return None
    if _is_elder(text, at):
        return None
    type_ = match.rows[0]
    kind, size = type_["full"], int(type_["size"])
    after = at + match.length
    named = _name(text, lexicon, after, type_) if _is_led(text, after, type_) else None
    if named is None:
        return _nameless(text, at, match.length, type_)
    norm = _spelled(kind, named)
    today = named.today if _is_level(kind, size, named) else frozenset()
    length = match.length + named.length
    whole = gazetteer.known(text, lexicon, at)
    if whole and whole.length == length:  # "cầu Cốc Nam", type and all
        today = whole.today
    is_wide = kind == named.type  # "TP Hồ Chí Minh" is as large as a province
    size = max(size, named.size) if is_wide else size
    stands = Stands.ALONE if _is_sure(text, type_, named) else Stands.NEAR
    return Piece.over(
        text, at, length, size, norm, today, stands, named.name, named.bearers
    )


def _is_elder(text: Text, at: int) -> bool:
    """Is the next a person's name, as behind "già làng"?"""
    end = text.words[at].end
    if not ELDER.search(text.plain, max(0, end - 8), end):
        return False
    is_behind = AFTER_NAME.search(text.plain, max(0, end - 12), end) is not None
    return not (is_behind and at > 1 and text.words[at - 2].is_capital)


def _is_sure(text: Text, type_: Row, named: Known) -> bool:
    """Is it a place by itself? Without marks "ban" and "doi" are a friend and life."""
    if not text.is_marked and type_["bare"] == "no" and not named.today:
        return False
    if text.is_cased:
        return True
    is_clear = named.length > 1 or text.is_marked or named.name.isdecimal()
    return bool(named.today) and is_clear and (type_["size"] != "0" or text.is_marked)


def _is_led(text: Text, at: int, type_: Row) -> bool:
    """Does a name follow: behind a blank, or behind the dot of an abbreviation?"""
    if at >= len(text.words):
        return False
    if type_["written"] == type_["full"]:
        return len(adjoining(text, at - 1, 2)) > 1
    between = text.plain[text.words[at - 1].end : text.words[at].start]
    return between in DOTTED or (type_["dotted"] == "no" and between in (" ", "  "))


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
    size, full = int(type_["size"]), type_["full"]
    return Piece.over(text, at, length, size, full, stands=Stands.BEFORE)


def _is_level(kind: str, size: int, named: Known) -> bool:
    """Is it the known place itself, and no hamlet that bears a district's name?"""
    is_larger = size in (HAMLET, COMMUNE) and named.size > size and bool(named.type)
    return not is_larger or kind.startswith(CEMETERY)


def _name(text: Text, lexicon: Lexicon, at: int, type_: Row) -> Known | None:
    """The name that a type word asks for, known or not."""
    size = int(type_["size"])
    if bare.is_written_as_name(text, at) and (
        found := _known(text, lexicon, at, type_)
    ):
        return found
    if found := heights.spoken(text, lexicon, at, type_):
        return found
    length = _unknown(text, lexicon, at, type_)
    if not length:
        return None
    name = names.spelled(text, at, length)
    return Known(length, size, name, "", frozenset())


def _known(text: Text, lexicon: Lexicon, at: int, type_: Row) -> Known | None:
    """The known name of that level; a longer unknown one in capitals is another."""
    size = int(type_["size"])
    if size == COMMUNE and (found := gazetteer.commune(text, lexicon, at)):
        written = names.run(text, lexicon, at, LONGEST_NAME)
        if not text.is_cased or written == found.length:
            return found
    read = gazetteer.district if size == DISTRICT else gazetteer.known
    found = read(text, lexicon, at)
    is_fit = found and (size > DISTRICT or found.type == type_["full"])  # "TP. HN"
    return found if found and (not found.is_short or is_fit) else None


def _unknown(text: Text, lexicon: Lexicon, at: int, type_: Row) -> int:
    """How many words of an unknown name stand here; without capitals less is one."""
    size = int(type_["size"])
    if any(letter.isdigit() for letter in text.words[at].plain):
        is_measured = MEASURED.match(text.plain, text.words[at].start) is not None
        return 1 if type_["numbers"] == "yes" and not is_measured else 0
    if text.is_cased:
        length = names.run(text, lexicon, at, LONGEST_NAME)
        return 0 if _is_letter(text, at, length) else length
    if size == HAMLET and (length := _before_commune(text, at)):
        return length
    if size >= DISTRICT or (type_["bare"] == "no" and not text.is_marked):
        return 0
    if lexicon.longest("place_nouns", text, at):
        return 0
    if _is_unit(text, lexicon, at):
        return 0
    if size == LANDMARK:
        return names.run(text, lexicon, at, 2, "nothing")
    length = names.run(text, lexicon, at, 3 if size == COMMUNE else 2)
    if _is_letter(text, at, length):
        return 0
    before_known = (
        n for n in range(1, length) if gazetteer.known(text, lexicon, at + n)
    )
    return next(before_known, length)


def _before_commune(text: Text, at: int) -> int:
    """How many words, of whatever meaning, up to the commune: "thon dong, xa Lien Bao"."""
    match = TO_COMMUNE.match(text.plain, text.words[at].start)
    return len(match["name"].split()) if match else 0


def _is_letter(text: Text, at: int, length: int) -> bool:
    """Is it "chiến trường B" or "q. An" and no name?"""
    return length == 1 and len(text.words[at].plain) == 1


def _is_unit(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Is "tỉnh Đồng Tháp" here, behind another type word?"""
    match = lexicon.longest(TABLE, text, at)
    if match is None or int(match.rows[0]["size"]) < COMMUNE:
        return False
    after = at + match.length
    if not _is_led(text, after, match.rows[0]):
        return False
    found = gazetteer.known(text, lexicon, after)
    return (found or gazetteer.commune(text, lexicon, after)) is not None
