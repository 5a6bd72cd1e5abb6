"""Names of places without a type word: those of the gazetteer, and unknown ones.

An unknown name is one only in capitals and behind a word that says where.
"""

import re
from collections.abc import Set

from nlp.lexicon import Lexicon, adjoining
from nlp.people import barenames, names
from nlp.places import gazetteer, persons
from nlp.places.gazetteer import COMMUNE, COUNTRY, HAMLET, Known
from nlp.places.piece import Piece, Stands
from nlp.text import Text, Word

HOME = re.compile(r"\b(?:que|que quan|nguyen quan|qq)[ :]{1,3}\Z")
SPOT = re.compile(
    r"\b(?:o|tai|vung|khu vuc|khu|tran|(?<!bi )danh|chot|quanh|thuoc|vao|len|sang|xuong|toi|den)"
    r"[ :]{1,3}\Z"
)
# The last words of these.
HOMES = frozenset(["que", "quan", "qq"])
SPOTS = frozenset(
    [
        *("o", "tai", "vung", "vuc", "khu", "tran", "danh", "chot", "quanh", "thuoc"),
        *("vao", "len", "sang", "xuong", "toi", "den"),
    ]
)
BEFORE = 18  # characters that the longest of them takes
FIRM = re.compile(r"\b(?:cong ty|cty|tnhh|xi nghiep|to hop tac|khach san|tap doan) \Z")
FIRMS = frozenset(["ty", "cty", "tnhh", "nghiep", "tac", "san", "doan"])
LEAGUES = frozenset(["thanh", "tinh", "quan", "huyen"])  # Thành Đoàn, Tỉnh Đoàn
# What begins the name of an office, a battle order or a feast, and of no place.
NO_PLACE = frozenset(
    [
        *("ban", "bo", "hoi", "doan", "doi", "vien", "so", "dang", "nha", "quan"),
        *("su", "trung", "tieu", "dai", "benh", "chi", "phong", "uy", "cong", "truong"),
        *("lu", "cuc", "tet", "mien", "chien", "google", "zalo", "facebook", "tu"),
        *("pon", "pol", "polpot", "khmer", "khme"),
        *("trai", "tram", "toa", "hop", "thang", "nam", "bac", "my", "lien", "phap"),
    ]
)
# The last word of what stands before a person's name.
TITLES = frozenset(
    [
        *("anh", "chi", "ong", "ba", "co", "chu", "cau", "di", "duong", "em", "thang"),
        *("ls", "si", "sy", "ten", "hai", "tu", "sau", "bay", "tam", "chin", "ut"),
    ]
)
ELDERS = frozenset(["anh", "ong", "chu", "bac", "cau", "thang"])
SIDES = frozenset(["phia", "mien", "huong", "viet"])  # "bac" is north there
NAMED = {
    "tran": "trận",
    "danh": "đánh",
    "toi": "tới",
    "den": "đến",
}  # what are names with other marks
SHORTEST_NAME = 3  # a person's: family, middle and given name
SHORTEST_SPOT = 2
LONGEST_NAME = 4
UNMISTAKABLE = 3  # words of a name that nothing else sounds like


def known(text: Text, lexicon: Lexicon, at: int) -> Piece | None:
    """A name of the gazetteer by itself."""
    found = gazetteer.known(text, lexicon, at)
    if found is None or not is_written_as_name(text, at, found.length):
        return None
    if persons.is_listed_person(text, lexicon, at, found.length):
        return None
    if not _is_spelled(text, at, found) or _is_firm(text, at) or is_elder(text, at):
        return None
    is_everyday = _is_everyday(text, lexicon, at, found.length)
    is_part = _is_begun(text, lexicon, at, found.length)
    if is_everyday or is_part or persons.is_in_person(text, lexicon, at):
        return None
    is_led = text.is_cased or _behind_home(text, at) or _behind_spot(text, at)
    if not is_led and persons.is_in_bare_person(text, lexicon, at, found.length):
        return None
    return Piece.over(
        text,
        at,
        found.length,
        found.size,
        found.norm,
        found.today,
        _stands(text, lexicon, at, found),
        found.name,
    )


def is_elder(text: Text, at: int) -> bool:
    """Is it, without marks, what somebody is called: "bac Hai Ly", no Hải Lý?"""
    if text.is_marked or not at or not names.is_ordered(text.words[at]):
        return False
    is_called = (
        text.words[at - 1].plain in ELDERS and len(adjoining(text, at - 1, 2)) > 1
    )
    is_side = at > 1 and text.words[at - 2].plain in SIDES
    return is_called and not is_side


def _is_firm(text: Text, at: int) -> bool:
    """Is it what a firm is called: "công ty Thanh Bình", "tổ hợp tác Bình Minh"?"""
    if not at or text.words[at - 1].plain not in FIRMS:  # most of the time
        return False
    start = text.words[at].start
    return FIRM.search(text.plain, max(0, start - BEFORE), start) is not None


def _stands(text: Text, lexicon: Lexicon, at: int, found: Known) -> Stands:
    if found.is_short:
        return Stands.INSIDE
    if "." in found.written:  # "N.Bình" may be anybody's initials
        return Stands.WHERE
    return Stands.ALONE if _is_sure(text, lexicon, at, found) else Stands.WHERE


