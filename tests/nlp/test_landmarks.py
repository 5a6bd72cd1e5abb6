"""What is to be seen at a grave, told apart from what lies there and who lives there."""

import pytest

from nlp.tellings.landmarks import is_home, is_landmark
from nlp.text import fold


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        ("dưới gốc sung, cạnh con mương", True),
        ("sau lung dinh lang", True),
        ("cách giếng 20 bước", True),
        ("vườn ông Hai Cội", True),
        ("near the stream", True),
        ("đồi hướng tây", True),
        ("cạnh đồn cũ", True),
        ("gan don vi ban", False),
        ("mộ tập thể của bộ đội", False),
        ("tiểu đội", False),
        ("bên trong có mảnh giấy", False),
        ("quân hàm trung sĩ", False),
        ("trong đơn vị gọi là Tư", False),
        ("mộ đã bốc", False),
    ],
)
def test_a_landmark_names_what_a_stranger_would_find(words: str, shows: bool) -> None:
    assert is_landmark(words) is shows


@pytest.mark.parametrize(
    ("before", "home"),
    [
        ("Muốn biết thì hỏi bà Lụa ở ", True),
        ("nhân chứng là ông Sáu Đờn hiện ở ", True),
        ("chôn anh ở ", False),
        ("Anh Tảo nằm ở ", False),
        ("anh ấy ở ", False),
        ("tôi biết mộ anh Sáu ở ", False),
    ],
)
def test_where_somebody_lives_is_no_landmark(before: str, home: bool) -> None:
    assert is_home(fold(before)) is home
