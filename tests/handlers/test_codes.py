from itertools import product

from handlers.codes import new_code, read_code

CODES = [new_code(lambda below, n=n: n * 7_654_321 % below) for n in range(1, 20)]


def test_a_code_is_read_however_it_is_typed() -> None:
    for code in CODES:
        assert len(code) == len("482 915 637")
        assert read_code(code) == code
        assert read_code(f" mã {code.replace(' ', '-')}.") == code


def test_every_wrong_digit_is_found() -> None:
    for code, at, digit in product(CODES, range(11), "0123456789"):
        if code[at] not in (" ", digit):
            assert read_code(code[:at] + digit + code[at + 1 :]) is None


def test_every_swap_of_neighbours_is_found() -> None:
    for code, at in product(CODES, range(8)):
        digits = code.replace(" ", "")
        swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        assert swapped == digits or read_code(swapped) is None


def test_what_is_too_short_or_of_other_digits_is_none() -> None:
    assert read_code("482 915") is None
    assert read_code("٤٨٢ ٩١٥ ٦٣٧") is None
    assert read_code("") is None
