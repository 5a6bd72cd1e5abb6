"""When: a date as exactly as people remember it, and the ranges that it covers.

A date is a range with a precision, never a guessed day: "đầu năm 1969" is January to
April 1969. ``norm`` is partial ISO (1972-08-13, 1972-08, 1972, --08-13); of a range it
is what both ends share, of several years the last one.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

Days = tuple[date, date]

LEAP = 2000  # a yearless day may be 29 February
# Part of a year or month → first and last month, first and last day.
PARTS_OF_YEAR = {"dau": (1, 4), "giua": (5, 8), "cuoi": (9, 12)}
PARTS_OF_MONTH = {"dau": (1, 10), "giua": (11, 20), "cuoi": (21, 31)}


@dataclass(frozen=True, slots=True)
class When:
    """``days`` None: the year is not told; ``values``: the years that it can mean."""

    norm: str | None
    precision: str
    year: int | None = None
    days: Days | None = None
    values: tuple[str, ...] = ()


def on(year: int | None, month: int, day: int) -> When | None:
    """A day, or None where the calendar has none such."""
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year or LEAP, month)[1]:
        return None
    if year is None:
        return When(f"--{month:02}-{day:02}", "day")
    moment = date(year, month, day)
    return When(moment.isoformat(), "day", year, (moment, moment))


def in_month(year: int, month: int, part: str = "") -> When:
    first, last = PARTS_OF_MONTH.get(part, (1, 31))
    end = min(last, monthrange(year, month)[1])
    days = date(year, month, first), date(year, month, end)
    return When(f"{year:04}-{month:02}", "part" if part else "month", year, days)


def in_year(year: int, part: str = "") -> When:
    days = _months(year, *PARTS_OF_YEAR.get(part, (1, 12)))
    return When(f"{year:04}", "part" if part else "year", year, days)


def in_quarter(year: int, quarter: int) -> When:
    return When(f"{year:04}", "part", year, _months(year, 3 * quarter - 2, 3 * quarter))


def in_season(year: int, first: int, last: int) -> When:
    """A season that ends in this year; it begins the year before if it spans January."""
    begins = date(year - (first > last), first, 1)
    return When(f"{year:04}", "part", year, (begins, _months(year, last, last)[1]))


def in_decade(year: int, part: str = "") -> When:
    """The ten years from one on; which of them ``norm`` would be, nobody said."""
    first, last = {"dau": (0, 3), "giua": (4, 6), "cuoi": (7, 9)}.get(part, (0, 9))
    days = date(year + first, 1, 1), date(year + last, 12, 31)
    return When(None, "range", year, days)


def between(first: When, last: When) -> When | None:
    """From the one to the other; None where they run backwards."""
    if first.days is None or last.days is None or last.days[1] < first.days[0]:
        return None
    days = first.days[0], last.days[1]
    shared = _shared(first.norm or "", last.norm or "")
    return When(shared or str(last.year), "range", last.year, days)


def widened(when: When, days: Days) -> When:
    """The same date, known only to lie in these days."""
    return replace(when, days=days)


def full_year(figures: str) -> int:
    """Of "72" 1972, of "05" 2005."""
    year = int(figures)
    if len(figures) > 2:
        return year
    return year + (1900 if year >= 30 else 2000)


def _months(year: int, first: int, last: int) -> Days:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _shared(first: str, last: str) -> str:
    """What both share: 1972-03 of two days of one month, nothing of two years."""
    pairs = zip(first.split("-"), last.split("-"), strict=False)
    same = [one for one, other in pairs if one == other]
    whole = same if first.split("-")[: len(same)] == same else []
    return "-".join(whole)
