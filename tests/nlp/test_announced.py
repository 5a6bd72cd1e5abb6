"""A fallen man's name is one where it is announced, however it was typed."""

import time

import pytest

from nlp.entity import Entity, Kind
from nlp.extract import extract
from nlp.lexicon import Lexicon
from nlp.people.announced import announced


@pytest.mark.parametrize(
    ("message", "names"),
    [
        ("họ tên liệt sĩ: trần đình vượng", ["Trần Đình Vượng"]),
        ("Mộ ở bìa rừng, ho ten liet si: tran dinh vuong hồ sơ xã ghi vậy", ["Tran Dinh Vuong"]),
        ("liệt sĩ đó tên là phạm thị hồng lam, quê ở Huế", ["Phạm Thị Hồng Lam"]),
        ("tôi nhặt được cái bát, do cua anh le huu tuyen chú ạ", ["Le Huu Tuyen"]),
        ("người nằm đó là liệt sĩ trần đình vượng tôi kể hộ bà", ["Trần Đình Vượng"]),
        ("họ tên liệt sĩ: chưa biết", []),
        ("người nằm đó là liệt sĩ vô danh", []),
        ("đó là của anh lính trẻ", []),
        ("họ tên người báo tin: trần đình vượng", []),
        ("nhà tôi ở gần đình vượng", []),
    ],
)  # fmt: skip
def test_what_is_announced_is_his_name(message: str, names: list[str]) -> None:
    found = announced(message, ())

    assert [one.norm for one in found] == names
    assert {one.role for one in found} <= {"martyr"}


def test_what_was_read_of_its_words_gives_way() -> None:
    message = "họ tên liệt sĩ: trần đình vượng"
    found = (Entity(Kind.PLACE, "đình vượng", 21, 31),)

    (name,) = announced(message, found)

    assert (name.kind, name.text) == (Kind.PERSON, "trần đình vượng")


def test_a_name_that_was_read_stays_as_it_was() -> None:
    message = "Họ tên liệt sĩ: Trần Đình Vượng, quê ở huyện Ý Yên"
    found = extract(message, Lexicon.load())

    assert announced(message, found) == found


def test_a_hostile_text_costs_no_more_than_its_length() -> None:
    message = "họ tên liệt sĩ trần đình vượng " * 3_000
    found = tuple(
        Entity(Kind.PLACE, "đình", at, at + 4) for at in range(0, len(message), 8)
    )
    began = time.process_time()

    announced(message, found)

    assert time.process_time() - began < 3.0
