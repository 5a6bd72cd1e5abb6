"""Who wants peace has it, and a house in mourning hears one sentence and no more."""

from datetime import timedelta

import pytest

from handlers.conversation.followup import timers
from storage.model.decision import StatusChanged, TellerDied
from storage.model.dialogue import Consent, Dialogue
from storage.model.message import (
    Asked,
    Edited,
    Lapsed,
    Opened,
    Pressed,
    Said,
    What,
)
from storage.model.timing import TimerKind
from tests.handlers.stage import NOW, ZONE, Stage

STORY = "Tôi chôn anh Phan Văn Sáu dưới gốc xoài xã Hòa Bình"
DIED = "người kể đã mất rồi ạ"


def filed() -> Stage:
    """Return the stage of a telling that was sent."""
    stage = Stage(dialogue=Dialogue(consent=Consent.GIVEN, address="none"))
    for text in (STORY, "xong", "xong", "xong"):
        stage.put(Said(text))
    assert stage.dialogue.confirmed
    return stage


def nothing_due(stage: Stage) -> bool:
    return timers(stage.dialogue, 1, stage.now, ZONE) == ()


@pytest.mark.parametrize(
    "what",
    [
        Said("Tôi là con ông, ông có để lại cuốn sổ"),
        Said("alo"),
        Said("xem mã"),
        Said("đừng nhắn nữa"),
        Opened("4829151"),
        Pressed("consent", "no"),
        Asked(7, "Cây xoài nay còn không ạ?", "xã", 1, "482 915 637"),
        StatusChanged(1, "verified", "482 915 637"),
        TellerDied(),
        Edited(1, "chữ sửa"),
    ],
)
@pytest.mark.parametrize("said_by", [Said(DIED), TellerDied()])
def test_after_a_death_nothing_is_said_to_anything(said_by: What, what: What) -> None:
    stage = filed()
    stage.put(said_by)

    assert stage.put(what) == []
    assert nothing_due(stage)
    assert stage.dialogue.muted


def test_the_house_hears_one_sentence_and_staff_are_told() -> None:
    stage = filed()

    said = stage.put(Said(DIED))
    again = stage.put(Said(DIED))

    assert len(said) == 1
    assert "chia buồn cùng gia đình" in said[0].text
    assert not said[0].buttons
    assert again == []
    assert len(stage.remarks) == 1
    assert stage.tips[1].story == STORY
    assert DIED in stage.tips[1].spare


def test_from_staff_nothing_is_said_and_what_was_told_is_filed() -> None:
    stage = Stage(dialogue=Dialogue(consent=Consent.GIVEN, address="none"))
    stage.put(Said(STORY))

    said = stage.put(TellerDied())

    assert said == []
    assert stage.tips[1].draft
    assert stage.tips[1].story == STORY


def test_a_new_telling_is_anothers_and_of_the_dead_he_hears_nothing() -> None:
    stage = filed()
    stage.put(Said(DIED))

    begun = stage.put(Said("/moi"))
    news = stage.put(StatusChanged(1, "verified", "482 915 637"))
    asked = stage.put(Asked(7, "Còn ai biết ạ?", "xã", 1, "482 915 637"))
    told = stage.put(Said("Tôi giữ cuốn nhật ký của liệt sĩ Lê Văn Năm"))
    stage.now += timedelta(hours=1)
    stage.put(Lapsed(TimerKind.DRAFT, stage.dialogue.turn))

    assert "Xin mời kể" in begun[0].text
    assert news == asked == []
    assert told
    assert stage.tips[2].story.startswith("Tôi giữ cuốn nhật ký")
    assert stage.tips[1].story == STORY


def test_what_a_house_told_after_the_death_is_filed_before_another_begins() -> None:
    stage = Stage(dialogue=Dialogue(consent=Consent.GIVEN, address="none"))
    stage.put(TellerDied())
    stage.put(Said(STORY))

    stage.put(Said("/moi"))

    assert stage.tips[1].story == STORY
    assert stage.tips[1].draft


def test_of_what_the_house_told_after_the_death_another_hears_nothing() -> None:
    stage = Stage(dialogue=Dialogue(consent=Consent.GIVEN, address="none"))
    stage.put(TellerDied())
    stage.put(Said(STORY))
    stage.put(Said("/moi"))

    asked = stage.put(Asked(7, "Còn ai biết ạ?", "xã", 1, "482 915 637"))
    news = stage.put(StatusChanged(1, "verified", "482 915 637"))
    own = stage.put(Said("Tôi giữ cuốn nhật ký của liệt sĩ Lê Văn Năm"))

    assert asked == news == []
    assert "Kể xong" in own[0].buttons[0].label


def test_who_begins_where_another_was_invited_hears_other_words() -> None:
    stage = Stage(dialogue=Dialogue(consent=Consent.GIVEN, address="none"))
    invited = stage.put(Opened())
    stage.put(TellerDied())

    begun = stage.put(Said("/moi"))

    assert begun[0].text != invited[0].text


def test_who_never_agreed_is_mourned_and_another_is_asked_for_his_own_consent() -> None:
    stage = Stage()
    stage.put(Said("chuyện"))

    said = stage.put(Said(DIED))
    silent = stage.put(Said("chuyện nữa"))
    begun = stage.put(Said("chuyện mới"))

    assert "chia buồn" in said[0].text
    assert silent == []
    assert "đồng ý" in begun[0].text
    assert not stage.dialogue.muted


def test_a_wish_for_peace_is_answered_once_and_is_no_answer_to_a_question() -> None:
    stage = filed()
    stage.put(Asked(7, "Cây xoài nay còn không ạ?", "xã", 1, "482 915 637"))

    said = stage.put(Said("đừng nhắn nữa"))
    news = stage.put(StatusChanged(1, "verified", "482 915 637"))

    assert len(said) == 1
    assert "không nhắn" in said[0].text
    assert news == []
    assert nothing_due(stage)
    assert "officer_7" not in stage.dialogue.answers
    assert "đừng nhắn nữa" in stage.tips[1].spare


def test_thanks_do_not_end_the_peace_but_his_own_words_do() -> None:
    stage = filed()
    stage.put(Said("đừng nhắn nữa"))

    stage.put(Said("cảm ơn"))
    is_still = stage.dialogue.stopped
    stage.put(Said("Tôi nhớ thêm: có cái giếng cạnh đó"))

    assert is_still
    assert not stage.dialogue.stopped


def test_a_long_telling_that_ends_with_it_is_heard_whole() -> None:
    stage = Stage(dialogue=Dialogue(consent=Consent.GIVEN, address="none"))
    text = f"{STORY}, cạnh nhà ông Tám, hồi đó tôi là du kích xã. Đừng nhắn nữa."

    said = stage.put(Said(text))

    assert [out.text for out in said] == [said[0].text]
    assert "không nhắn" in said[0].text
    assert stage.dialogue.story[0].text == text
    assert stage.now == NOW
