"""Roads and their kilometres: "đường 9", "QL14", "km 12 đường 20"."""

import re

from nlp.gazetteer import LANDMARK
from nlp.piece import Piece
from nlp.text import Text

KINDS = {
    "duong": "đường",
    "quoc lo": "quốc lộ",
    "ql": "quốc lộ",
    "tinh lo": "tỉnh lộ",
    "tl": "tỉnh lộ",
    "lien tinh lo": "liên tỉnh lộ",
    "huong lo": "hương lộ",
    "lo": "lộ",
}
ROAD = re.compile(
    r"\b(lien tinh lo|tinh lo|huong lo|quoc lo|duong|ql|tl|lo)[ .]{0,2}(?:so )?"
    r"(\d{1,3}[a-e]?)\b(?! ?(?:m|met|km|cay|phut|ngay|gio|nam|thang|nguoi|ho|[/:.,]\d)\b)"
)
MARK = re.compile(
    r"\bkm ?(\d{1,4}(?:\+\d{1,3})?)\b(?= {0,2}[,(]? {0,2}(?:duong|ql|quoc lo|tl|tinh lo)\b)"
)


def roads(text: Text) -> dict[int, Piece]:
    """By where they begin, the roads that bear a number, with a kilometre before them."""
    found: dict[int, Piece] = {}
    for match in ROAD.finditer(text.plain):
        kind = KINDS[match[1]]
        found[match.start()] = _piece(text, match.span(), f"{kind} {match[2].upper()}")
    return found


def _piece(text: Text, span: tuple[int, int], norm: str) -> Piece:
    first, last = text.word_at(span[0]), text.word_at(span[1])
    return Piece(*span, last - first, LANDMARK, norm)
