"""Judging: whether what stands under a key is what the teller knows."""

import re
from collections.abc import Collection

from nlp.text import fold
from storage.model.dialogue import Answer
from tests.crowd.drawing import CHOICES, NAMES, PLACES
from tests.crowd.truth import Fact

ENOUGH = 0.6  # of a described thing so many words must stand
DATES = frozenset({"died", "birth", "enlisted", "moved_at"})
LEVELS = {"dai doi": "c", "tieu doan": "d", "trung doan": "e", "su doan": "f"}
LEVEL = re.compile(rf"\b({'|'.join(LEVELS)}) (\d+)")
TITLED = re.compile(r"^(?:anh|liet si|dong chi|ong|bac|chu) ")
ALSO_CHOICES = frozenset({*CHOICES, "relic_kind"})
WRONG = re.compile(r"\b(?:ghi|khac|bia) (?:nham|lon|trat|khong dung|chua dung)\b")
COUNTED = {
    "ba": "3", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7", "chín": "9",
    "mười hai": "12", "mười lăm": "15",
}  # fmt: skip


def is_right(held: Answer, fact: Fact, said: Collection[str] = ()) -> bool:
    """Return whether the value held is the fact, compared in its canonical form.

    A choice may stand in his own words, if `said` holds them as telling it.
    """
    value = held.value or ""
    if fact.key in NAMES:
        return TITLED.sub("", fold(value)) == fold(fact.value)
    if fact.key in PLACES:
        return all(fold(name) in fold(value) for name in fact.value.split("|"))
    if fact.key in DATES:
        return value == fact.value
    if fact.key == "unit":
        return levels(value) == fact.value
    if fact.key == "teller_phone":
        return digits(value).removeprefix("84").lstrip("0") == fact.value.lstrip("0")
    if fact.key in ALSO_CHOICES:
        return value == fact.value or (value in held.words and held.words in said)
    if fact.key == "people_count":
        return counted(value) == fact.value
    if fact.key == "error_claim" and WRONG.search(fold(value)):
        return True  # he says that it is wrong, if not what is right
    return is_described(value, fact.words) or is_close(held.words, fact.words)


def levels(value: str) -> str:
    """Return a unit by its levels, the smallest first: c=3,d=8."""
    found = {LEVELS[of]: number for of, number in LEVEL.findall(fold(value))}
    return ",".join(f"{level}={found[level]}" for level in "cdef" if level in found)


def digits(value: str) -> str:
    return "".join(letter for letter in value if letter.isdigit())


def counted(value: str) -> str:
    """Return the number that the words say; the longest counts.

    With its marks a word is itself: "ba người nằm lại" are three and not five.
    """
    if digits(value):
        return digits(value)
    said = sorted(COUNTED, key=len, reverse=True)
    marked = f" {value.lower()} "
    if found := next((COUNTED[one] for one in said if f" {one} " in marked), ""):
        return found
    words = f" {fold(value)} "
    return next((COUNTED[one] for one in said if f" {fold(one)} " in words), "")


def is_close(held: str, told: str) -> bool:
    """Return whether the words held are about as many as those told, and are these."""
    return len(held.split()) <= 2 * len(told.split()) and is_described(held, told)


def is_described(held: str, told: str) -> bool:
    """Return whether what stands there is what was told, or a true part of it.

    "Bố tui" is "bố tôi" as the South says it.
    """
    words, there = (
        {"toi" if word == "tui" else word for word in re.findall(r"\w+", fold(text))}
        for text in (told, held)
    )
    return len(words & there) >= max(1, ENOUGH * min(len(words), len(there)))
