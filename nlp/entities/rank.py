"""Ranks and positions: "hạ sỹ", "b phó", "chính trị viên".

``norm`` is the full word in today's spelling ("trung đội phó"). Words that everybody
uses of any soldier ("chiến sĩ") count only where a rank is being told, a medic ("y tá")
also where he is said to be one, and the other side's officers ("đại tá ngụy") do not count at all.
"""

import re
from collections.abc import Iterator

from nlp.entity import Entity, Kind
from nlp.lexicon import Lexicon, Row
from nlp.text import Text

KIND = Kind.RANK
TURN: int | None = 4

TOLD = re.compile(r"(?:cap bac|chuc vu|quan ham|(?<!cung )cap|cv|cb)[ :.\-,;]{0,4}\Z")
OTHER_SIDE = re.compile(r" (?:quan |linh )?(?:nguy|my|dich|vnch|sai gon|cong hoa)\b")
APPOSED_AFTER = re.compile(
    r" {0,2}(?:[,.;:)\n\-]|\Z|(?:cua |o )?(?:[a-fk][0-9]|dai doi|tieu doan|trung doan|don vi))"
)
APPOSED_BEFORE = re.compile(r"(?:[,;:(\n\-] {0,2}|\b(?:la|lam|nguyen|cuu) )\Z")
# On papers: strokes for the bars of a shoulder strap, before them its stars.
STARS = re.compile(r"(?<![0-9/.,\-])(?P<stars>[1-4])(?P<bars>//?)(?![0-9a-z/])")
OFFICERS = {
    "/": ("thiếu úy", "trung úy", "thượng úy", "đại úy"),
    "//": ("thiếu tá", "trung tá", "thượng tá", "đại tá"),
}
REACH = 20


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    done = 0
    for at in lexicon.places("ranks", text):
        match = lexicon.longest("ranks", text, at) if at >= done else None
        if match is None:
            continue
        row = match.rows[0]
        span = text.words[at].start, text.words[at + match.length - 1].end
        if _counts(row, text.plain, span):
            yield Entity.spot(KIND, text, span, row["full"])
        done = at + match.length
    yield from _starred(text)


def _starred(text: Text) -> Iterator[Entity]:
    """Read "2//" as two stars and two bars, where a rank is told or may stand."""
    for match in STARS.finditer(text.plain):
        before = max(0, match.start() - REACH), match.start()
        is_apposed = len(match["bars"]) > 1 and APPOSED_BEFORE.search(
            text.plain, *before
        )
        if TOLD.search(text.plain, *before) or is_apposed:
            full = OFFICERS[match["bars"]][int(match["stars"]) - 1]
            yield Entity.spot(KIND, text, match.span(), full)


def _counts(row: Row, plain: str, span: tuple[int, int]) -> bool:
    start, end = span
    if row["stands"] == "never" or OTHER_SIDE.match(plain, end):
        return False
    before = max(0, start - REACH), start
    if row["stands"] == "alone" or TOLD.search(plain, *before):
        return True
    is_apposed = APPOSED_BEFORE.search(plain, *before) and APPOSED_AFTER.match(
        plain, end
    )
    return row["stands"] == "apposed" and is_apposed is not None
