"""Directions: what happens in a chat beside words, as it stands in a script."""

import re

from handlers.labels import STATUSES
from storage.model.decision import Cleared, StatusChanged, TellerDied
from storage.model.message import (
    Edited,
    Gone,
    Odd,
    Released,
    Shared,
    Taken,
    What,
    Withdrew,
)

EDIT = re.compile(r"\(sửa «(.+)»\) (.+)", re.DOTALL)
CARD = re.compile(r"\(danh thiếp( của mình)?\) (.*?)([\d ]{9,})")
CONCLUDED = re.compile(r"\(tin (\d+): (.+)\)")
STATUS_OF = {words: status for status, words in STATUSES.items()}
TAKEN = re.compile(r"\(cán bộ nhắn\) (.+)")
PLAIN: dict[str, What] = {
    "(cán bộ trả lời xong)": Released(),
    "(cán bộ báo người kể đã mất)": TellerDied(),
    "(cán bộ đưa về hàng tin)": Cleared(),
    "(chặn)": Gone(),
    "(nhãn dán)": Odd("(nhãn dán)"),
    "(rút lại đồng ý)": Withdrew(),
}


def read(words: str, places: dict[str, int]) -> What | None:
    """Return what a direction says; `places` tell where which words stand."""
    if edit := EDIT.fullmatch(words):
        return Edited(places[edit[1]], edit[2])
    if card := CARD.fullmatch(words):
        return Shared(card[2].strip(), card[3].strip(), bool(card[1]))
    if concluded := CONCLUDED.fullmatch(words):
        tip, status = int(concluded[1]), STATUS_OF[concluded[2]]
        return StatusChanged(tip, status, f"482 915 {636 + tip}")
    if taken := TAKEN.fullmatch(words):
        return Taken(taken[1])
    return PLAIN.get(words)
