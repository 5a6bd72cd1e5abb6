"""Codes of placements: six digits and a check digit, for posters and screens.

Two digits fewer than a tip's code: neither can be taken for the other, also with a digit
lost or one too many. It never begins with 0, which a telephone number does and which
spreadsheets eat.
"""

from collections.abc import Callable

from handlers.codes import check_digit

DIGITS = 6
GROUP = 3


def new_code(below: Callable[[int], int]) -> str:
    """Return a code as it stands in an address, like `4829153`."""
    least = 10 ** (DIGITS - 1)
    digits = str(least + below(9 * least))
    return digits + str(check_digit(digits))


def read_code(typed: str) -> str | None:
    """Return the code in what was typed, or None when it cannot be a placement's."""
    digits = "".join(one for one in typed if one.isascii() and one.isdigit())
    if len(digits) != DIGITS + 1 or digits[0] == "0" or check_digit(digits) != 0:
        return None
    return digits


def spoken(code: str) -> str:
    """Return the code as people read it, `482 9153`; what is none stays as it is."""
    return f"{code[:GROUP]} {code[GROUP:]}" if read_code(code) == code else code
