"""The levels of a unit: each "c3", "tiểu đoàn bảy" or "hòm thư 86500 YK" of a text.

A level says what it needs around it, because "d3" is as often a vitamin. How levels make
one chain is ``entities/unit.py``.
"""

import re
from collections.abc import Iterator

from nlp.lexicon import Lexicon, Row
from nlp.patterns import words
from nlp.text import Text
from nlp.units import postboxes, unitforms, unitnumbers, volunteers
from nlp.units.levels import (
    BATTALION,
    BOXED,
    COMPANY,
    DIVISION,
    REGIMENT,
    Echelon,
    Stands,
)

OTHERS = words("xe de ca be se ep")  # words, where people type marks
SOUNDS = words("bê xê cê sê dê đê ép ca ka")  # and how marks write the letters
NUMERALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "ix": 9}
WORDS = {  # what people say before a code though it says it again: "tiểu đoàn K10"
    "c": "dai doi",
    "d": "tieu doan",
    "k": "tieu doan",
    "e": "trung doan",
    "f": "su doan",
    "n": "doi",
    "qk": "quan khu",
}
SPELLED = frozenset(
    f"{size} {body}"
    for body, sizes in (("doi", "tieu trung dai"), ("doan", "tieu trung su lu quan"))
    for size in sizes.split()
)
MISTAKEN = {  # "cao su sáu", "kỹ sư 3"; a post that things are near to, or that was stormed
    "su": ("cao ", "luat ", "ky ", "giao "),
    "don": ("cach ", "gan ", "canh ", "qua ", "doi dien ", "ngang ", "danh ", "pha "),
}
NUMBERED = ("arms", "word", "team", "level")
COVERED, TWO = 5, 2
HIDDEN = "Đ"  # "Đ2": a battalion of the South that did not show its letter
OF_VOLUNTEERS = "n"  # "N55"; elsewhere "N10" is a code like "H40"
# In brackets 101 is what a regiment was called before, E33 among them, and no division.
OVER = re.compile(
    r"/([0-9]{3}[a-d]?)(?![a-z0-9]|[/.,\-][0-9])| {0,2}\( ?((?!101)[0-9]{3}[a-d]?) ?\)"
)
SAPPERS = re.compile(r" dac cong ([0-9]{3}[a-d]?)(?![a-z0-9]|[/.,\-][0-9])")
TEAM = re.compile(r"(?<!bo )\bdoi(?: quy tap| phau(?: thuat)?)? \Z")  # "đội phẫu K23"
WINDOW = 20


def echelons(text: Text, lexicon: Lexicon) -> Iterator[Echelon]:
    for match in unitforms.forms(lexicon).finditer(text.plain):
        is_count = _is_numbered(match) and unitnumbers.counts(match.end(), text)
        level = None if is_count else _level(match, text, lexicon)
        if level:
            yield level
            yield from _over(level, text)


def _is_numbered(match: re.Match[str]) -> bool:
    """Has it a number that could count people, "đội 25 anh"? Letters are not said so."""
    spoken = match["spoken"]
    return any(map(match.group, NUMBERED)) or bool(spoken and spoken.isdigit())


def _over(level: Echelon, text: Text) -> Iterator[Echelon]:
    """What it belongs to where that is a mere number: "E95/325", "c2 đặc công 406"."""
    over = OVER.match(text.plain, level.end) if level.size == REGIMENT else None
    if over and over.lastindex:
        decoded = f"Sư đoàn {over[over.lastindex].upper()}"
        yield Echelon(*over.span(over.lastindex), DIVISION, decoded, Stands.CHAIN)
    sappers = SAPPERS.match(text.plain, level.end) if level.size == COMPANY else None
    if sappers:
        decoded = f"Tiểu đoàn {sappers[1].upper()}"
        yield Echelon(*sappers.span(1), BATTALION, decoded, Stands.CHAIN)


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
        end, number = postboxes.told(match, text, lexicon)
        return Echelon(match.start(), end, BOXED, f"Hòm thư {number}", Stands.ALONE)
    if match["arms"]:
        row = lexicon.look_up("unit_letters", match["arms"])[0]
        return _made(match.span(), row, match["nth_arms"], Stands.SAID)
    if match["team"] or match["corps"] or match["league"]:
        return volunteers.told(match, text)
    if match["ward"]:
        decoded = f"Bệnh viện {match['nth_ward'].replace(' ', '').upper()}"
        return Echelon(*match.span(), COVERED, decoded, Stands.WAR)
    if match["service"]:
        return _serving(match, text, lexicon)
    if match["cover"]:
        return _hidden(match.span(), match["cover"])
    if match["roman"]:
        row = lexicon.look_up("unit_levels", match["roman"])[0]
        return _made(match.span(), row, str(NUMERALS[match["numeral"]]))
    level = match["english"] or match["first"]
    number = match["nth"] or match["plain"] or match["after"]
    row = lexicon.look_up("unit_letters", unitforms.ENGLISH_LEVELS[level])[0]
    return _made(match.span(), row, number, Stands.ALONE if match["nth"] else None)


