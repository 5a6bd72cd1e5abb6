"""From the groups of a matched form to the date that it gives."""

from collections.abc import Mapping
from functools import lru_cache

from nlp import numbers
from nlp.dates import almanac, dateparts, moon
from nlp.dates.almanac import When
from nlp.dates.dateform import Told
from nlp.lexicon import Lexicon

Groups = Mapping[str, str]

FULL_MOON = 15
LONGEST_WAIT = 13  # years apart; a longer "range" is a life: "1948 - 1972"


@lru_cache(maxsize=2_000)
def dated(told: Told, lexicon: Lexicon) -> When | None:
    """The date that groups tell; None where the calendar has none such."""
    groups = dict(told)
    year = _year(groups)
    if groups.get("tet") or groups.get("giao_thua"):
        return _tet(groups, year)
    if decade := groups.get("decade"):
        return almanac.in_decade(almanac.full_year(decade), groups.get("part") or "")
    if (quarter := groups.get("quarter")) and year:
        return almanac.in_quarter(year, _number(quarter))
    if animal := groups.get("animal"):
        return moon.animal_years(animal)
    if season := groups.get("season"):
        return _season(season, year, lexicon)
    month = _month(groups, "month", lexicon)
    day = FULL_MOON if groups.get("ram") else _count(groups.get("day"))
    when = _when(year, month, day, groups)
    return when and _since(when, groups, lexicon)


def _when(
    year: int | None, month: int | None, day: int | None, groups: Groups
) -> When | None:
    if year is None:
        return almanac.on(None, month, day) if month and day else None
    if month is None:
        return almanac.in_year(year, _part(groups))
    if _is_lunar(groups, month):
        return (
            moon.lunar_day(day, month, year) if day else moon.lunar_month(month, year)
        )
    if day is None:
        return almanac.in_month(year, month, _part(groups))
    return almanac.on(year, month, day)


def _since(when: When, groups: Groups, lexicon: Lexicon) -> When | None:
    """The same, or the range that ends with it."""
    first = _first(when, groups, lexicon)
    if first is None:
        return when
    whole = almanac.between(first, when)
    if whole and groups.get("eve") and whole.days:
        return almanac.widened(when, whole.days)
    return whole


def _first(when: When, groups: Groups, lexicon: Lexicon) -> When | None:
    """Where the range of these groups begins, if they tell of one."""
    year = when.year
    if year is None or when.days is None:
        return None
    if since := groups.get("since"):
        begins = almanac.full_year(since)
        is_wait = 0 < year - begins <= LONGEST_WAIT
        return almanac.in_year(begins if is_wait else year + 1)
    if since_month := _month(groups, "since_month", lexicon):
        return almanac.in_month(year, since_month)
    since_day = groups.get("eve") or groups.get("since_day")
    month = when.days[1].month
    return almanac.on(year, month, int(since_day)) if since_day else None


def _season(season: str, year: int | None, lexicon: Lexicon) -> When | None:
    rows = lexicon.look_up("seasons", season)
    if not rows or year is None:
        return None
    return almanac.in_season(year, int(rows[0]["from"]), int(rows[0]["to"]))


def _tet(groups: Groups, year: int | None) -> When | None:
    named = (groups.get(name) for name in ("day", "late_day", "figure"))
    day = _count(next(filter(None, named), None))
    if year is None:
        month = moon.GIENG if day and day < moon.CHAP else moon.CHAP
        return almanac.on(None, month, day) if day else None
    if groups.get("giao_thua"):
        return moon.eve(year)
    return moon.tet_day(day, year) if day else moon.tet(year)


def _part(groups: Groups) -> str:
    third, english = groups.get("third"), groups.get("english_part")
    if third:
        return dateparts.THIRDS[third]
    if english:
        return dateparts.ENGLISH_PARTS[english]
    return groups.get("part") or ""


def _is_lunar(groups: Groups, month: int) -> bool:
    """Chạp is lunar whoever says it; Giêng is also the first month of papers."""
    is_said = any(groups.get(name) for name in ("moon", "later", "stem", "ram"))
    return is_said or (groups.get("month") == "chap" and month == moon.CHAP)


def _year(groups: Groups) -> int | None:
    if figures := groups.get("year"):
        return almanac.full_year(figures)
    if told := groups.get("told"):
        return 1900 + numbers.number(told)
    if late := groups.get("late"):
        return 2000 + numbers.number(late)
    stem, branch = groups.get("stem"), groups.get("branch")
    return moon.cyclic_year(stem, branch) if stem and branch else None


def _month(groups: Groups, name: str, lexicon: Lexicon) -> int | None:
    written = groups.get(name)
    if written is None or written.isdigit():
        return int(written) if written else None
    if written in dateparts.ROMANS:
        return _number(written)
    rows = lexicon.look_up("months", written)
    return int(rows[0]["month"]) if rows else None


def _count(written: str | None) -> int | None:
    return _number(written) if written else None


def _number(written: str) -> int:
    """What figures, a Roman numeral or words count."""
    if written in dateparts.ROMANS:
        return dateparts.ROMANS.index(written) + 1
    return int(written) if written.isdigit() else numbers.number(written)
