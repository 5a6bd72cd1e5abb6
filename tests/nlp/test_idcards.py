"""Numbers of identity cards are hidden; telephones, grids and dates are not."""

import pytest

from nlp.files.idcards import masked


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("CCCD của tôi 001048000123 nhé", "CCCD của tôi •••••••••123 nhé"),
        ("so cmnd: 123 456 789", "so cmnd: ••• ••• 789"),
        ("căn cước 012.345.678.901", "căn cước •••.•••.•••.901"),
        ("034145009876", "•••••••••876"),
    ],
)
def test_a_number_is_hidden_but_for_its_end(words: str, shown: str) -> None:
    assert masked(words) == shown
    assert len(masked(words)) == len(words)


@pytest.mark.parametrize(
    "words",
    [
        "điện thoại 0912 000 123",
        "0168 123 4567",
        "+84 912 000 123",
        "tọa độ 14.650120, 107.799330",
        "hòm thư 86.235 YK",
        "hy sinh 12/03/1971, e66 f304",
        "XT 445 262",
        "123456789",
    ],
)
def test_other_numbers_stay(words: str) -> None:
    assert masked(words) == words


def test_a_long_run_of_digits_is_read_in_no_time() -> None:
    assert masked("1" * 50_000) == "1" * 50_000
