"""Phone numbers: today's, those of before 2017 and 2018, foreign, spoken.

``norm`` is E.164. A number that no Vietnamese network has is left alone: it may be an
identity card, an account, a grid. Old area codes are now the first digits of mobiles,
so ten digits are a landline only where they are written as one: "(037) 3.800.456".
"""

import re
from collections.abc import Iterator, Sequence

from nlp import numbers
from nlp.entity import Entity, Kind
from nlp.lexicon import Lexicon
from nlp.patterns import BLANK
from nlp.text import Text, Word

KIND = Kind.PHONE
TURN: int | None = 1

GAP = r"[ .\-()_]{0,3}"
FIGURE = r"(?:[0-9]|o(?=[ .\-0-9o]|\Z))"
NOT_INSIDE = r"(?<![a-z0-9+])(?<![0-9][.,])"
HOME = rf"(?:(?:\+|00){GAP}84{GAP}0?|84{GAP}(?=[35789])|\(?(?:0|o(?=[0-9])))"
MOBILE = rf"{HOME}{GAP}[35789](?:{GAP}{FIGURE}){{8}}"
OLD_MOBILE = rf"{HOME}{GAP}1{GAP}[2689](?:{GAP}{FIGURE}){{8}}"
LANDLINE = rf"{HOME}{GAP}2(?:{GAP}[0-9]){{9}}"
OLD_LANDLINE = rf"{HOME}{GAP}[2-8](?:{GAP}[0-9]){{8,9}}"
FOREIGN = rf"\+{GAP}(?!8{GAP}4)[1-9](?:{GAP}[0-9]){{6,13}}"
ZEROS = rf"(?:hai|ba|bon){BLANK}(?:so|con){BLANK}khong"  # "ba số không"
PIECE = rf"(?:{ZEROS}|{numbers.DIGIT}|muoi)"
SPOKEN = rf"khong(?:(?:{BLANK}|, ?){PIECE}){{5,10}}"
SHORN = rf"[35789](?:{GAP}[0-9]){{8}}"  # a table dropped the zero
CLOSE = r"(?![a-z0-9])(?!\.[0-9])"

PATTERN = re.compile(
    rf"{NOT_INSIDE}(?:(?P<home>{OLD_MOBILE}|{LANDLINE}|{MOBILE}){CLOSE}"
    rf"|(?P<fixed>{OLD_LANDLINE}){CLOSE}"
    rf"|(?P<foreign>{FOREIGN}){CLOSE}|(?P<shorn>{SHORN}){CLOSE}"
    rf"|(?P<spoken>{SPOKEN})(?![a-z0-9]))"
)
# So many figures, or two of them spoken: most messages have neither.
SOMETHING = re.compile(
    rf"[0-9](?:{GAP}[0-9o]){{6}}|khong(?:{BLANK}|, ?){numbers.DIGIT}"
)
# The code apart from the number, as of mobiles it never is: "(037) 3800456".
APART = re.compile(r"\(0[0-9]{1,3}\)|0[48][ .\-]{1,2}[2-8][0-9]{3}")
CALLED = re.compile(
    r"\b(?:s?dt|dien thoai|so may|tel|phone|zalo|lien he|lh)[ .:]{1,3}(?:so[ :]{1,2})?\Z"
)
FIXED = re.compile(r"(?:may ban|co dinh|dt ban|nha rieng|co quan)[a-z: ]{0,12}\Z")
CODES = (
    r"0(?:20[3-9]|21[0-689]|22[0-25-9]|23[2-9]|24[2-9]|25[124-9]|26[0-39]|27[0-7]|28[2-9]"
    r"|29[0-4679])"
)
MANY = re.compile("(hai|ba|bon) (?:so|con) khong")
LONGEST_CALL = 24  # characters before a number that say that it is one
LONGEST_CODE = 4
SUBSCRIBER = {"04": 8, "08": 8}  # digits of a number in Hà Nội and Sài Gòn; else seven
ELSEWHERE = 7


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    if not SOMETHING.search(text.plain):
        return
    for match in PATTERN.finditer(text.plain):
        if match["spoken"]:
            yield from _spoken(match, text, lexicon)
        elif number := _e164(match, lexicon):
            yield Entity.spot(KIND, text, match.span(), number)


def _spoken(match: re.Match[str], text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    first, last = text.word_at(match.start()), text.word_at(match.end())
    for end in (last, last - 1)[: 1 + _is_apart(text, last - 1)]:
        if number := _home(_figures(text.words[first:end]), lexicon):
            span = match.start(), text.words[end - 1].end
            yield Entity.spot(KIND, text, span, number)
            return


def _is_apart(text: Text, at: int) -> bool:
    """Is it no digit, but "nằm", or "năm" of a year: "… không ba nằm ngay gốc đa"?"""
    word, after = text.words[at], text.words[at + 1 : at + 2]
    is_year = bool(after) and after[0].plain in numbers.DIGITS
    return word.plain == "nam" and (is_year or not word.reads("năm"))


def _figures(spoken: Sequence[Word]) -> str:
    """Digit by digit: "ba số không" is 000, "mười bốn" 14 and no "(chín) mươi bốn"."""
    words = " ".join("mot" if _is_ten(word) else word.plain for word in spoken)
    said = MANY.sub(lambda many: "khong " * numbers.DIGITS[many[1]], words)
    return numbers.figures(said)


def _is_ten(word: Word) -> bool:
    return word.plain == "muoi" and word.is_marked and word.reads("mười")


def _e164(match: re.Match[str], lexicon: Lexicon) -> str | None:
    figures = re.sub(r"[^0-9]", "", match.group().replace("o", "0"))
    if match["shorn"]:
        before = match.string[max(0, match.start() - LONGEST_CALL) : match.start()]
        return _home(f"0{figures}", lexicon) if CALLED.search(before) else None
    if match["foreign"]:
        return _foreign(figures)
    home = re.sub(r"^(?:00)?840?", "0", figures)
    return _fixed(home, match, lexicon) or _home(home, lexicon)


def _fixed(figures: str, match: re.Match[str], lexicon: Lexicon) -> str | None:
    """An old landline; where it could be a mobile, only if it is written as one."""
    before = match.string[max(0, match.start() - 30) : match.start()]
    is_told = APART.match(match.group()) or FIXED.search(before)
    if not is_told and _home(figures, lexicon):
        return None
    for length in range(LONGEST_CODE, 1, -1):
        code, number = figures[:length], figures[length:]
        rows = lexicon.look_up("phone_areas", code)
        if rows and len(number) == SUBSCRIBER.get(code, ELSEWHERE):
            return f"+84{rows[0]['new'][1:]}{number}"
    return None


def _home(figures: str, lexicon: Lexicon) -> str | None:
    """A Vietnamese number that begins with 0, in the numbering plan of today."""
    for row in lexicon.look_up("phone_prefixes", figures[:4]):
        figures = row["new"] + figures[4:]
    is_mobile = re.fullmatch(
        r"0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])\d{7}", figures
    )
    is_landline = len(figures) == len("02430000000") and re.match(CODES, figures)
    return f"+84{figures[1:]}" if is_mobile or is_landline else None


def _foreign(figures: str) -> str | None:
    import phonenumbers  # here, because it takes 0.1 s and foreign numbers are rare

    try:
        number = phonenumbers.parse(f"+{figures}")
    except phonenumbers.NumberParseException:
        return None
    return f"+{figures}" if phonenumbers.is_possible_number(number) else None
