"""Whose a telephone number is, where a telling says it."""

import pytest

from nlp.entity import Kind
from nlp.extract import extract
from nlp.lexicon import Lexicon
from nlp.tellings import phoning


@pytest.mark.parametrize(
    ("message", "numbers"),
    [
        ("số của anh Tư là 0914 000 111", []),
        ("so dien thoai cua ong bay la 0914000111, ong con nho ro", []),
        ("sđt của ông ấy: 0914 000 111", []),
        ("số tôi là 0912 000 222, số của anh Tư là 0914 000 111", ["0912 000 222"]),
        ("gọi anh Tư 0914 000 111, còn số tui 0912 000 222", ["0912 000 222"]),
        ("số của tôi 0912 000 222", ["0912 000 222"]),
        ("số của con tôi 0912 000 222", ["0912 000 222"]),
        ("số của cháu Lan 0912 000 222", ["0912 000 222"]),
        ("số của anh trai tôi 0912 000 222", ["0912 000 222"]),
        ("Liên hệ 0912 000 222 gặp chị Lan", ["0912 000 222"]),
        ("mộ số của anh Tư 12, đt 0912 000 222", ["0912 000 222"]),
        ("0912 000 222 hoặc 0914 000 111", ["0912 000 222", "0914 000 111"]),
    ],
)
def test_a_number_of_somebody_else_is_none_of_the_tellers(
    message: str, numbers: list[str]
) -> None:
    found = extract(message, Lexicon.load())

    own = [e.text for e in phoning.own(message, found) if e.kind is Kind.PHONE]

    assert own == numbers
