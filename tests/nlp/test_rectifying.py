"""Of two things that a teller names, the one that he calls wrong is dropped."""

import pytest

from nlp.entity import Kind
from nlp.extract import extract
from nlp.lexicon import Lexicon
from nlp.roles.rectifying import rectified

JUDGED = (Kind.PERSON, Kind.DATE, Kind.PLACE)


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("Bia đề sinh năm 1948, lẽ ra phải là 1945.", [("1945", "born")]),
        ("bia ghi hy sinh nam 1972, dung ra la nam 1971", [("1971", "died")]),
        (
            "Mộ khắc tên Nguyễn Văn Hùng, thật ra phải là Nguyễn Văn Hưng.",
            [("Nguyễn Văn Hưng", "martyr")],
        ),
        ("Quê anh ở Nam Định chứ không phải Ninh Bình.", [("Nam Định", "hometown")]),
        (
            "Anh quê Nam Định. Lẽ ra gia đình phải đi tìm từ năm 1990.",
            [("Nam Định", "hometown"), ("1990", "other")],
        ),
        (
            "Anh hy sinh năm 1972, giấy báo tử gửi về năm 1974.",
            [("1972", "died"), ("1974", "other")],
        ),
        (
            "Anh sinh năm 1950. Phải là người quê Nam Định mới biết.",
            [("1950", "born"), ("Nam Định", "hometown")],
        ),
    ],
)
def test_what_is_called_wrong_is_no_fact(
    message: str, left: list[tuple[str, str]]
) -> None:
    found = rectified(message, extract(message, Lexicon.load()))

    assert [(one.text, one.role) for one in found if one.kind in JUDGED] == left


def test_a_name_that_was_engraved_by_mistake_is_no_fact() -> None:
    message = "Bia mộ bị khắc nhầm tên là Trần Văn Lộc, gia đình xin sửa."
    found = rectified(message, extract(message, Lexicon.load()))

    assert [one for one in found if one.kind is Kind.PERSON] == []
