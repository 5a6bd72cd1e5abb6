import pytest

from handlers.conversation.fields import CALLED, CALLED_AT_LAST, is_called_wrong, named
from handlers.flows import flows
from storage.model.tip import ANSWER_KEYS


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("tên", "martyr_name"), ("ten", "martyr_name"), ("Tên liệt sĩ ạ", "martyr_name"),
        ("liệt sĩ", "martyr_name"), ("sửa tên anh ấy", "martyr_name"),
        ("tên tôi", "teller_name"), ("đơn vị", "unit"), ("don vi", "unit"),
        ("cái đơn vị ấy sai", "unit"), ("tên đơn vị", "unit"),
        ("chỗ chôn", "place"), ("cho chon", "place"), ("xã ghi nhầm", "place"),
        ("quê ở xã khác", "hometown"), ("hy sinh", "died"),
        ("nơi hy sinh", "death_place"), ("năm sinh của liệt sĩ", "birth"),
        ("số điện thoại", "teller_phone"), ("so dien thoai", "teller_phone"),
    ],
)  # fmt: skip
def test_words_name_a_field_with_or_without_marks(words: str, key: str) -> None:
    assert named(words, CALLED) == key


@pytest.mark.parametrize(
    "words",
    [
        "đơn vị với tên",
        "anh ấy hiền lắm",
        "a khong, dau nam 1965 moi dung",
        "quế",
        "mơ",
        "",
        "tên " * 100,
    ],
)
def test_what_names_none_or_several_is_none(words: str) -> None:
    assert named(words, CALLED) is None


def test_a_field_that_is_not_there_is_not_named() -> None:
    assert named("đơn vị", ("martyr_name", "place")) is None


@pytest.mark.parametrize("words", ["sai tên rồi", "ghi nhầm xã", "sửa đơn vị"])
def test_a_teller_says_that_it_is_wrong(words: str) -> None:
    assert is_called_wrong(words)


@pytest.mark.parametrize("words", ["không sai", "Sài Gòn", "đúng rồi", "tên là Sửu"])
def test_a_teller_does_not_say_so(words: str) -> None:
    assert not is_called_wrong(words)


def test_every_field_that_is_called_is_one_and_every_fact_is_called() -> None:
    asked = {question.key for flow in flows().values() for question in flow.questions}

    assert set(CALLED_AT_LAST) <= set(CALLED) <= set(ANSWER_KEYS)
    assert asked <= set(CALLED)
