import pytest

from handlers.conversation.choosing import choose
from handlers.conversation.saying import CONFIRM_CHOICES, CONSENT_CHOICES

SHOWN = tuple(choice.value for choice in CONFIRM_CHOICES)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1", "yes"), ("một", "yes"), ("đúng", "yes"), ("Dạ đúng ạ", "yes"),
        ("dung roi", "yes"), ("ok", "yes"), ("vâng", "yes"), ("gửi đi", "yes"),
        ("2", "fix"), ("sai rồi", "fix"), ("chưa đúng", "fix"), ("3", "more"),
        ("ba", "more"), ("kể thêm", "more"), ("Đúng rồi, gửi đi", "yes"),
    ],
)  # fmt: skip
def test_a_number_or_a_word_chooses(words: str, value: str) -> None:
    assert choose(words, CONFIRM_CHOICES, SHOWN) == value


@pytest.mark.parametrize(
    "words", ["dung", "Dung", "dừng", "huy", "thoi", "0", "4", "12", "²", ""]
)
def test_what_is_not_clearly_a_choice_is_none(words: str) -> None:
    assert choose(words, CONFIRM_CHOICES, SHOWN) is None


def test_a_number_means_what_was_shown_under_it() -> None:
    assert choose("1", CONFIRM_CHOICES, ("fix", "yes")) == "fix"
    assert choose("1", CONFIRM_CHOICES, ("gone", "yes")) is None
    assert choose("1", CONFIRM_CHOICES) is None


def test_only_clear_words_refuse_consent() -> None:
    assert choose("không đồng ý", CONSENT_CHOICES) == "no"
    assert choose("khong", CONSENT_CHOICES) == "no"
    assert choose("không nhớ rõ nhưng đồng ý", CONSENT_CHOICES) is None
