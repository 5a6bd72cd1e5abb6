"""Codes of tips: eight digits and a check digit, in groups that are read aloud.

The check digit is Damm's (H. M. Damm, Total anti-symmetrische Quasigruppen, Marburg
2004): it finds every wrong digit and every swap of neighbours.
"""

from collections.abc import Callable

DIGITS = 8
TABLE = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


def new_code(below: Callable[[int], int]) -> str:
    """Return a code like `482 915 637`; `below(n)` gives a random number under n."""
    digits = f"{below(10**DIGITS):0{DIGITS}d}"
    return grouped(digits + str(check_digit(digits)))


def read_code(typed: str) -> str | None:
    """Return the code as stored, or None when it cannot be one of ours."""
    digits = "".join(
        letter for letter in typed if letter.isascii() and letter.isdigit()
    )
    if len(digits) != DIGITS + 1 or check_digit(digits) != 0:
        return None
    return grouped(digits)


def grouped(digits: str) -> str:
    return " ".join(digits[at : at + 3] for at in range(0, len(digits), 3))


def check_digit(digits: str) -> int:
    """Return what completes the digits; 0 if they are complete already."""
    state = 0
    for digit in digits:
        state = TABLE[state][int(digit)]
    return state
