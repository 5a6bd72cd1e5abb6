from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.conversation.followup import timers
from handlers.conversation.quiet import DAY_BEGINS, DAY_ENDS, by_day
from handlers.holidays import is_at_tet
from storage.model.decision import StatusChanged
from storage.model.dialogue import Consent, Dialogue, OfficerQuestion, Words
from storage.model.line import Timer
from storage.model.message import Incoming, Said
from storage.model.timing import TimerKind
from tests.handlers.stage import NOW, ZONE

TOLD = Dialogue(turn=7, consent=Consent.GIVEN, story=(Words(1, "chuyện"),))


def kinds(dialogue: Dialogue) -> list[TimerKind]:
    return [timer.kind for timer in timers(dialogue, 1, NOW, ZONE)]


@given(st.datetimes(datetime(2026, 1, 1), datetime(2031, 1, 1)))  # noqa: DTZ001 (zone follows)
def test_nobody_is_reminded_in_the_quiet_hours_or_at_tet(at: datetime) -> None:
    now = at.replace(tzinfo=ZONE)

    due = by_day(now, ZONE).astimezone(ZONE)

    assert DAY_BEGINS <= due.time() < DAY_ENDS
    assert not is_at_tet(due.date())
    is_near_tet = any(is_at_tet(at.date() + timedelta(n)) for n in (0, 1))
    longest = timedelta(days=9) if is_near_tet else timedelta(hours=11, minutes=31)
    assert timedelta() <= due - now <= longest


@pytest.mark.parametrize(
    ("at", "due"),
    [
        ("2027-02-03T19:59", "2027-02-03T19:59"),  # 27 tháng Chạp
        ("2027-02-03T20:00", "2027-02-12T07:30"),
        ("2027-02-04T10:00", "2027-02-12T07:30"),  # 28 tháng Chạp
        ("2027-02-06T00:00", "2027-02-12T07:30"),  # Tết
        ("2027-02-11T23:00", "2027-02-12T07:30"),  # mùng 6
        ("2027-02-12T07:29", "2027-02-12T07:30"),
        ("2027-02-12T08:00", "2027-02-12T08:00"),
        ("2028-02-06T10:00", "2028-02-06T10:00"),  # another year, another moon
    ],
)
def test_at_tet_families_are_left_in_peace(at: str, due: str) -> None:
    asked, said = (
        datetime.fromisoformat(one).replace(tzinfo=ZONE) for one in (at, due)
    )

    assert by_day(asked, ZONE) == said


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


def test_an_officers_question_is_chased_twice_and_the_telling_not_meanwhile() -> None:
    asked = OfficerQuestion(5, "Cây gì?", "xã", since=NOW)
    waiting = replace(TOLD, tip=4, officer=(asked,))

    assert timers(waiting, 1, NOW, ZONE) == (
        Timer(1, TimerKind.CHASE, NOW + timedelta(hours=24), 7),
    )
    assert timers(replace(waiting, chased=(5,)), 1, NOW, ZONE) == (
        Timer(1, TimerKind.CHASE, NOW + timedelta(hours=72), 7),
    )
    assert kinds(replace(waiting, chased=(5, 5))) == []
    assert kinds(replace(waiting, chased=(4, 4))) == [TimerKind.CHASE]


@pytest.mark.parametrize("flag", ["gone", "taken", "withdrew", "stopped", "muted"])
def test_who_is_left_alone_is_reminded_of_nothing(flag: str) -> None:
    asked = OfficerQuestion(5, "Cây gì?", "xã", since=NOW)
    news = (StatusChanged(4, "verified", "482 915 637"),)
    waiting = replace(TOLD, tip=4, officer=(asked,), news=news)

    assert kinds(waiting) == [TimerKind.NEWS, TimerKind.CHASE]
    assert kinds(replace(waiting, **{flag: True})) == []
