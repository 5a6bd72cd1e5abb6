"""Choosing by word or by the number shown in front of a button."""

from collections.abc import Sequence

from handlers.commands import is_unsure, plain, trimmed
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
}

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
    number = NUMBERS.get(said) or (int(said) if said in DIGITS else 0)
    if 1 <= number <= len(shown):
        known = {choice.value for choice in choices}
        return shown[number - 1] if shown[number - 1] in known else None
    marked = trimmed(text)
    for choice in choices:
        if marked in choice.marked or said in (fold(choice.label), *choice.words):
            return choice.value
    return None
