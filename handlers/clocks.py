"""Legal clocks: until when a wish about somebody's data is answered, and is done.

Decree 356/2025/NĐ-CP, in force since 1 January 2026: an answer within 2 working days;
withdrawing done in 15 days, in 20 where others must act too; seeing and correcting in 10;
erasing in 20; one extension of at most 15 days (domain.md g.1 names the pages). A day of
grace is never counted in our favour: every clock begins when the wish was told.
"""

from datetime import datetime, time, timedelta, tzinfo

from handlers.holidays import is_working_day
from storage.model.privacy import Right

ANSWER_WORKING_DAYS = 2
DAYS = {Right.VIEW: 10, Right.CORRECT: 10, Right.WITHDRAW: 15, Right.ERASE: 20}
WITH_OTHERS = 20
EXTENSION = timedelta(days=15)
DAY_ENDS = time(17, 0)


def answer_by(at: datetime, zone: tzinfo) -> datetime:
    """Return the end of the second working day after the wish."""
    day, left = at.astimezone(zone).date(), ANSWER_WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day)
    return datetime.combine(day, DAY_ENDS, zone)


def due_by(
    right: Right, at: datetime, zone: tzinfo, *, has_receivers: bool
) -> datetime:
    """Return the end of the day by which the wish is done."""
    days = DAYS[right]
    if right is Right.WITHDRAW and has_receivers:
        days = WITH_OTHERS
    day = at.astimezone(zone).date() + timedelta(days=days)
    return datetime.combine(day, DAY_ENDS, zone)
