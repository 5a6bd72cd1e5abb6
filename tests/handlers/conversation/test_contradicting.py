"""What a teller takes back gives way; what he doubts or adds does not."""

import pytest

from handlers.conversation.contradicting import takes_back
from handlers.conversation.filling import into_story
from storage.model.dialogue import Dialogue
from tests.handlers.stage import find

TOLD = "Anh Phan Văn Minh e95 hy sinh năm 1970, chôn ở đồi Chè xã Ia Lâu"


def _told(*words: str) -> dict[str, str | None]:
    dialogue = Dialogue(flow="burial", told=True)
    for cause, said in enumerate((TOLD, *words), 1):
        dialogue = into_story(dialogue, cause, said, find(said))
    return {key: held.value for key, held in dialogue.answers.items()}


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [
        ("à không phải 1970, 1971 mới đúng", "died", "1971"),
        ("năm 1971 chứ không phải 1970", "died", "1971"),
        ("nhầm, năm 1968 cơ", "died", "1968"),
        ("à quên, hy sinh tháng 5/1972", "died", "1972-05"),
        ("e88 chứ không phải e95", "unit", "Trung đoàn 88"),
        ("lộn rồi, tiểu đoàn 5 mới đúng", "unit", "Tiểu đoàn 5"),
    ],
)
def test_what_is_taken_back_gives_way(words: str, key: str, value: str) -> None:
    before = _told()

    after = _told(words)

    assert after[key] == value
    assert {k: after[k] for k in before if k != key} == {
        k: before[k] for k in before if k != key
    }


@pytest.mark.parametrize(
    "words",
    [
        "mà hình như 1972",
        "không biết có phải 1971 không",
        "năm 1975 tôi có về thăm",
        "không, còn anh Nguyễn Văn Nam nữa",
        "à quên, có cây xoài to lắm",
        "hồi đó không phải năm 1968 thì là 1969 tôi ở Quảng Trị, gặp anh lần cuối ở bến phà Long Đại",
    ],
)
def test_what_is_doubted_or_added_changes_nothing(words: str) -> None:
    before = _told()

    after = _told(words)

    assert {k: after[k] for k in ("died", "unit", "martyr_name")} == {
        k: before[k] for k in ("died", "unit", "martyr_name")
    }


@pytest.mark.parametrize("words", ["không, 1968", "à nhầm: 1968", "quên, xã Hòa Bình"])
def test_a_word_may_take_back_what_was_told_last(words: str) -> None:
    assert takes_back(words)


@pytest.mark.parametrize("words", ["không", "không sai", "đúng rồi", "khoảng 1968"])
def test_other_words_take_nothing_back(words: str) -> None:
    assert not takes_back(words)