def _is_spelled(text: Text, at: int, found: Known) -> bool:
    """Does it bear the name's marks: "chủ" is not Chũ, nor "suối sau" the creek Sâu?"""
    words = text.words[at : at + found.length]
    spelled = re.split(r"[ \-]+", found.written or found.name)
    if not text.is_marked or len(spelled) != len(words):
        return True
    is_mixed = any(word.is_marked for word in words)
    pairs = zip(words, spelled, strict=True)
    return not is_mixed or all(
        word.written.lower() == name.lower()
        for word, name in pairs
        if not word.is_marked or len(words) == 1
    )


def _is_sure(text: Text, lexicon: Lexicon, at: int, found: Known) -> bool:
    """Is the name alone enough? Without marks or capitals it must look like no other."""
    if found.size == COUNTRY or (found.length == 1 and not text.is_marked):
        return False
    if text.is_cased or found.length >= UNMISTAKABLE:
        return True
    looks = lexicon.longest("place_lookalikes", text, at)
    is_alike = looks is not None and looks.length >= found.length
    is_name = barenames.full(text, lexicon, at) > found.length
    is_called = is_name or _is_called(text, lexicon, at)
    return found.length > 1 and not is_alike and not is_called


def _is_called(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Is it what somebody is called: behind a title, a family or a middle name?"""
    if at == 0 or len(adjoining(text, at - 1, 2)) < 2:
        return False
    before = text.words[at - 1]
    is_title = before.plain in TITLES
    is_named = names.has_middle(text, at - 1) or names.surname(
        text, lexicon, at - 1, "many"
    )
    return is_title or bool(is_named)


def unknown(text: Text, lexicon: Lexicon, at: int) -> Piece | None:
    """An unknown name: after "quê" it can only be a place, after "ở" two words can."""
    if not text.is_cased or not text.words[at].is_capital:
        return None
    is_home = _behind_home(text, at) is not None
    if not is_home and not is_led(text, at, _behind_spot(text, at)):
        return None
    length = _run(text, lexicon, at)
    if not is_home and (length < SHORTEST_SPOT or _is_other(text, lexicon, at, length)):
        return None
    size = COMMUNE if is_home else HAMLET
    return Piece.over(text, at, length, size, names.spelled(text, at, length))


def _behind_home(text: Text, at: int) -> re.Match[str] | None:
    return _behind(HOME, HOMES, text, at)


def _behind_spot(text: Text, at: int) -> re.Match[str] | None:
    return _behind(SPOT, SPOTS, text, at)


def _behind(
    words: re.Pattern[str], last: Set[str], text: Text, at: int
) -> re.Match[str] | None:
    """Do these words, which end with one of the last, lead to word ``at``?"""
    if not at or text.words[at - 1].plain not in last:  # most of the time
        return None
    start = text.words[at].start
    return words.search(text.plain, max(0, start - BEFORE), start)


def is_led(text: Text, at: int, match: re.Match[str] | None) -> bool:
    """Does a word that says where stand before, and no "Trần" or "Danh" of a name?"""
    before = text.words[at - 1] if at else None
    if match is None or before is None or before.plain not in NAMED:
        return match is not None
    is_bare = not before.is_marked and (before.is_capital or text.is_marked)
    return before.reads(NAMED[before.plain]) and not is_bare


def _is_begun(text: Text, lexicon: Lexicon, at: int, length: int) -> bool:
    """Do more capitals follow, as in "Vũ Quang Thắng", and no second place?"""
    if not text.is_cased or _run(text, lexicon, at) <= length:
        return False
    if gazetteer.known(text, lexicon, at + length):
        return False
    return length == 1 or names.surname(text, lexicon, at) > 0


def _run(text: Text, lexicon: Lexicon, at: int) -> int:
    return names.run(text, lexicon, at, LONGEST_NAME)


def _is_other(text: Text, lexicon: Lexicon, at: int, length: int) -> bool:
    """Is it a person with his family name, or an office?"""
    is_person = length >= SHORTEST_NAME and names.surname(text, lexicon, at) > 0
    first, second = text.words[at : at + SHORTEST_SPOT]
    is_league = first.plain in LEAGUES and second.plain == "doan"
    return is_person or is_league or first.plain in NO_PLACE


def _is_everyday(text: Text, lexicon: Lexicon, at: int, length: int) -> bool:
    """Is "gia dinh" a family here and no province? In a home town it is a name."""
    if text.is_cased or _behind_home(text, at):
        return False
    match = lexicon.longest("stops", text, at)
    return match is not None and match.length >= length


def is_written_as_name(text: Text, at: int, length: int = 1) -> bool:
    """Where there are capitals, has it them? Marks vouch for the second word."""
    if not text.is_cased:
        return True
    first, *others = text.words[at : at + (1 if text.is_marked else length)]
    return _is_capital(first) and all(
        _is_capital(word) or _is_hyphened(text, word) for word in others
    )


def _is_capital(word: Word) -> bool:
    return word.is_capital or word.plain.isdigit()


def _is_hyphened(text: Text, word: Word) -> bool:
    """Is it inside a name, as in "Bo-li-kham-xay"?"""
    return text.plain[word.start - 1] == "-"
