"""Who only sends on an article says so in many ways; who knows something tells it."""

import pytest

from handlers.conversation.passing import is_nothing
from nlp.extract import extract
from nlp.lexicon import Lexicon


@pytest.mark.parametrize(
    "words",
    [
        "không",
        "Không ạ",
        "không, đọc thấy thì gửi",
        "khong biet gi",
        "tôi không biết gì thêm",
        "hổng biết",
        "chỉ gửi cho các chú xem",
    ],
)
def test_nothing_more_is_known(words: str) -> None:
    assert is_nothing(words, tuple(extract(words, Lexicon.load())))


@pytest.mark.parametrize(
    "words",
    [
        "không phải chỉ có hai mộ đâu, chỗ đó anh em tôi chôn cả thảy năm người bên gốc trâm",
        "khoảng năm 1972 tôi có qua đó",
        "không, mộ ông Lê Văn Sửu ở bên kia suối",
        "ông già tôi chôn chứ ai",
        "có",
    ],
)
def test_something_is_told(words: str) -> None:
    assert not is_nothing(words, tuple(extract(words, Lexicon.load())))