def _made(
    span: tuple[int, int], row: Row, number: str, stands: Stands | None = None
) -> Echelon:
    full = row["full"] if "#" in row["full"] else f"{row['full']} #"
    decoded = full.replace("#", number.upper())
    return Echelon(*span, int(row["size"]), decoded, stands or Stands(row["lone"]))


def _hidden(span: tuple[int, int], code: str) -> Echelon:
    """A code that nobody has decoded: "V.16" as "V16"."""
    return Echelon(*span, COVERED, code.replace(".", "").upper(), Stands.TOLD)


def _lettered(match: re.Match[str], text: Text, lexicon: Lexicon) -> Echelon | None:
    """Read "c3", unless it is a weapon whatever stands beside it."""
    code = match["letter"] + match["figures"]
    looks = lexicon.look_up("unit_lookalikes", code)
    letter = text.written(*match.span("letter"))
    row = _letter(match["letter"], letter, lexicon)
    if any(look["stands"] == "never" for look in looks):
        return None
    if letter == HIDDEN or (
        match["letter"] == OF_VOLUNTEERS and not volunteers.are_told(text)
    ):
        return _hidden(match.span(), letter + match["figures"])
    if row is None:
        return None
    if row["written"] == "k" and TEAM.search(
        text.plain, max(0, match.start() - WINDOW), match.start()
    ):
        return _hidden(match.span(), f"K{match['figures']}")
    word = f"{WORDS.get(match['letter'], '')} "
    if word != " " and text.plain.endswith(word, 0, match.start()):
        span = match.start() - len(word), match.end()
        return _made(span, row, match["figures"], Stands.WAR)
    is_apart = match.group() != code and not _is_shown(match, text)
    return _made(match.span(), row, match["figures"], Stands.SAID if is_apart else None)


def _is_shown(match: re.Match[str], text: Text) -> bool:
    """Is it "D.7", "e 95c" or, in a text with capitals, "E 66"? All are like "E66"."""
    is_lettered = match["figures"][-1].isalpha() and len(match["figures"]) > TWO
    if is_lettered or match.group().startswith(match["letter"] + "."):
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
    written = text.written(*match.span("said")).lower()
    if text.is_marked and written in OTHERS:
        return None
    if not written.isascii() and written.split()[0] not in SOUNDS:
        return None  # "cả hai" is both, "để hai" leaves two
    known = unitnumbers.spoken(match, "spoken", text)
    if known is None:
        return None
    letter = unitforms.SPOKEN[" ".join(match["said"].split())]
    row = lexicon.look_up("unit_letters", letter)[0]
    number, end = known
    is_vague = match["spoken"].isdigit() and written in OTHERS
    stands = Stands.CHAIN if is_vague else Stands.SAID  # "xe 7 chỗ"
    return _made((match.start(), end), row, number, stands)


def _told(match: re.Match[str], text: Text, lexicon: Lexicon) -> Echelon | None:
    """Read "tiểu đoàn bảy"."""
    row, known = (
        _word(match, "level", text, lexicon),
        unitnumbers.spoken(match, "told", text),
    )
    if row is None or known is None:
        return None
    number, end = known
    return _made((match.start(), end), row, number)


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
    if text.plain.endswith(MISTAKEN.get(word, ()), 0, match.start()):
        return None
    at = text.word_at(match.start(group))
    if known := lexicon.longest("unit_levels", text, at):
        return known.rows[0]
    return _misspelt(text, lexicon, at) if word in SPELLED else None


def _misspelt(text: Text, lexicon: Lexicon, at: int) -> Row | None:
    """The row of "đại dội", if one of both words is right and no other word is meant."""
    known = lexicon.longest_unmarked("unit_levels", text, at)
    if known is None:
        return None
    row = known.rows[0]
    several = zip(text.words[at:], row["written"].split(), strict=False)
    is_near = any(word.reads(right) for word, right in several)
    return {**row, "lone": Stands.WAR} if is_near else None
