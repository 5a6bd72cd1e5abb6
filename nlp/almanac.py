"""When: a date as exactly as people remember it, and the lunar calendar they use.

A date is a range with a precision, never a guessed day: "đầu năm 1969" is January to
April 1969. Lunar days go through lunar-vn. Until 1975 the South kept the calendar of
UTC+8 while the North went over to UTC+7 in 1968, so Tết Mậu Thân came a day apart: the
day of the South is given, since that is where people fell, and the range holds both.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

STEMS = ("giap", "at", "binh", "dinh", "mau", "ky", "canh", "tan", "nham", "quy")
BRANCHES = (
    *("ty", "suu", "dan", "mao", "thin", "ti"),
    *("ngo", "mui", "than", "dau", "tuat", "hoi"),
)
# 1984 was Giáp Tý. The dead of these wars fell between 1930 and 1989.
LAST_SOUTHERN = 1975
LUNAR_MONTH = 29  # days after the first
GIAP_TY, OLDEST, YOUNGEST = 1924, 1930, 1989

# Part of a year or month → first and last month, first and last day.
PARTS_OF_YEAR = {"dau": (1, 4), "giua": (5, 8), "cuoi": (9, 12)}
PARTS_OF_MONTH = {"dau": (1, 10), "giua": (11, 20), "cuoi": (21, 31)}
SEASONS = {
    "xuan": (1, 3),
    "he": (4, 6),
    "thu": (7, 9),
    "dong": (10, 12),
    "mua": (5, 10),
}
DRY = "kho"


@dataclass(frozen=True, slots=True)
class When:
    """``part`` is a folded word: dau, giua, cuoi, or a season.

    ``span`` is the first and the last possible day where the figures do not say it:
    of a lunar day in the calendars of North and South, of a lunar month, of years.
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    part: str = ""
    span: tuple[date, date] | None = None

    @property
    def is_real(self) -> bool:
        """Does the calendar have such a day?"""
        if self.month is None or self.day is None:
            return True
        return self.day <= monthrange(self.year or 2000, self.month)[1]

    @property
    def norm(self) -> str:
        """Partial ISO: 1972-08-13, 1972-08, 1972, --08-13."""
        year = "-" if self.year is None else f"{self.year:04}"
        rest = [f"{n:02}" for n in (self.month, self.day) if n is not None]
        return "-".join([year, *rest])

    @property
    def precision(self) -> str:
        if self.part:
            return "part"
        if self.month is None and self.span:
            return "range"
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def range(self) -> tuple[str, str] | None:
        """First and last possible day; None where the year is not told."""
        if self.year is None:
            return None
        first, last = self.span or self._days(self.year)
        return first.isoformat(), last.isoformat()

    def _days(self, year: int) -> tuple[date, date]:
        if self.day is not None:
            day = date(year, self.month or 1, self.day)
            return day, day
        if self.month is not None:
            first, last = PARTS_OF_MONTH.get(self.part, (1, 31))
            end = min(last, monthrange(year, self.month)[1])
            return date(year, self.month, first), date(year, self.month, end)
        if self.part == DRY:
            return date(year - 1, 11, 1), date(year, 4, 30)
        first, last = (PARTS_OF_YEAR | SEASONS).get(self.part, (1, 12))
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def full_year(figures: str) -> int:
    """Of "72" 1972, of "05" 2005."""
    year = int(figures)
    if len(figures) > 2:
        return year
    return year + (1900 if year >= 30 else 2000)


def cyclic_year(stem: str, branch: str) -> int | None:
    """The year "Mậu Thân" within the wars; None where stem and branch do not pair."""
    for year in range(OLDEST, YOUNGEST + 1):
        since = year - GIAP_TY
        if STEMS[since % 10] == stem and BRANCHES[since % 12] == branch:
            return year
    return None


def years(first: int, last: int) -> When:
    """Some time in these years; ``norm`` is the last one."""
    return When(last, span=(date(first, 1, 1), date(last, 12, 31)))


def from_lunar(day: int, month: int, year: int) -> When | None:
    """The solar day of a lunar one, or None where that month had no such day."""
    northern, southern = _solar(day, month, year, 7.0), _solar(day, month, year, 8.0)
    here = northern if year > LAST_SOUTHERN else southern
    if northern is None or here is None:
        return None
    span = min(northern, here), max(northern, here)
    return When(here.year, here.month, here.day, span=span)


def from_lunar_month(month: int, year: int) -> When | None:
    """All days of a lunar month; ``norm`` is the solar month that has most of it."""
    first, middle = _solar(1, month, year, 7.0), _solar(15, month, year, 7.0)
    if first is None or middle is None:
        return None
    span = first, first + timedelta(days=LUNAR_MONTH)
    return When(middle.year, middle.month, span=span)


def _solar(day: int, month: int, year: int, zone: float) -> date | None:
    from lunar_vn.core import LunarDate, lunar_to_solar  # here: few messages need it

    try:
        solar: date = lunar_to_solar(LunarDate(day, month, year), zone)
    except ValueError:
        return None
    return solar
