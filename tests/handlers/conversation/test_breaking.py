"""What breaks into a telling stands apart from it, and reaches staff."""

import pytest

from handlers.conversation import breaking
from storage.model.dialogue import Consent, Dialogue
from storage.model.message import Pinned, Said
from tests.handlers.stage import Stage

STORY = "Tôi biết chỗ chôn liệt sĩ Phan Văn Sáu, tiểu đoàn 7"
FIND = "vừa mới đào móng trúng hài cốt ngoài đồng"
FRAUD = "có kẻ tự xưng cán bộ đòi chuyển trước 5 triệu"


def asked() -> Stage:
    """Return the stage of a teller who is asked where the grave lies."""
    stage = Stage(dialogue=Dialogue(consent=Consent.GIVEN, address="none"))
    for text in (STORY, "xong"):
        stage.put(Said(text))
    assert stage.dialogue.asking is not None
    assert stage.dialogue.asking.key == "place"
    return stage


def test_a_pin_of_the_find_is_not_the_place_of_the_grave() -> None:
    stage = asked()
    stage.put(Said(FIND))

    stage.put(Pinned(16.1, 107.9))

    assert "place" not in stage.dialogue.answers
    assert "found_place" in stage.dialogue.answers
    assert [pin.where for pin in stage.dialogue.pins] == ["answer:found_place"]


def test_who_has_had_enough_is_asked_of_the_find_and_no_further_after_that() -> None:
    stage = asked()
    stage.put(Said("xong"))

    of_find = stage.put(Said(FIND))
    done = stage.put(Said("xong"))

    assert "Chỗ vừa phát hiện" in of_find[-1].text
    assert "Ghi như vậy" in done[-1].text


def test_what_is_told_of_it_in_two_messages_stands_together() -> None:
    stage = asked()

    stage.put(Said(FRAUD))
    stage.put(Said(FRAUD.upper()))

    assert stage.dialogue.answers["fraud_beside"].words == f"{FRAUD}\n{FRAUD.upper()}"


@pytest.mark.parametrize(
    "words",
    [
        "khoan, đào móng trúng hài cốt rồi",
        "hôm qua có bà xưng ngoại cảm đòi nộp 5 triệu",
        "có người đòi tiền, bảo chuyển khoản trước mới chỉ mộ",
    ],
)
def test_another_matter_breaks_in(words: str) -> None:
    assert breaking.matter(Dialogue(flow="burial", told=True), words)


@pytest.mark.parametrize(
    ("flow", "words"),
    [
        ("burial", "gần trụ sở công an xã"),
        ("burial", "đào sâu chừng một mét"),
        ("burial", "cạnh ngân hàng"),
        ("misinfo", "ngoại cảm đòi nộp 5 triệu"),
        ("found_now", "đào móng trúng hài cốt"),
    ],
)
def test_a_landmark_is_no_other_matter_nor_what_is_being_told(
    flow: str, words: str
) -> None:
    assert breaking.matter(Dialogue(flow=flow, told=True), words) is None


@pytest.mark.parametrize(
    "words", ["cạnh nhà ông thầy bói", "năm ấy xã thu mỗi nhà 5 đồng", "gần gò mối"]
)
def test_what_only_sounds_like_it_answers(words: str) -> None:
    stage = asked()

    stage.put(Said(words))

    assert stage.dialogue.answers["place"].words == words
