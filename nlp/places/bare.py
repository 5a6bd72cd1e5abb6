"""Names of places without a type word: those of the gazetteer, and unknown ones.

An unknown name is one only in capitals and behind a word that says where.
"""

import re
from dataclasses import replace

from nlp.lexicon import Lexicon, adjoining
from nlp.people import around, barenames, names, syllables
from nlp.people.syllables import MIDDLE
from nlp.places import gazetteer
from nlp.places.gazetteer import COMMUNE, COUNTRY, HAMLET, Known
from nlp.places.piece import Piece, Stands
from nlp.text import Text

HOME = re.compile(r"\b(?:que|que quan|nguyen quan|qq)[ :]{1,3}\Z")
SPOT = re.compile(
    r"\b(?:o|tai|vung|khu vuc|khu|tran|(?<!bi )danh|chot|quanh|thuoc|vao|len|sang|xuong|toi|den)"
    r"[ :]{1,3}\Z"
)
TOWN = re.compile(r"thi (?:tran|xa)\b")
BEFORE = 18  # characters that the longest of them takes
# What begins the name of an office, a battle order or a feast, and of no place.
NO_PLACE = frozenset(
    [
        *("ban", "bo", "hoi", "doan", "doi", "vien", "so", "dang", "nha", "quan"),
        *("su", "trung", "tieu", "dai", "benh", "chi", "phong", "uy", "cong", "truong"),
        *("lu", "cuc", "tet", "mien", "chien", "google", "zalo", "facebook", "tu"),
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
    if is_listed_person(text, lexicon, at, found.length):
        return None
    if not _is_spelled(text, at, found):
        return None
    is_everyday = _is_everyday(text, lexicon, at, found.length)
    is_part = _is_begun(text, lexicon, at, found.length)
    if is_everyday or is_part or is_in_person(text, lexicon, at):
        return None
    if not text.is_cased and _is_in_bare_person(text, lexicon, at, found.length):
        return None
    piece = Piece.over(text, at, found.length, found.size, found.norm, found.today)
    piece = replace(piece, name=found.name)
    if found.is_short:
        return replace(piece, stands=Stands.INSIDE)
    is_sure = _is_sure(text, lexicon, at, found)
    return piece if is_sure else replace(piece, stands=Stands.WHERE)


def _is_spelled(text: Text, at: int, found: Known) -> bool:
    """Does it bear the name's marks: "chủ" is not Chũ, nor "suối sau" the creek Sâu?"""
    words = text.words[at : at + found.length]
    spelled = found.name.split()[-found.length :]  # "núi Bà Đen" as "Bà Đen"
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
    start = text.words[at].start
    before = max(0, start - BEFORE), start
    is_home = HOME.search(text.plain, *before) is not None
    if not is_home and not is_led(text, at, SPOT.search(text.plain, *before)):
        return None
    length = _run(text, lexicon, at)
    if not is_home and (length < SHORTEST_SPOT or _is_other(text, lexicon, at, length)):
        return None
    size = COMMUNE if is_home else HAMLET
    return Piece.over(text, at, length, size, names.spelled(text, at, length))


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
    return is_person or text.words[at].plain in NO_PLACE


def _is_everyday(text: Text, lexicon: Lexicon, at: int, length: int) -> bool:
    """Is "gia dinh" a family here and no province? In a home town it is a name."""
    start = text.words[at].start
    if text.is_cased or HOME.search(text.plain, max(0, start - BEFORE), start):
        return False
    match = lexicon.longest("stops", text, at)
    return match is not None and match.length >= length


def is_written_as_name(text: Text, at: int, length: int = 1) -> bool:
    """Where there are capitals, has it them? Marks vouch for the second word."""
    if not text.is_cased:
        return True
    words = text.words[at : at + (1 if text.is_marked else length)]
    return all(word.is_capital or word.plain.isdigit() for word in words)


def _is_in_bare_person(text: Text, lexicon: Lexicon, at: int, length: int) -> bool:
    """Is it within "vu quang thang", and neither "quê" before nor a place behind?"""
    start = text.words[at].start
    window = max(0, start - BEFORE), start
    if HOME.search(text.plain, *window) or SPOT.search(text.plain, *window):
        return False
    end = at + length
    is_followed = end < len(text.words) and gazetteer.known(text, lexicon, end)
    if is_followed and len(adjoining(text, end - 1, 2)) > 1:
        return False
    begins = (n for n in range(max(0, at - 2), at + 1))
    return any(
        barenames.full(text, lexicon, n) > max(end - 1 - n, SHORTEST_NAME - 1)
        for n in begins
        if names.surname(text, lexicon, n, "many")
    )


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
    if text.is_cased or not at or len(adjoining(text, at - 1, 2)) < 2:
        return False
    family = names.surname(text, lexicon, at - 1) == 1
    is_town = TOWN.match(text.plain, text.words[at].start) is not None
    is_middle = text.words[at].plain in ("thi", "van") and not is_town
    return (
        family and is_middle and barenames.full(text, lexicon, at - 1) > SHORTEST_SPOT
    )


def is_listed_person(text: Text, lexicon: Lexicon, at: int, length: int) -> bool:
    """Is it, without capitals, the rest of a name that begins an item of a list?"""
    if text.is_cased or not at or len(adjoining(text, at - 1, 2)) < 2:
        return False
    if not names.surname(text, lexicon, at - 1, "many"):
        return False
    is_item = around.before(text, text.words[at - 1].start) > 0
    return is_item and barenames.full(text, lexicon, at - 1) > length


def is_in_person(text: Text, lexicon: Lexicon, at: int) -> bool:
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
    if begin is None or at - begin >= SHORTEST_NAME:
        return False
    return not any(_is_over(text, lexicon, n, begin, at) for n in range(first, at))


def _is_over(text: Text, lexicon: Lexicon, n: int, family: int, at: int) -> bool:
    """Is a family name the end of a place before this one ("Thuận Châu Sơn La")?"""
    place = gazetteer.known(text, lexicon, n) if n <= family else None
    return place is not None and (n == family or family < n + place.length <= at)
