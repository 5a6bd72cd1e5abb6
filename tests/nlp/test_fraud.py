import pytest

from nlp.extract import extract
from nlp.lexicon import Lexicon
from nlp.tellings.fraud import own_number


@pytest.mark.parametrize(
    ("message", "number"),
    [
        ("Nhà tôi bị lừa. Có gì cứ gọi 0912 000 894", "+84912000894"),
        ("Hỏi thêm xin gọi 0912 000 894, đó là máy của tôi", "+84912000894"),
        ("điện thoại liên lạc: 0912 000 894", "+84912000894"),
        ("Có kẻ lừa bà con chuyện hài cốt. Sđt: 0912 000 894", "+84912000894"),
        ("nó hứa lấy được hài cốt. điện thoại tôi: 0912 000 894", "+84912000894"),
        ("Thằng đó tên là Tư Sún, sđt 0912 000 894", ""),
        ("Nó bảo có gì cứ gọi 0912 000 894", ""),
        ("Thằng lừa ấy số 0912 000 894", ""),
    ],
)
def test_a_number_is_the_tellers_where_he_wants_to_be_called(
    message: str, number: str
) -> None:
    said = own_number(message, extract(message, Lexicon.load()))

    assert (said[0] if said else "") == number
