"""The levels of a unit: each "c3", "tiểu đoàn bảy" or "hòm thư 86500 YK" of a text.

A level says what it needs around it, because "d3" is as often a vitamin. How levels make
one chain is ``entities/unit.py``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from nlp import numbers
from nlp.entity import Kind
from nlp.lexicon import Lexicon, Row
from nlp.patterns import BLANK
from nlp.text import Text, fold

FIGURES = r"[0-9]{1,4}[a-d]?(?![0-9])(?![.,][0-9])"
CLOSE = r"(?:(?![a-z0-9])|(?=(?:[a-fk]|bt|mt|qk)[0-9]))"
PEOPLE = (
    r"(?! (?:nguoi|dong chi|anh|ong|chi|ban|cuu|can bo|xe|khach|ngay|thang|em|chau"
    r"|ba con|bac si|luot|tuoi)\b)"
)
NO_KIN = r"(?!ba (?:toi|em|con|chau|minh|tui|ma|me)\b)"  # "ba tôi" is a father
SPOKEN = {
    "a": "a",
    "b": "b",
    "c": "c",
    "d": "d",
    "e": "e",
    "f": "f",
    "be": "b",
    "xe": "c",
    "ce": "c",
    "se": "c",
    "de": "d",
    "ep": "f",
    "ca": "k",
    "ep pho": "f",
}
OTHERS = frozenset(
    {"xe", "de", "ca", "be", "se", "ep"}
)  # words, where people type marks
SAID = "|".join(sorted(SPOKEN, key=len, reverse=True))
POST_BOX = (
    r"(?:ht|hom thu)(?: so)?[ :.]{0,3}(?P<box>[0-9]{2,3}[. ]?[0-9]{2,3}"
    r"(?: ?[/\-]? ?(?P<series>[a-z]{1,2}[0-9]{0,2}))?)(?![a-z0-9])"
)
ENGLISH = (
    r"(?<![0-9])(?P<nth>[0-9]{1,3}[a-d]?)(?:st|nd|rd|th) (?:(?:nva|vc|pavn) )?"
    r"(?P<english>company|battalion|regiment|division)"
)
ENGLISH_FIRST = r"(?P<first>company|battalion|regiment|division) (?P<after>[0-9]{1,3}[a-d]?)(?![a-z0-9])"
ENGLISH_LEVELS = {"company": "c", "battalion": "d", "regiment": "e", "division": "f"}
NUMERALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "ix": 9}
ROMAN = r"(?P<roman>quan khu|quan doan|phan khu) (?P<numeral>i[vx]|v?i{1,2}|iii|v)(?![a-z0-9])"
COVER = r"(?P<cover>[hjpqrtuvxz][0-9]{1,4})(?![a-z0-9])"  # what nobody has decoded
NUMERAL_WORDS = (
    *("không", "linh", "lẻ", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm"),
    *("sáu", "bảy", "bẩy", "tám", "chín", "mười", "mươi", "trăm"),
)
YEAR_NEXT = re.compile(rf"{BLANK}(?:[0-9]|{Kind.DATE.mask})")
SERVED = "trung doi|dai doi|tieu doan"
COVERED, BOXED = 5, 8


class Stands(StrEnum):
    """What a level needs around it if it has no neighbour (``standing.py``)."""

    ALONE = "alone"  # nothing
    WAR = "war"  # a message about the war
    LONG = "long"  # three digits, or else as TOLD
    CODE = "code"  # a message about the war, and two digits or a hint
    TOLD = "told"  # a word that says that a unit follows
    SAID = "said"  # the same; it may be two words
    CHAIN = "chain"  # it never stands alone


@dataclass(frozen=True, slots=True)
class Echelon:
    """One level of a chain, at a span of ``plain``."""

    start: int
    end: int
    size: int
    decoded: str
    stands: Stands


def echelons(text: Text, lexicon: Lexicon) -> Iterator[Echelon]:
    for match in _forms(lexicon).finditer(text.plain):
        if level := _level(match, text, lexicon):
            yield level


def _level(match: re.Match[str], text: Text, lexicon: Lexicon) -> Echelon | None:
    """What the form that matched says, by the group that it filled."""
    if match["letter"]:
        return _lettered(match, text, lexicon)
    if match["said"]:
        return _spoken(match, text, lexicon)
    if match["told"]:
        return _told(match, text, lexicon)
    if match["word"]:
        return _counted(match, text, lexicon)
    if match["box"]:
        return _box(match, text, lexicon)
    if match["corps"]:
        row = lexicon.look_up("unit_levels", "doi tnxp")[0]
        return _made(match.span(), row, match["nth_corps"])
    if match["service"]:
        return _serving(match, text, lexicon)
    if match["cover"]:
        return Echelon(*match.span(), COVERED, match["cover"].upper(), Stands.TOLD)
    if match["roman"]:
        row = lexicon.look_up("unit_levels", match["roman"])[0]
        return _made(match.span(), row, str(NUMERALS[match["numeral"]]))
    level, number = match["english"] or match["first"], match["nth"] or match["after"]
    row = lexicon.look_up("unit_letters", ENGLISH_LEVELS[level])[0]
    return _made(match.span(), row, number, Stands.ALONE if match["nth"] else None)


def _made(
    span: tuple[int, int], row: Row, number: str, stands: Stands | None = None
) -> Echelon:
    full = row["full"] if "#" in row["full"] else f"{row['full']} #"
    decoded = full.replace("#", number.upper())
    return Echelon(*span, int(row["size"]), decoded, stands or Stands(row["lone"]))


def _lettered(match: re.Match[str], text: Text, lexicon: Lexicon) -> Echelon | None:
    """Read "c3", unless it is a weapon whatever stands beside it."""
    code = match["letter"] + match["figures"]
    looks = lexicon.look_up("unit_lookalikes", code)
    row = _letter(match["letter"], text.written(*match.span("letter")), lexicon)
    if row is None or any(look["stands"] == "never" for look in looks):
        return None
    is_apart = match.group() != code and not _is_shown(match, text)
    return _made(match.span(), row, match["figures"], Stands.SAID if is_apart else None)


def _is_shown(match: re.Match[str], text: Text) -> bool:
    """Is it "D.7", or in a text with capitals "E 66"? Both are as good as "E66"."""
    if match.group().startswith(match["letter"] + "."):
        return True
    letter = text.written(*match.span("letter"))
    return text.is_cased and letter.isupper() and len(match["figures"]) > 1


def _letter(letter: str, written: str, lexicon: Lexicon) -> Row | None:
    """The row of a letter; where people type marks, "đ7" is no "d7"."""
    rows = lexicon.look_up("unit_letters", letter)
    fits = [row for row in rows if row["written"] == written.lower()]
    return next(iter(fits or (rows if written.isascii() else ())), None)


def _spoken(match: re.Match[str], text: Text, lexicon: Lexicon) -> Echelon | None:
    """Read "xê ba"; where people type marks, "xe ba" is a vehicle."""
    spoken, written = match["spoken"], text.written(*match.span("said")).lower()
    if text.is_marked and (written in OTHERS or written == "cả"):
        return None  # "cả hai" is both
    if not spoken.isdigit() and not _is_number(match, text, "spoken"):
        return None
    row = lexicon.look_up("unit_letters", SPOKEN[" ".join(match["said"].split())])[0]
    number = spoken if spoken.isdigit() else str(numbers.number(spoken))
    return _made(match.span(), row, number, Stands.SAID)


def _told(match: re.Match[str], text: Text, lexicon: Lexicon) -> Echelon | None:
    """Read "tiểu đoàn bảy"; a "năm" before a date is the year's."""
    row = _word(match, "level", text, lexicon)
    words, end = match["told"], match.end()
    if not _is_number(match, text):
        return None
    if words.endswith(" nam") and YEAR_NEXT.match(text.plain, end):
        words, end = words.removesuffix(" nam"), end - len(" nam")
    number = str(numbers.number(words))
    return _made((match.start(), end), row, number) if row else None


