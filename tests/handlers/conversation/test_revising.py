"""Edits: the new words count, the first stay, whichever of the two comes first."""

from itertools import permutations

import pytest

from handlers.submit import compose
from storage.model.dialogue import Source
from storage.model.message import Edited, Incoming, Pressed, Said, What
from tests.handlers.stage import NOW, Stage

TOLD = "Tôi biết mộ anh Nguyễn Văn Ba, hy sinh năm 1972"
MEANT = "Tôi biết mộ anh Nguyễn Văn Bảy, hy sinh năm 1971"


def agreed() -> Stage:
    stage = Stage(apart=100)
    stage.put(Said("chào"))
    stage.put(Pressed("consent", "yes"))
    return stage


def answered(*words: str) -> Stage:
    stage = agreed()
    for text in (TOLD, "xong", *words):
        stage.put(Said(text))
    return stage


def test_an_edited_story_is_read_again_and_its_first_words_stay() -> None:
    stage = agreed()
    stage.put(Said(TOLD))

    stage.put(Edited(stage.place, MEANT))

    told = compose(stage.dialogue, draft=True)
    assert told.story == f"chào\n{MEANT}"
    assert told.spare == f"(trước khi sửa) {TOLD}"
    assert told.answers["martyr_name"].value == "Nguyễn Văn Bảy"
    assert told.readings["died"] == "1971"
    assert {e.text for _, e in told.entities} >= {"Nguyễn Văn Bảy"}


def test_an_edited_answer_changes_that_answer_and_no_other() -> None:
    stage = answered("xã Hòa Bình")
    place = stage.place
    stage.put(Said("cạnh giếng làng"))

    stage.put(Edited(place, "xã Hòa Thạnh"))

    answers = stage.dialogue.answers
    assert (answers["place"].value, answers["place"].source) == (
        "xã Hòa Thạnh", Source.SAID,
    )  # fmt: skip
    assert answers["landmark"].words == "cạnh giếng làng"
    assert "(trước khi sửa) xã Hòa Bình" in [one.text for one in stage.dialogue.spare]


def test_words_that_say_nothing_new_are_not_answered() -> None:
    stage = answered("xã Hòa Bình")

    assert stage.put(Edited(stage.place, "xã Hòa Bình")) == []


def test_an_edit_may_leave_the_question_open_to_memory() -> None:
    stage = answered("xã Hòa Bình")

    stage.put(Edited(stage.place, "không nhớ"))

    held = stage.dialogue.answers["place"]
    assert (held.value, held.source) == (None, Source.FORGOTTEN)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_an_edit_before_its_message_comes_to_the_same(order: tuple[int, ...]) -> None:
    stage = agreed()
    first = stage.n + 1
    whats: list[What] = [Said(TOLD), Said("chôn cạnh đình"), Edited(first, MEANT)]
    places = [first, first + 1, first]
    rows = [
        Incoming(500 + at, NOW, whats[which], places[which])
        for at, which in enumerate(order)
    ]

    for row in rows:
        stage.bring([row])

    told = compose(stage.dialogue, draft=True)
    assert told.story == f"chào\n{MEANT}\nchôn cạnh đình"
    assert told.spare == f"(trước khi sửa) {TOLD}"
    assert told.answers["died"].value == "1971"


def test_an_edit_of_what_is_sealed_is_made_when_it_is_opened() -> None:
    stage = Stage(apart=100)
    stage.put(Said(TOLD))
    stage.put(Edited(stage.place, MEANT))

    stage.put(Pressed("consent", "yes"))

    assert compose(stage.dialogue, draft=True).story == MEANT
