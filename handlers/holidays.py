"""Days on which no office works: week-ends, Tết and the public holidays.

Labour Code 2019 (45/2019/QH14), article 112: 1 January; Tết, five days; the Hùng kings,
10th of the 3rd lunar month; 30 April, 1 May; National Day, two days. Which five days Tết
has is decided year by year: here from the last day of the lunar year to the fourth of the
new one. Days off moved to a Friday or Monday by decision are not known here, so that a
clock is never longer than the law's.
"""

from datetime import date, timedelta
from functools import cache

from nlp.dates.moon import lunar_day

FIXED = ((1, 1), (4, 30), (5, 1), (9, 2), (9, 1))
TET_DAYS = range(-1, 4)  # counted from the first of the lunar year
CHAP, GATHERED, LEFT = 12, 28, 6  # families are together from 28 tháng Chạp to mùng 6
SATURDAY = 5


def is_working_day(day: date) -> bool:
    """Return whether offices work on this day."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def is_at_tet(day: date) -> bool:
    """Return whether families are together for Tết, which comes by 20 February."""
    first, last = _tet_time(day.year)
    return first <= day <= last


@cache
def _tet_time(year: int) -> tuple[date, date]:
    return _solar(GATHERED, CHAP, year - 1), _solar(LEFT, 1, year)


@cache
def holidays(year: int) -> frozenset[date]:
    """Return the public holidays that fall into a year."""
    fixed = {date(year, month, day) for month, day in FIXED}
    first = _solar(1, 1, year)
    tet = {first + timedelta(days=n) for n in TET_DAYS}
    return frozenset(fixed | tet | {_solar(10, 3, year)})


def _solar(day: int, month: int, year: int) -> date:
    when = lunar_day(day, month, year)
    if when is None or when.norm is None:
        raise ValueError(f"no lunar day {day}.{month}.{year}")
    return date.fromisoformat(when.norm)