def _counted(match: re.Match[str], text: Text, lexicon: Lexicon) -> Echelon | None:
    row = _word(match, "word", text, lexicon)
    stands = Stands.ALONE if match["arm"] else None
    return _made(match.span(), row, match["count"], stands) if row else None


def _serving(match: re.Match[str], text: Text, lexicon: Lexicon) -> Echelon | None:
    """Read "đại đội trinh sát" before its regiment: an arm instead of a number."""
    row = _word(match, "served", text, lexicon)
    arm = lexicon.longest("unit_branches", text, text.word_at(match.start("service")))
    if row is None or arm is None:
        return None
    decoded = f"{row['full']} {arm.rows[0]['written']}"
    return Echelon(*match.span(), int(row["size"]), decoded, Stands.CHAIN)


def _word(match: re.Match[str], group: str, text: Text, lexicon: Lexicon) -> Row | None:
    """The row of a level word; a hill (đồi) is no company (đội), if the marks tell."""
    word = match[group]
    if "." in word:
        return lexicon.look_up("unit_levels", word.replace(".", " "))[0]
    known = lexicon.longest("unit_levels", text, text.word_at(match.start(group)))
    return known.rows[0] if known else None


def _is_number(match: re.Match[str], text: Text, group: str = "told") -> bool:
    """Are these the words of a number, and not "Bà" for "ba"?"""
    first = text.word_at(match.start(group))
    words = text.words[first : first + len(match[group].split())]
    return all(any(map(word.reads, NUMERAL_WORDS)) for word in words)


