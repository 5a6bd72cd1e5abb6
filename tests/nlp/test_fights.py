from dataclasses import replace

import pytest

from nlp.entity import Entity
from nlp.extract import extract
from nlp.lexicon import Lexicon
from nlp.tellings.fights import when, where


@pytest.mark.parametrize(
    ("message", "date"),
    [
        ("Trận ấy nổ ra hồi năm 1974.", "1974"),
        ("Trận công đồn ấy là năm 1968, anh em nằm lại nhiều", "1968"),
        ("Tôi kể trận suối Ngang.\nThời điểm là hồi năm 1972", "1972"),
        ("Anh em mất nhiều. Việc ấy vào khoảng tháng 5 năm 1971", "1971-05"),
        ("Đó là mùa khô năm 1969", "1969"),
        ("Đó là chuyện tôi nghe năm 1994", ""),
        ("Tôi dự trận ấy, tôi sinh năm 1950", ""),
        ("Tôi nhập ngũ năm 1970 rồi vào trận", ""),
        ("Năm 1994 tôi quay lại chỗ cũ", ""),
    ],
)
def test_a_date_beside_a_battle_is_its_date(message: str, date: str) -> None:
    said = when(message, undated(message))

    assert (said[0] if said else "") == date


def test_what_is_of_a_life_is_no_battle() -> None:
    message = "Tôi mười tám tuổi. Đó là năm 1965"
    (date,) = undated(message)

    assert when(message, (replace(date, role="enlisted"),)) is None


def test_what_is_a_death_is_no_battle() -> None:
    message = "Trận ấy năm 1974, anh Sáu hy sinh năm 1975"
    *first, last = undated(message)

    assert when(message, (*first, replace(last, role="died"))) is None


@pytest.mark.parametrize(
    ("message", "place"),
    [
        (
            "Đơn vị tôi chốt giữ ở xã Ia Lâu, huyện Chư Prông",
            "xã Ia Lâu, huyện Chư Prông",
        ),
        ("Đánh nhau ở xã Ia Lâu, huyện Chư Prông", "xã Ia Lâu, huyện Chư Prông"),
        ("Quê anh ở xã Ia Lâu, huyện Chư Prông", ""),
        ("Nhà tôi ở xã Ia Lâu, huyện Chư Prông", ""),
    ],
)
def test_a_place_that_was_held_is_where_it_was(message: str, place: str) -> None:
    found = tuple(replace(one, role=None) for one in undated(message))

    said = where(message, found)

    assert (said[1] if said else "") == place


def undated(message: str) -> tuple[Entity, ...]:
    """Return what the message names, as if nothing were known of its dates."""
    return tuple(replace(one, role="other") for one in extract(message, Lexicon.load()))
