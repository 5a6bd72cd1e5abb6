"""Offices: which one a complaint is about, where it is named."""

from collections.abc import Sequence

from nlp.entity import Entity, Kind
from nlp.signs import Said
from nlp.text import fold

OFFICES = (
    "can bo", "uy ban nhan dan", "uy ban", "ubnd", "ban chi huy quan su", "bchqs", "cong an",
    "xa doi", "huyen doi", "phong noi vu", "phong", "so noi vu", "lanh dao", "chu tich",
)  # fmt: skip
BEFORE = 30


def complained_of(text: str, found: Sequence[Entity]) -> Said | None:
    """Return the office with its place: "Ủy ban nhân dân xã Hòa Bình"."""
    for place in (one for one in found if one.kind is Kind.PLACE):
        start = max(0, place.start - BEFORE)
        before = fold(text[start : place.start]).rstrip()
        office = next((name for name in OFFICES if before.endswith(name)), None)
        if office:
            words = text[place.start - len(office) - 1 : place.end].strip()
            return words, words
    return None
