"""Correcting: what an officer may put into a field, read as the field is read.

A citizen's words are taken as they come, for a person will look at them. He is that
person: what he sets right must be what its field means.
"""

import re
from collections.abc import Mapping, Sequence

from handlers import readers
from handlers.triage import NotNow, words
from handlers.values import choices, dated
from nlp.entity import Entity, Kind
from nlp.extract import extract
from nlp.lexicon import Lexicon

SHORT, LONG = 200, 2000
LONG_KEYS = frozenset(
    {"place", "death_place", "landmark", "marker", "buried_by", "callback_reason"}
)
KINDS: Mapping[str, Kind] = {
    "birth": Kind.DATE,
    "enlisted": Kind.DATE,
    "died": Kind.DATE,
    "teller_phone": Kind.PHONE,
    "callback_phone": Kind.PHONE,
    "martyr_name": Kind.PERSON,
    "alias": Kind.PERSON,
    "teller_name": Kind.PERSON,
}
REFUSALS = {
    Kind.DATE: "Xin ghi ngày, tháng hay năm, ví dụ: 15/3/1972, 3/1972 hoặc 1972.",
    Kind.PHONE: "Xin ghi số điện thoại đủ chữ số, ví dụ: 0912 000 123.",
    Kind.PERSON: "Xin ghi tên bằng chữ.",
}
YEAR = re.compile(r"\d{4}")


def value(key: str, written: str, lexicon: Lexicon) -> str:
    """Return what is kept of it; Refused with one sentence if the field cannot hold it."""
    typed = words(written, LONG if key in LONG_KEYS else SHORT)
    if typed in dict(choices(key)):
        return typed
    if key == "how_known":
        return readers.how_known(typed, ()) or typed
    kind = KINDS.get(key)
    if kind is None:
        return typed
    read = _read(kind, dated(typed) if kind is Kind.DATE else typed, lexicon)
    if read is None:
        raise NotNow(REFUSALS[kind])
    return read


def _read(kind: Kind, typed: str, lexicon: Lexicon) -> str | None:
    if kind is Kind.PERSON:
        return typed if any(map(str.isalpha, typed)) else None
    found = [entity for entity in extract(typed, lexicon) if entity.kind is kind]
    return _date(typed, found) if kind is Kind.DATE else readers.phone(typed, found)


def _date(typed: str, found: Sequence[Entity]) -> str | None:
    """Return one whole date as we write it, a range or an estimate as it was typed."""
    rest = typed
    for entity in found:
        rest = rest.replace(entity.text, "", 1)
    if not found or any(map(str.isdigit, rest)):
        return None
    is_one = not rest.strip() and len(YEAR.findall(typed)) <= 1
    return found[0].norm or typed if is_one else typed
