"""Choosing by word or by the number shown in front of a button."""

import re
from collections.abc import Sequence

from handlers.conversation.commands import is_unsure, plain, trimmed
from handlers.questions import Choice
from nlp.text import fold

NUMBERS = {
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "nam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi": 10,
}

# "điều thứ hai", "số 4": with such a word before it a number can be nothing else.
COUNTED = re.compile(r"^(?:so|muc|dieu|nut)(?: thu| so)? (?=\S+$)")
ORDINALS = NUMBERS | {"nhat": 1, "nhi": 2, "tu": 4}

DIGITS = frozenset(str(digit) for digit in range(1, 11))


def choose(
    text: str, choices: Sequence[Choice], shown: Sequence[str] = ()
) -> str | None:
    """Return the value of the choice that the whole text means, or None.

    `shown` are the values whose numbers the teller had before him.
    """
    if is_unsure(text):
        return None
    said = plain(text)
    number = number_of(said)
    if 1 <= number <= len(shown):
        known = {choice.value for choice in choices}
        return shown[number - 1] if shown[number - 1] in known else None
    marked = trimmed(text)
    for choice in choices:
        if marked in choice.marked or said in (fold(choice.label), *choice.words):
            return choice.value
    return None


def number_of(said: str) -> int:
    """Return the number that folded words are, 0 for other words."""
    counted = COUNTED.sub("", said)
    known = NUMBERS if counted == said else ORDINALS
    return known.get(counted) or (int(counted) if counted in DIGITS else 0)
