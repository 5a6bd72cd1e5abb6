"""Roads that bear a number, where somebody says that it was there: "ở đường 9"."""

import re

from nlp.lexicon import Lexicon
from nlp.places import gazetteer
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
WORDS = ("duong", " lo", "ql", "tl")  # one of them is in each
# Elsewhere a road only says how to get there.
ROAD = re.compile(
    r"\b(?:o|tai|mat tran) (?P<road>(?P<kind>lien tinh lo|tinh lo|huong lo|quoc lo|duong"
    r"|ql|tl)[ .]{0,2}(?:so )?(?P<number>\d{1,3}[a-e]?))\b(?! ?(?:m|met|km|cay|phut)\b)"
)


def roads(text: Text, lexicon: Lexicon) -> dict[int, Piece]:
    """By the word that they begin with; "đường 20 Quyết Thắng" bears a name as well."""
    if not any(word in text.plain for word in WORDS):  # most of the time
        return {}
    found: dict[int, Piece] = {}
    for match in ROAD.finditer(text.plain):
        norm = f"{KINDS[match['kind']]} {match['number'].upper()}"
        start, end = match.span("road")
        first, last = text.word_at(start), text.word_at(end)
        found[first] = Piece(start, end, last - first, LANDMARK, norm)
        named = gazetteer.known(text, lexicon, first)
        if named and named.length > last - first:
            found[first] = Piece.over(
                text, first, named.length, LANDMARK, named.norm, named.today
            )
    return found
