from dataclasses import replace
from datetime import datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from handlers.conversation.followup import DAY_BEGINS, DAY_ENDS, by_day, timers
from storage.model.dialogue import Consent, Dialogue, Words
from storage.model.message import Incoming, Said, TimerKind
from tests.handlers.stage import NOW, ZONE

TOLD = Dialogue(turn=7, consent=Consent.GIVEN, story=(Words(1, "chuyện"),))


def kinds(dialogue: Dialogue) -> list[TimerKind]:
    return [timer.kind for timer in timers(dialogue, 1, NOW, ZONE)]


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)))  # noqa: DTZ001 (zone follows)
def test_nobody_is_reminded_in_the_quiet_hours(at: datetime) -> None:
    due = by_day(at.replace(tzinfo=ZONE), ZONE).astimezone(ZONE)
    assert DAY_BEGINS <= due.time() < DAY_ENDS
    assert (
        timedelta() <= due - at.replace(tzinfo=ZONE) <= timedelta(hours=11, minutes=31)
    )


def test_silence_files_a_draft_and_reminds_twice_at_most() -> None:
    assert kinds(TOLD) == [TimerKind.DRAFT, TimerKind.NUDGE]
    assert kinds(replace(TOLD, tip=4, nudges=1)) == [TimerKind.NUDGE]
    assert kinds(replace(TOLD, tip=4, nudges=2)) == []


def test_who_has_finished_or_told_nothing_is_left_in_peace() -> None:
    assert kinds(replace(TOLD, confirmed=True)) == []
    assert kinds(replace(TOLD, story=())) == []
    assert kinds(Dialogue()) == []


def test_sealed_words_are_asked_about_once_and_then_let_go() -> None:
    sealed = (Incoming(1, NOW, Said("chuyện")),)
    waiting = Dialogue(consent=Consent.ASKED, sealed=sealed)
    assert kinds(waiting) == [TimerKind.CONSENT, TimerKind.UNSEAL]
    assert kinds(replace(waiting, nudges=1)) == [TimerKind.UNSEAL]


def test_every_timer_is_fenced_by_the_turn_it_was_set_in() -> None:
    assert {timer.fence for timer in timers(TOLD, 1, NOW, ZONE)} == {7}
    assert time(7, 30) == DAY_BEGINS
