"""Codes of volunteers' cards: twelve digits and a check digit, like `4829 1563 7204 1`.

Longer than codes of tips and placements, so that none is taken for another, and so many
that nobody comes by a card by trying.
"""

from collections.abc import Callable

from handlers.codes import check_digit

DIGITS = 12
GROUP = 4


def new_code(below: Callable[[int], int]) -> str:
    """Return a code as it stands in an address."""
    digits = f"{below(10**DIGITS):0{DIGITS}d}"
    return digits + str(check_digit(digits))


def read_code(typed: str) -> str | None:
    """Return the code in what was typed, or None when it cannot be a card's."""
    digits = "".join(one for one in typed if one.isascii() and one.isdigit())
    is_one = len(digits) == DIGITS + 1 and check_digit(digits) == 0
    return digits if is_one else None


def spoken(code: str) -> str:
    """Return the code as people read it."""
    return " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))
