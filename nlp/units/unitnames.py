"""Units by their names: "sư đoàn Sao Vàng", "e1 Ba Gia", "Tiểu đoàn Phú Lợi".

A name counts only behind a level that bears it (``unit_names.tsv``); a name that the
table does not know stays as written, and needs its capitals. ``units.tsv`` has the
phrases that say nothing of their level ("KB", "Đoàn 559").
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from nlp.lexicon import Lexicon, Match, Row
from nlp.patterns import BLANK
from nlp.people import names
from nlp.text import Text
from nlp.units import unitnumbers
from nlp.units.levels import Echelon, Stands
from nlp.units.unitforms import FIGURES, PEOPLE

REACH = 40  # characters of level, branch and number before a name
ANY_LEVEL = "doan"  # "đoàn" hides the level
# "Huyện đoàn", "thành đoàn" are the Youth Union of a place, "công đoàn" is a trade union;
# "xa" and "thi" without marks may be "far" and "then".
UNIONS = frozenset(
    {
        "huyện", "quận", "thành", "tỉnh", "thị", "xã", "công", "huyen", "quan", "thanh",
        "tinh", "cong",
    }
)  # fmt: skip
# "Đổi tên thành đoàn Ba Gia": what became of a unit is no city.
BECAME = re.compile(
    r"\b(?:tro|hop|ghep|gop|doi|ten|hieu|chuyen|trien|hinh|tao|lap|nhap|tach|dung|len|sang)"
    r" thanh \Z"
)
BEARERS = "tieu doan|trung doan|su doan|lu doan|dai doi"
BEARER = re.compile(rf"\b(?P<level>{BEARERS}) ")
DASHED = re.compile(r"- ?[\"'(]?\Z")
MOST_NAME, LEAST_NAME = 3, 2
NUMBERED = re.compile(
    rf" (?P<number>[1-9]|i{{1,3}}|iv|v)(?![a-z0-9]|[.,/\-][0-9]){PEOPLE}"
)


def named(text: Text, lexicon: Lexicon) -> Iterator[Echelon]:
    for at in lexicon.places("units", text):
        if match := lexicon.longest("units", text, at):
            yield _covered(text, at, match)
    for at in lexicon.places("unit_names", text):
        if match := lexicon.longest("unit_names", text, at):
            yield from _borne(text, lexicon, at, match)
    yield from _unknown(text, lexicon)


def _covered(text: Text, at: int, match: Match) -> Echelon:
    row, end = match.rows[0], text.words[at + match.length - 1].end
    start, stands = text.words[at].start, Stands(row["stands"])
    return Echelon(start, end, int(row["size"]), row["decoded"], stands)


def _borne(text: Text, lexicon: Lexicon, at: int, match: Match) -> Iterator[Echelon]:
    """The level before the name with the name, if the table says that it bears it."""
    name, end = text.words[at], text.words[at + match.length - 1].end
    bearer = _bearers(lexicon).search(
        text.plain, max(0, name.start - REACH), name.start
    )
    if bearer is None or _is_of_union(text, bearer):
        return
    for row in match.rows:
        if decoded := _decoded(row, bearer, lexicon):
            size = int(row["size"])
            if not re.search("[0-9]", decoded):
                end, decoded = _numbered(text, end, decoded)
            yield Echelon(bearer.start(), end, size, decoded, Stands.ALONE)
            return


def _is_of_union(text: Text, bearer: re.Match[str]) -> bool:
    """Is this "đoàn" the second word of a union, as in "huyện đoàn Ba Vì"?"""
    at, start = text.word_at(bearer.start()), bearer.start()
    if bearer["word"] != ANY_LEVEL or not at or text.words[at - 1].end + 1 != start:
        return False
    is_union = text.words[at - 1].written.lower() in UNIONS
    is_beside = text.plain[start - 1] == " "
    became = BECAME.search(text.plain, max(0, start - REACH), start)
    return is_union and is_beside and became is None


def _decoded(row: Row, bearer: re.Match[str], lexicon: Lexicon) -> str | None:
    """What the name means at this level, None if others bear it."""
    level = bearer["word"] or bearer["letter"]
    table = "unit_levels" if bearer["word"] else "unit_letters"
    known = lexicon.look_up(table, level)[0]
    number = (bearer["count"] or bearer["figures"] or "").upper()
    if level != ANY_LEVEL and known["size"] != row["size"]:
        return None
    decoded = row["decoded"]
    whole = decoded.partition(", ")[0]
    figures = number.rstrip("ABCD")
    if not number or f" {figures} " in f" {whole} ":
        return decoded.replace(f" {figures}", f" {number}", 1) if number else decoded
    if DASHED.search(bearer.group()) or re.search("[0-9]", whole) or level == ANY_LEVEL:
        return None
    return f"{known['full']} {number} {decoded.removeprefix(known['full'] + ' ')}"


def _unknown(text: Text, lexicon: Lexicon) -> Iterator[Echelon]:
    """A level word with a name in capitals that no table knows."""
    if not text.is_cased:
        return
    for match in BEARER.finditer(text.plain):
        at = text.word_at(match.end())
        length = names.capitals(text, at)
        if not LEAST_NAME <= length <= MOST_NAME or _is_other(text, lexicon, at):
            continue
        end = text.words[at + length - 1].end
        row = lexicon.look_up("unit_levels", match["level"])[0]
        decoded = f"{row['full']} {names.spelled(text, at, length)}"
        end, decoded = _numbered(text, end, decoded)
        yield Echelon(match.start(), end, int(row["size"]), decoded, Stands.ALONE)


def _numbered(text: Text, end: int, decoded: str) -> tuple[int, str]:
    """The name with the number behind it: there were "Phú Lợi 1" and "Phú Lợi 2"."""
    match = NUMBERED.match(text.plain, end)
    if match is None or unitnumbers.counts(match.end(), text):
        return end, decoded
    written = text.written(*match.span("number"))
    if not written.isdigit() and not written.isupper():
        return end, decoded
    name, bracket, rest = decoded.partition(" (")
    return match.end(), f"{name} {written}{bracket}{rest}"


def _is_other(text: Text, lexicon: Lexicon, at: int) -> bool:
    """Is it an arm of the service, another level, a code or somebody of the unit?"""
    tables = ("unit_branches", "unit_levels", "units", "ranks", "titles", "stops")
    return any(lexicon.longest(table, text, at) for table in tables)


@lru_cache(maxsize=4)
def _bearers(lexicon: Lexicon) -> re.Pattern[str]:
    words, branches = lexicon.pattern("unit_levels"), lexicon.pattern("unit_branches")
    letters = lexicon.pattern("unit_letters")
    return re.compile(
        rf"(?<![a-z0-9])(?:(?P<word>{words})(?:{BLANK}(?:{branches}))?"
        rf"(?:{BLANK}(?P<count>{FIGURES})(?:{BLANK}(?:{branches}))?)?|(?P<letter>{letters}) ?(?P<figures>{FIGURES}))"
        rf"(?:[ ]{{1,2}}| ?- ?)[\"'(]?\Z"
    )
