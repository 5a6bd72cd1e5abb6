"""A placement's code is read however it is typed, and is never a tip's."""

from itertools import product

from handlers import codes
from handlers.placement_codes import new_code, read_code, spoken

CODES = [new_code(lambda below, n=n: n * 7_654_321 % below) for n in range(1, 20)]


def test_a_code_is_read_however_it_is_typed() -> None:
    for code in CODES:
        assert len(code) == 7
        assert read_code(spoken(code)) == code
        assert read_code(f" mã {code[:3]}-{code[3:]}.") == code


def test_every_wrong_digit_and_every_swap_of_neighbours_is_found() -> None:
    for code, at, digit in product(CODES, range(7), "0123456789"):
        if code[at] != digit:
            assert read_code(code[:at] + digit + code[at + 1 :]) is None
    for code, at in product(CODES, range(6)):
        swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        assert swapped == code or read_code(swapped) is None


def test_no_code_is_a_tips_even_with_a_digit_lost_or_one_too_many() -> None:
    tips = [codes.new_code(lambda below, n=n: n * 7_654_321 % below) for n in range(9)]

    for tip, at in product(tips, range(11)):
        assert read_code(tip[:at] + tip[at + 1 :]) is None
    for code, digit in product(CODES, "0123456789"):
        assert codes.read_code(code + digit) is None


def test_a_code_never_begins_as_a_telephone_number_does() -> None:
    assert new_code(lambda _below: 0)[0] == "1"
    assert new_code(lambda below: below - 1)[0] == "9"
    assert read_code("0000000") is None


def test_what_is_no_code_is_shown_as_it_stands() -> None:
    assert spoken("xa-suoi-da") == "xa-suoi-da"
    assert read_code("٤٨٢ ٩١٥٣") is None
    assert read_code("") is None
