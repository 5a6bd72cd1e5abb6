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


def choose(text: str, choices: Sequence[Choice], *, numbered: bool) -> str | None:
    """Return the value of the choice that the whole text means, or None."""
    if is_unsure(text):
        return None
    said = plain(text)
    number = NUMBERS.get(said) or (int(said) if said.isdecimal() else 0)
    if numbered and 1 <= number <= len(choices):
        return choices[number - 1].value
    marked = trimmed(text)
    for choice in choices:
        if marked in choice.marked or said in (fold(choice.label), *choice.words):
            return choice.value
    return None
