"""Fights: when a battle was, by the words of it that stand beside a date."""

import re
from collections.abc import Sequence

from nlp.entity import Entity, Kind
from nlp.signs import Said
from nlp.text import fold

BEFORE = 60  # characters between a battle and its date
FOUGHT = re.compile(
    r"\b(?:tran(?: danh| bom| can| dau| ay| do| no| nay)?|danh nhau|(?:bua|hom|dem|ngay|lan) danh(?: do| ay)?|no sung|cong don|chong can|nhu in,? hom ay)\b"
    r"(?: (?!sinh\b|nhap\b|que\b|nay\b)\w{1,12},?){0,6} ?\Z"
)


def when(text: str, found: Sequence[Entity]) -> Said | None:
    """Return the date of the battle, where no other is that of a death."""
    dates = [one for one in found if one.kind is Kind.DATE]
    if any(one.role == "died" for one in dates):
        return None
    fought = next((one for one in dates if _is_fought(text, one)), None)
    return (fought.norm or fought.text, fought.text) if fought else None


def _is_fought(text: str, date: Entity) -> bool:
    before = fold(text[max(0, date.start - BEFORE) : date.start])
    return FOUGHT.search(before) is not None
