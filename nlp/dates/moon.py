"""The lunar calendar that people of these wars used, by lunar-vn.

The North went over to the calendar of UTC+7 with the year 1968 (government decision
121-CP of 8 August 1967); before that, and in the South until 1975, it was that of
UTC+8. So Tết Mậu Thân came a day apart: the day of the South is given, since that is
where people fell, and the range holds both.
"""

from datetime import date, timedelta
from functools import cache

from nlp.dates import almanac
from nlp.dates.almanac import When

STEMS = {
    stem: number
    for number, spellings in enumerate(
        ("giap", "at", "binh", "dinh", "mau", "ky ki", "canh", "tan", "nham", "quy qui")
    )
    for stem in spellings.split()
}
# Tý and Tỵ fold alike; a stem goes with every other branch only, so it tells them apart.
BRANCHES = {
    "ty": (0, 5),
    "ti": (0, 5),
    "suu": (1,),
    "dan": (2,),
    "mao": (3,),
    "meo": (3,),
    "thin": (4,),
    "ngo": (6,),
    "mui": (7,),
    "than": (8,),
    "dau": (9,),
    "tuat": (10,),
    "hoi": (11,),
}
# 1984 was Giáp Tý. The dead of these wars fell between 1930 and 1989.
GIAP_TY, OLDEST, YOUNGEST = 1924, 1930, 1989
FIRST_NORTHERN, LAST_SOUTHERN = (1967, 12), 1975  # a lunar month, a year
NORTH, SOUTH = 7.0, 8.0
MONTH = 29  # days after the first
FESTIVE = 7  # days of Tết
GIENG, CHAP = 1, 12
EVE = 30


def cyclic_year(stem: str, branch: str) -> int | None:
    """The year "Mậu Thân" within the wars; None where stem and branch do not pair."""
    return next(
        (
            year
            for year in range(OLDEST, YOUNGEST + 1)
            if (year - GIAP_TY) % 10 == STEMS[stem]
            and (year - GIAP_TY) % 12 in BRANCHES[branch]
        ),
        None,
    )


def animal_years(branch: str) -> When:
    """Of "năm Thân": one of several years, and nobody said which."""
    years = (
        y for y in range(OLDEST, YOUNGEST + 1) if (y - GIAP_TY) % 12 in BRANCHES[branch]
    )
    return When(None, "year", values=tuple(str(year) for year in years))


def lunar_day(day: int, month: int, year: int) -> When | None:
    """The solar day of a lunar one, or None where that month had no such day."""
    northern, southern = (_solar(day, month, year, z) for z in _zones(month, year))
    here = northern if year > LAST_SOUTHERN else southern
    if northern is None or here is None:
        return None
    when = almanac.on(here.year, here.month, here.day)
    return when and almanac.widened(when, (min(northern, here), max(northern, here)))


def lunar_month(month: int, year: int) -> When | None:
    """All days of a lunar month; ``norm`` is the solar month that has most of it."""
    zone = SOUTH if year <= LAST_SOUTHERN else NORTH
    first, middle = _solar(1, month, year, zone), _solar(15, month, year, zone)
    if first is None or middle is None:
        return None
    when = almanac.in_month(middle.year, middle.month)
    return almanac.widened(when, (first, first + timedelta(days=MONTH)))


def tet_day(day: int, year: int) -> When | None:
    """Open the lunar year with "mùng 2 Tết", close the one before with "29 Tết"."""
    if day < EVE:
        return lunar_day(day, GIENG if day < CHAP else CHAP, year - (day >= CHAP))
    return eve(year)


def eve(year: int) -> When | None:
    """The day before the new year: "30 Tết", even where Chạp has twenty-nine."""
    first = lunar_day(1, GIENG, year)
    if first is None or first.days is None:
        return None
    northern, southern = (day - timedelta(days=1) for day in first.days)
    when = almanac.on(southern.year, southern.month, southern.day)
    return when and almanac.widened(when, (northern, southern))


def tet(year: int) -> When | None:
    """The days around the new year; ``norm`` is the year that they open."""
    first = lunar_day(1, GIENG, year)
    if first is None or first.days is None:
        return None
    around = (
        first.days[0] - timedelta(days=FESTIVE),
        first.days[1] + timedelta(days=FESTIVE),
    )
    return When(str(year), "part", year, around)


def _zones(month: int, year: int) -> tuple[float, float]:
    """Of the North and of the South."""
    return (NORTH if (year, month) >= FIRST_NORTHERN else SOUTH), SOUTH


@cache
def _solar(day: int, month: int, year: int, zone: float) -> date | None:
    from lunar_vn.core import LunarDate, lunar_to_solar  # here: few messages need it

    try:
        solar: date = lunar_to_solar(LunarDate(day, month, year), zone)
    except ValueError:
        return None
    return solar
