"""Fights: when and where a battle was, by the words of it that stand beside."""

import re
from collections.abc import Sequence

from nlp.entity import Entity, Kind
from nlp.tellings.signs import Said
from nlp.text import fold

BEFORE = 60  # characters between a battle and its date
FOUGHT = re.compile(
    r"\b(?:tran(?: danh| bom| can| dau| ay| do| no| nay)?|danh nhau|(?:bua|hom|dem|ngay|lan) danh(?: do| ay)?|no sung|cong don|chong can|nhu in,? hom ay)\b"
    r"(?: (?!sinh\b|nhap\b|que\b|nay\b)\w{1,12},?){0,6} ?\Z"
)

# "Chuyện xảy ra tháng 7 năm 1970", in a telling of a battle.
THEN = re.compile(
    r"(?:\b(?:chuyen|viec) xay ra|(?:\A|[.;,\n] ?)(?:thoi gian|thoi diem|chuyen(?: ay| do)?(?: xay ra)?|viec(?: ay| do)?(?: xay ra)?|hom (?:ay|do|no)|do|day))"
    r"(?: (?:la|thi|vao|hoi|khoang|chung|tam|dau|giua|cuoi|ngay|thang|nam))* ?\Z"
)
OF_A_LIFE = ("born", "enlisted")
HELD = re.compile(
    r"\b(?:chot(?: giu)?|tran(?: danh| do| ay| no| nay)?|danh nhau|danh|phuc kich|cong don|chong can|nam lai|nga xuong)\b"
    r"(?: (?!que\b|quan\b|nguoi\b|nha\b|ve\b)\w{1,12}){0,4} ?(?:o|tai|trong|ngoai|la)? \Z"
)
OF_THE_FALLEN = ("burial", "death", "other")


def where(text: str, found: Sequence[Entity]) -> Said | None:
    """Return the place that was held or fought for, where none is known as the grave's."""
    places = [one for one in found if one.kind is Kind.PLACE]
    if any(one.role in OF_THE_FALLEN for one in places):
        return None
    held = next((one for one in places if _is_held(text, one)), None)
    return (held.norm or held.text, held.text) if held else None


def when(text: str, found: Sequence[Entity]) -> Said | None:
    """Return the date of the battle, where no other is that of a death."""
    dates = [one for one in found if one.kind is Kind.DATE]
    if any(one.role == "died" for one in dates):
        return None
    fought = next((one for one in dates if _is_fought(text, one)), None)
    return (fought.norm or fought.text, fought.text) if fought else None


def _is_held(text: str, place: Entity) -> bool:
    before = fold(text[max(0, place.start - BEFORE) : place.start])
    return place.role != "hometown" and HELD.search(before) is not None


def _is_fought(text: str, date: Entity) -> bool:
    before = fold(text[max(0, date.start - BEFORE) : date.start])
    is_then = date.role not in OF_A_LIFE and THEN.search(before) is not None
    return is_then or FOUGHT.search(before) is not None
