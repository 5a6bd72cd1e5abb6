"""Before consent only what answers a wish for a call is read; that reaches staff at once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.conversation.callback import is_wished, wish
from handlers.informant import CALLBACK
from storage.model.dialogue import Consent
from storage.model.evidence import MediaKind
from storage.model.message import (
    Asked,
    Command,
    Commanded,
    Edited,
    Opened,
    Pressed,
    Said,
    Shared,
    Showed,
    What,
    Withdrew,
)
from tests.handlers.stage import Stage

STORY = "Anh tôi Lê Văn Năm chôn ở xã Phước Lộc"
NUMBER = "0912 000 701"
KEYS = {question.key for question in CALLBACK}
OFFICER = Commanded(Command.OFFICER)

words = st.sampled_from(
    (STORY, NUMBER, f"{STORY}, số tôi 0912 000 702", "à gọi số 0912 000 703 nhé",
     "buổi sáng", "hỏi chế độ", "đồng ý", "ok", "không", "3", "xong", "bỏ qua")
).map(Said)  # fmt: skip
others: st.SearchStrategy[What] = st.sampled_from(
    (
        Showed("m", MediaKind.VOICE),
        Showed("n", MediaKind.PHOTO),
        Shared("Lê Văn Ba", "0912 000 704", True),
        Shared("Lê Văn Tư", "0912 000 705", False),
        Pressed("callback_hour", "afternoon"),
        Pressed("consent", "no"),
        Edited(1, "0912 000 706"),
        Opened(),
        OFFICER,
        Commanded(Command.CALL_OFF),
        Commanded(Command.FIX),
        Withdrew(),
    )
)
asked: st.SearchStrategy[What] = st.just(Asked(1, "Còn gì ạ?", "xã Hòa Bình"))


def bursts_of(one: st.SearchStrategy[What]) -> st.SearchStrategy[list[list[What]]]:
    return st.lists(st.lists(one, min_size=1, max_size=2), max_size=12)


@given(bursts_of(words | others | asked))
@settings(max_examples=150, deadline=None)
def test_nothing_but_the_wish_is_read_before_consent(bursts: list[list[What]]) -> None:
    stage = Stage(apart=100)
    stage.put(OFFICER)
    for burst in bursts:
        stage.put(*burst)
        dialogue = stage.dialogue
        if dialogue.consent is Consent.GIVEN:
            return
        assert not stage.tips
        assert (dialogue.story, dialogue.shown, dialogue.pins) == ((), (), ())
        assert set(dialogue.answers) <= KEYS
        if is_wished(dialogue) and (number := wish(dialogue).phone):
            assert [call.phone for call in stage.calls] == [number]


@given(bursts_of(words | others))
@settings(max_examples=50, deadline=None)
def test_whoever_wishes_a_call_gets_it_whatever_was_before(
    bursts: list[list[What]],
) -> None:
    stage = Stage(apart=100)
    for burst in bursts:
        stage.put(*burst)
    stage.put(Commanded(Command.CALL_OFF))

    stage.put(OFFICER)
    stage.put(Said(NUMBER))

    assert [call.phone for call in stage.calls] == ["+84912000701"]


@pytest.mark.parametrize("choice", ["yes", "no"])
def test_a_number_is_filed_before_anything_is_agreed_to(choice: str) -> None:
    stage = Stage(apart=100)
    stage.put(Said(STORY))
    stage.put(Said("gặp cán bộ"))
    stage.put(Said(NUMBER))
    before = list(stage.calls)

    stage.put(Pressed("consent", choice))

    assert before == stage.calls
    assert [call.phone for call in before] == ["+84912000701"]


def test_a_story_told_at_a_question_of_the_wish_stays_sealed() -> None:
    stage = Stage(apart=100)
    stage.put(OFFICER)

    stage.put(Said(f"{STORY}, số tôi 0912 000 702"))

    held = stage.dialogue
    assert [call.phone for call in stage.calls] == ["+84912000702"]
    assert held.answers["callback_phone"].words == "0912 000 702"
    assert [one.what for one in held.sealed] == [Said(f"{STORY}, số tôi 0912 000 702")]


def test_a_story_told_after_a_refusal_is_asked_about_once_the_wish_is_told() -> None:
    stage = Stage(apart=100)
    stage.put(OFFICER)
    stage.put(Pressed("consent", "no"))
    stage.put(Said(STORY))
    for what in (Said(NUMBER), Said("buổi sáng"), Said("hỏi chuyện anh trai")):
        stage.put(what)
    asked = stage.dialogue

    stage.put(Pressed("consent", "yes"))

    assert asked.consent is Consent.ASKED
    assert [one.what for one in asked.sealed] == [Said(STORY)]
    assert [piece.text for piece in stage.dialogue.story] == [STORY]


def test_the_answers_of_a_wish_are_no_part_of_the_story() -> None:
    stage = Stage(apart=100)
    for what in (OFFICER, Said(NUMBER), Said("buổi sáng"), Said("hỏi chuyện anh trai")):
        stage.put(what)
    stage.put(Said(STORY))

    stage.put(Said("đồng ý"))

    assert [piece.text for piece in stage.dialogue.story] == [STORY]
    assert not stage.dialogue.spare


def test_a_recording_is_no_number_and_stays_sealed() -> None:
    stage = Stage(apart=100)
    stage.put(OFFICER)

    (said,) = stage.put(Showed("m", MediaKind.VOICE, 7.0))

    assert {button.key for button in said.buttons} == {"callback_phone"}
    assert len(stage.dialogue.sealed) == 1
    assert not stage.calls


def test_yes_to_a_question_of_the_wish_is_no_consent() -> None:
    stage = Stage(apart=100)
    stage.put(Opened())
    stage.put(OFFICER)

    stage.put(Said("đồng ý"))

    assert stage.dialogue.consent is Consent.ASKED


def test_an_edited_number_is_the_one_that_is_called() -> None:
    stage = Stage(apart=100)
    stage.put(OFFICER)
    stage.put(Said(NUMBER))

    stage.put(Edited(stage.place, "0912 000 702"))

    assert [call.phone for call in stage.calls] == ["+84912000702"]


def test_a_number_told_later_in_the_story_is_called_too() -> None:
    stage = Stage(apart=100)
    stage.put(Pressed("consent", "yes"))
    for what in (OFFICER, Said("bỏ qua"), Said("hỏi chế độ")):
        stage.put(what)

    stage.put(Said(f"{STORY}, số tôi 0912 000 702"))

    assert [call.phone for call in stage.calls] == ["+84912000702"]


def test_a_withdrawn_consent_takes_the_wish_with_it() -> None:
    stage = Stage(apart=100)
    stage.put(OFFICER)
    stage.put(Said(NUMBER))

    stage.put(Withdrew())

    assert not stage.calls
    assert not stage.dialogue.answers
