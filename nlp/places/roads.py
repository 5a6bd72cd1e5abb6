"""Roads that bear a number, where somebody says that it was there: "ở đường 9"."""

import re

from nlp.places.gazetteer import LANDMARK
from nlp.places.piece import Piece
from nlp.text import Text

KINDS = {
    "duong": "đường",
    "quoc lo": "quốc lộ",
    "ql": "quốc lộ",
    "tinh lo": "tỉnh lộ",
    "tl": "tỉnh lộ",
    "lien tinh lo": "liên tỉnh lộ",
    "huong lo": "hương lộ",
}
# Elsewhere a road only says how to get there.
ROAD = re.compile(
    r"\b(?:o|tai|mat tran) (?P<road>(?P<kind>lien tinh lo|tinh lo|huong lo|quoc lo|duong"
    r"|ql|tl)[ .]{0,2}(?:so )?(?P<number>\d{1,3}[a-e]?))\b(?! ?(?:m|met|km|cay|phut)\b)"
)


def roads(text: Text) -> dict[int, Piece]:
    """By where they begin."""
    found: dict[int, Piece] = {}
    for match in ROAD.finditer(text.plain):
        norm = f"{KINDS[match['kind']]} {match['number'].upper()}"
        found[match.start("road")] = _piece(text, match.span("road"), norm)
    return found


def _piece(text: Text, span: tuple[int, int], norm: str) -> Piece:
    first, last = text.word_at(span[0]), text.word_at(span[1])
    return Piece(*span, last - first, LANDMARK, norm)