def _box(match: re.Match[str], text: Text, lexicon: Lexicon) -> Echelon:
    """A letter box; letters behind it that are a word ("ở") are none of it."""
    end, series = match.end(), match["series"]
    if series and lexicon.look_up("stops", series) and not _is_series(match, text):
        digits = text.plain[match.start("box") : match.start("series")].rstrip(" -/")
        end = match.start("box") + len(digits)
    written = text.written(match.start("box"), end)
    return Echelon(
        match.start(), end, BOXED, f"Hòm thư {written.upper()}", Stands.ALONE
    )


def _is_series(match: re.Match[str], text: Text) -> bool:
    return text.written(*match.span("series")).isupper() and not text.is_shouted


@lru_cache(maxsize=4)
def _forms(lexicon: Lexicon) -> re.Pattern[str]:
    """All forms at once; whatever comes first in the text is tried in this order."""
    words, branches = lexicon.pattern("unit_levels"), lexicon.pattern("unit_branches")
    letters = "|".join(
        sorted({fold(row["written"]) for row in lexicon.tables["unit_letters"]})[::-1]
    )
    so = rf"(?:so{BLANK})?"
    return re.compile(
        rf"(?<![a-z])(?:{POST_BOX}|{ENGLISH}|{ENGLISH_FIRST}|{ROMAN}"
        rf"|(?P<letter>{letters})[ .:]{{0,2}}(?P<figures>{FIGURES}){CLOSE}|{COVER}"
        rf"|(?P<word>{words})(?:{BLANK}(?:(?P<arm>{branches}){BLANK})?{so}|(?<=doan))(?P<count>{FIGURES}){CLOSE}{PEOPLE}"
        rf"|(?P<corps>doi) (?P<nth_corps>[0-9]{{1,3}}) (?:tnxp|thanh nien xung phong)(?![a-z])"
        rf"|(?P<served>{SERVED}){BLANK}(?P<service>{branches})(?![a-z0-9]| ?[0-9])"
        rf"|(?P<said>{SAID}){BLANK}(?P<spoken>{numbers.NUMBER})(?![a-z])"
        rf"|(?P<level>{words}){BLANK}(?:(?:{branches}){BLANK})?{so}{NO_KIN}(?P<told>(?>{numbers.NUMBER}(?![a-z])))(?! ?[a-z]?[0-9]){PEOPLE})"
    )
