"""What a teller hears of his tip: approved words, each once, by day; a family, three."""

from dataclasses import replace
from datetime import datetime

import pytest

from handlers.conversation.followup import timers
from handlers.conversation.status import SETTLED, state
from storage.model.decision import StatusChanged
from storage.model.message import Gone, Lapsed, Said, Taken, Withdrew
from storage.model.timing import TimerKind
from storage.model.tip import TipKind, TipStatus
from tests.handlers.conversation.test_leaving import filed
from tests.handlers.stage import ZONE, Stage

CODE = "482 915 637"
NIGHT = datetime(2026, 11, 25, 23, tzinfo=ZONE)
SHOWN = [status for status in TipStatus if status is not TipStatus.ERASED]


def changed(status: str = "verified", tip: int = 1) -> StatusChanged:
    return StatusChanged(tip, status, CODE)


@pytest.mark.parametrize("status", SHOWN)
def test_a_family_hears_one_of_three_sentences(status: TipStatus) -> None:
    three = {
        "Thông tin đã nhận.",
        "Cán bộ đang xem thông tin.",
        "Cán bộ sẽ gọi lại để trao đổi.",
    }

    assert state(status, is_relative=True) in three
    assert state(status, is_relative=False) not in three - {
        "Cán bộ đang xem thông tin."
    }


@pytest.mark.parametrize("status", SETTLED)
def test_each_conclusion_is_told_once(status: TipStatus) -> None:
    stage = filed()

    first, again = stage.put(changed(status)), stage.put(changed(status))

    assert [state(status, is_relative=False) in out.text for out in first] == [True]
    assert CODE in first[0].text
    assert again == []


def test_it_asks_nothing_and_leaves_the_open_question_open() -> None:
    stage = filed()
    stage.put(Said("chuyện mới"))
    stage.put(Said("Tôi biết mộ anh Lê Văn Năm"))
    stage.put(Said("xong"))
    asking = stage.dialogue.asking

    said = stage.put(changed())

    assert asking is not None
    assert [out.buttons for out in said] == [()]
    assert stage.dialogue.asking == asking


def test_at_night_it_waits_for_the_morning_and_only_the_last_is_told() -> None:
    stage = filed()
    stage.now = NIGHT

    said = stage.put(changed("verified")) + stage.put(changed("handed_over"))
    (due,) = timers(stage.dialogue, 1, stage.now, ZONE)
    stage.now = due.due_at
    morning = stage.put(Lapsed(TimerKind.NEWS, due.fence))

    assert said == []
    assert due.kind is TimerKind.NEWS
    assert due.due_at == datetime(2026, 11, 26, 7, 30, tzinfo=ZONE)
    assert ["chuyển tới" in out.text for out in morning] == [True]
    assert timers(stage.dialogue, 1, stage.now, ZONE) == ()


def test_nobody_hears_it_who_left_withdrew_or_talks_with_an_officer() -> None:
    for what in (Gone(), Withdrew(), Taken("chào bác"), Said("đừng nhắn nữa")):
        stage = filed()
        stage.put(what)

        assert stage.put(changed()) == []
        assert stage.dialogue.news == ()


def test_a_family_is_told_nothing_by_itself() -> None:
    stage = Stage(dialogue=filed().dialogue)
    relative = replace(stage.dialogue, flow=TipKind.RELATIVE, is_chosen=True)
    stage.dialogue = relative

    assert stage.put(changed()) == []
    assert stage.dialogue.announced == ()


def test_of_an_earlier_tip_he_hears_in_the_midst_of_another() -> None:
    stage = filed()
    stage.put(Said("chuyện mới"))

    said = stage.put(changed(tip=1))

    assert [CODE in out.text for out in said] == [True]
