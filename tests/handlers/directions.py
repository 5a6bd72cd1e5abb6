"""Directions: what happens in a chat beside words, as it stands in a script."""

import re

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
TAKEN = re.compile(r"\(cán bộ nhắn\) (.+)")
PLAIN: dict[str, What] = {
    "(cán bộ trả lời xong)": Released(),
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
    if taken := TAKEN.fullmatch(words):
        return Taken(taken[1])
    return PLAIN.get(words)
