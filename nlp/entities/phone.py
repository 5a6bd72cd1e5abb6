"""Phone numbers: today's, the eleven-digit ones of before 2018, foreign, spoken.

``norm`` is E.164. A number that no Vietnamese network has is left alone: it may be an
identity card, an account, a grid.
"""

import re
from collections.abc import Iterator

from nlp import numbers
from nlp.entity import Entity, Kind
from nlp.lexicon import Lexicon
from nlp.patterns import BLANK
from nlp.text import Text

KIND = Kind.PHONE
TURN: int | None = 1

GAP = r"[ .\-()]{0,2}"
NOT_INSIDE = r"(?<![a-z0-9+])(?<![0-9][.,])"
HOME = rf"(?:(?:\+|00){GAP}84{GAP}0?|[0o])"
MOBILE = rf"{HOME}{GAP}[35789](?:{GAP}[0-9]){{8}}"
OLD_MOBILE = rf"{HOME}{GAP}1{GAP}[2689](?:{GAP}[0-9]){{8}}"
LANDLINE = rf"{HOME}{GAP}2(?:{GAP}[0-9]){{9}}"
FOREIGN = rf"\+{GAP}(?!8{GAP}4)[1-9](?:{GAP}[0-9]){{6,13}}"
SPOKEN = rf"khong(?:{BLANK}{numbers.DIGIT}){{9,10}}"

PATTERN = re.compile(
    rf"{NOT_INSIDE}(?:(?P<home>{OLD_MOBILE}|{LANDLINE}|{MOBILE})"
    rf"|(?P<foreign>{FOREIGN})|(?P<spoken>{SPOKEN}))(?![a-z0-9])"
)


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    for match in PATTERN.finditer(text.plain):
        if number := _e164(match, lexicon):
            yield Entity.spot(KIND, text, match.span(), number)


def _e164(match: re.Match[str], lexicon: Lexicon) -> str | None:
    if spoken := match["spoken"]:
        return _home(numbers.digits(spoken), lexicon)
    figures = re.sub(r"[^0-9]", "", match.group().replace("o", "0"))
    if match["foreign"]:
        return _foreign(figures)
    return _home(re.sub(r"^(?:00)?840?", "0", figures), lexicon)


def _home(figures: str, lexicon: Lexicon) -> str | None:
    """A Vietnamese number that begins with 0, in the numbering plan of today."""
    for row in lexicon.look_up("phone_prefixes", figures[:4]):
        figures = row["new"] + figures[4:]
    is_mobile = re.fullmatch(
        r"0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])\d{7}", figures
    )
    is_landline = re.fullmatch(r"02[0-9]{9}", figures)
    return f"+84{figures[1:]}" if is_mobile or is_landline else None


def _foreign(figures: str) -> str | None:
    import phonenumbers  # here, because it takes 0.1 s and foreign numbers are rare

    try:
        number = phonenumbers.parse(f"+{figures}")
    except phonenumbers.NumberParseException:
        return None
    return f"+{figures}" if phonenumbers.is_possible_number(number) else None
