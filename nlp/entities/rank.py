"""Ranks and positions: "hạ sỹ", "b phó", "chính trị viên".

``norm`` is the full word in today's spelling ("trung đội phó"). Words that everybody
uses of any soldier ("chiến sĩ", "y tá") count only where a rank is being told, and the
other side's officers ("đại tá ngụy") do not count at all.
"""

import re
from collections.abc import Iterator

from nlp.entity import Entity, Kind
from nlp.lexicon import Lexicon, Row
from nlp.text import Text

KIND = Kind.RANK
TURN: int | None = 4

TOLD = re.compile(r"(?:cap bac|chuc vu|cap|quan ham|cv|cb)[ :.\-,;]{0,4}$")
OTHER_SIDE = re.compile(r" (?:nguy|my|dich|vnch|sai gon)\b")


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    for at, word in enumerate(text.words):
        match = lexicon.longest("ranks", text, at)
        if match is None:
            continue
        row = match.rows[0]
        span = word.start, text.words[at + match.length - 1].end
        if _counts(row, text.plain, span):
            yield Entity.spot(KIND, text, span, row["full"])


def _counts(row: Row, plain: str, span: tuple[int, int]) -> bool:
    if OTHER_SIDE.match(plain, span[1]):
        return False
    return row["stands"] == "alone" or bool(
        TOLD.search(plain[max(0, span[0] - 20) : span[0]])
    )
