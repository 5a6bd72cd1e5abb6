"""What staff are told at once, and can read at once; who is a child."""

import pytest

from handlers.conversation.alerting import is_child
from storage.model.alert import AlertReason
from storage.model.dialogue import Consent, Dialogue
from storage.model.message import Pressed, Said
from tests.handlers.stage import Stage

FIND = "Vừa mới đào móng trúng hài cốt ở thôn 3 xã Hòa Bình"


@pytest.mark.parametrize("text", [FIND, "tôi không muốn sống nữa"])
def test_staff_read_what_they_were_warned_of_without_waiting_for_silence(
    text: str,
) -> None:
    stage = Stage(dialogue=Dialogue(consent=Consent.GIVEN, address="none"))

    stage.put(Said(text))

    assert len(stage.alerts) == 1
    assert (stage.tips[1].story, stage.tips[1].draft) == (text, True)


def test_before_consent_staff_are_warned_and_read_it_as_soon_as_it_is_given() -> None:
    stage = Stage()
    stage.put(Said(FIND))
    warned, unread = list(stage.alerts), dict(stage.tips)

    stage.put(Pressed("consent", "yes"))

    assert [alert.reason for alert in warned] == [AlertReason.FOUND_NOW]
    assert unread == {}
    assert stage.tips[1].story == FIND


@pytest.mark.parametrize(
    "words",
    [
        "cháu 12 tuổi ạ",
        "Em năm nay 11 tuổi, em thấy mộ liệt sĩ",
        "dạ em mới 9 tuổi thôi",
    ],
)
def test_a_child_tells_his_age(words: str) -> None:
    assert is_child(words)


@pytest.mark.parametrize(
    "words",
    [
        "cháu 12 tuổi thì ông cháu đi bộ đội",
        "Cháu 12 tuổi, năm 1968 cháu thấy bộ đội chôn anh Ba",
        "em 15 tuổi, hồi đó em làm giao liên",
        "em 34 tuổi, em tìm ông",
        "anh ấy mới 15 tuổi",
        "lúc cháu 10 tuổi, nhà cháu ở gần đồn",
    ],
)
def test_who_tells_of_his_childhood_is_no_child(words: str) -> None:
    assert not is_child(words)
