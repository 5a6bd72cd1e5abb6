import pytest

from nlp.extract import extract
from nlp.lexicon import Lexicon
from nlp.tellings.calling import alias


@pytest.mark.parametrize(
    ("message", "other"),
    [
        ("Người ta gọi anh là Hà Quang Tỵ", ""),
        ("Cái anh bộ đội đó bà con kêu là Hà Quang Tỵ", ""),
        ("Liệt sĩ Hà Quang Tỵ, đồng đội gọi anh là Hà Quang Minh", "Hà Quang Minh"),
        ("Người ta gọi anh là Tỵ Râu", "Tỵ Râu"),
        ("Anh ấy bí danh là Hà Quang Minh", "Hà Quang Minh"),
    ],
)
def test_a_whole_name_told_alone_is_no_other_name(message: str, other: str) -> None:
    said = alias(message, extract(message, Lexicon.load()))

    assert (said[0] if said else "") == other
