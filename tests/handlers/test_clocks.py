"""Legal clocks: working days, Tết and holidays, and terms that depend on others."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.clocks import EXTENSION, answer_by, due_by
from handlers.holidays import holidays, is_working_day
from storage.model.privacy import Right

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("told", "by"),
    [
        ("2026-11-30 09:00", "2026-12-02"),  # Monday to Wednesday
        ("2026-12-04 16:00", "2026-12-08"),  # Friday, over the week-end
        ("2026-12-31 10:00", "2027-01-05"),  # over New Year and a week-end
        ("2027-02-04 10:00", "2027-02-11"),  # over Tết, 6 February 2027
        ("2027-04-29 08:00", "2027-05-04"),  # over 30 April and 1 May
    ],
)
def test_an_answer_is_due_on_the_second_working_day(told: str, by: str) -> None:
    assert answer_by(at(told), ZONE) == at(f"{by} 17:00")


@pytest.mark.parametrize(
    ("right", "is_out", "days"),
    [
        (Right.VIEW, False, 10),
        (Right.CORRECT, True, 10),
        (Right.WITHDRAW, False, 15),
        (Right.WITHDRAW, True, 20),
        (Right.ERASE, True, 20),
    ],
)
def test_a_right_has_its_term(right: Right, is_out: bool, days: int) -> None:
    told = at("2026-11-30 23:30")

    due = due_by(right, told, ZONE, has_receivers=is_out)

    assert (due.date() - told.date()).days == days
    assert EXTENSION.days == 15


def test_tet_and_the_hung_kings_move_with_the_moon() -> None:
    days = holidays(2027)

    assert {date(2027, 2, day) for day in range(5, 10)} <= days
    assert date(2027, 4, 16) in days
    assert not is_working_day(date(2027, 2, 8))
    assert is_working_day(date(2027, 2, 10))
