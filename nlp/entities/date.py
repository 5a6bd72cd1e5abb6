"""Dates as people give them: to the day, the month, the year, by season, by the moon.

``norm`` is partial ISO (1972-08-13, 1972-08, 1972, --08-13); ``begins`` and ``ends``
hold the whole range. The span leaves out "ngày" and "năm" and keeps "tháng" and what
narrows it ("cuối", "mùa khô"). A form is a pattern on folded text, and one function
turns the groups of any of them into a ``When``; where two match, the longer one wins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from nlp import almanac, numbers
from nlp.almanac import When
from nlp.cues import Cues, cues
from nlp.entity import Entity, Kind, Span
from nlp.lexicon import Lexicon
from nlp.patterns import BLANK, SOME, either
from nlp.text import Text

KIND = Kind.DATE
TURN: int | None = 3
REACH, FAR = 70, 250
WARS = range(1945, 1990)
DATED = re.compile(r"[: ]{0,3}(?:vao )?(?:ngay|nam|thang|[0-9]{1,2} ?[-/.])")

OPEN = r"(?<![a-z0-9])(?<![0-9][.,/+\-])"
CLOSE = r"(?![a-z0-9]|[/\-.,+][0-9])"
COUNTED = either(
    "m, met, km, cay so, nguoi, ngoi, mo, gio, phut, tuoi, dong, tr, trieu, nghin, ngan"
    ", buoc, dong chi"
)
NOT_COUNTED = rf"(?!{BLANK}(?:{COUNTED})(?![a-z0-9]))"
NO_SPELL = rf"(?!{BLANK}(?:nam|ngay)(?![a-z0-9]))"
NUMBERED = "so|do|hang|lo|doan|su|diem|thu|hem|nha|to|x|y|doi|duong|indian"
UNNUMBERED = "".join(rf"(?<!\b{word} )" for word in NUMBERED.split("|"))

SIGN = r" ?[-/.] ?"
SPOKEN = rf"(?:(?:hai|ba){BLANK})?(?:muoi(?:{BLANK}{numbers.DIGIT})?|{numbers.DIGIT})"
DAY = r"0?[1-9]|[12][0-9]|3[01]"
MONTH = r"0?[1-9]|1[0-2]"
LONG_YEAR = r"19[0-9]{2}|20[0-3][0-9]"
ENGLISH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
SHORT_YEAR = r"[3-9][0-9]"
OLD_YEAR = r"19[3-8][0-9]"
CENTURY = (
    rf"(?:(?:mot{BLANK})?(?:nghin|ngan){BLANK}chin{BLANK}tram|(?:mot|muoi){BLANK}chin)"
)
DECADE = r"(?:ba|bon|nam|sau|bay|tam|chin)"
TOLD_YEAR = rf"{DECADE}(?:{BLANK}muoi)?{BLANK}{numbers.DIGIT}|{DECADE}{BLANK}muoi"
TIME = "ngay|sang|trua|chieu|toi|dem|hom"
CYCLIC = f"(?P<stem>{'|'.join(almanac.STEMS)}){BLANK}(?P<branch>{'|'.join(almanac.BRANCHES)})"
PART = "(?:(?P<part>dau|giua|cuoi)" + BLANK + ")?"
SEASON = rf"(?:mua{BLANK}(?P<part>kho|mua|xuan|he|thu|dong)|(?P<season>xuan|he)){BLANK}(?:do lua )?"
YEAR = (
    rf"(?:(?P<year>{LONG_YEAR}|{SHORT_YEAR})"
    rf"|(?:{CENTURY}{BLANK})?(?P<told>{TOLD_YEAR})|{CYCLIC})"
)


@dataclass(frozen=True, slots=True)
class Form:
    pattern: re.Pattern[str]
    score: float = 1.0


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    near = cues(text, lexicon, KIND)
    for form in _forms(lexicon):
        for match in form.pattern.finditer(text.plain):
            when = _when(match.groupdict(), lexicon)
            if when and when.is_real and _is_meant(match, text):
                yield _entity(when, match, form.score, text, near)


def _entity(
    when: When, match: re.Match[str], score: float, text: Text, near: Cues
) -> Entity:
    span = match.span("date")
    role = _role(span, when.year, near, text)
    entity = Entity.spot(KIND, text, span, when.norm, role, score)
    begins, ends = when.range or (None, None)
    return replace(entity, begins=begins, ends=ends, precision=when.precision)


def _role(span: Span, year: int | None, near: Cues, text: Text) -> str:
    """What happened then: the cue before it, else a death told, undated, after it."""
    if before := near.before(span[0], REACH):
        return before.role
    after = near.after(span[1], FAR, ("died",))
    is_death = after and not DATED.match(text.plain, after.end)
    return "died" if is_death and year in WARS else "other"


def _is_meant(match: re.Match[str], text: Text) -> bool:
    """Is "nam" a year here, not a lie-down (nằm) or the south?"""
    if "sure" not in match.re.groupindex:
        return True
    word = text.words[text.word_at(match.start("sure"))]
    return word.reads("năm") or word.reads("hồi")


def _when(groups: dict[str, str | None], lexicon: Lexicon) -> When | None:
    """The date of these groups; None where the calendar has none such."""
    year = _year(groups)
    month = _month(groups, lexicon)
    day = 15 if groups.get("full_moon") else _count(groups.get("day"))
    if year and (since := groups.get("since")):
        return almanac.years(almanac.full_year(since), year)
    if groups.get("tet"):
        return _tet(day or 1, year) if year else None
    if year and month and _is_lunar(groups):
        moon = almanac.from_lunar_month(month, year)
        return almanac.from_lunar(day, month, year) if day else moon
    if year is None and (month is None or day is None):
        return None
    part = groups.get("part") or groups.get("season") or ""
    return When(year, month, day, part)


def _is_lunar(groups: dict[str, str | None]) -> bool:
    return any(groups.get(name) for name in ("moon", "later_moon", "stem", "full_moon"))


def _tet(day: int, year: int) -> When | None:
    """Open the lunar year with "mùng 2 Tết", close the one before with "30 Tết"."""
    if day < 15:
        return almanac.from_lunar(day, 1, year)
    return almanac.from_lunar(day, 12, year - 1)


def _year(groups: dict[str, str | None]) -> int | None:
    if figures := groups.get("year"):
        return almanac.full_year(figures)
    if told := groups.get("told"):
        return 1900 + numbers.number(told)
    stem, branch = groups.get("stem"), groups.get("branch")
    return almanac.cyclic_year(stem, branch) if stem and branch else None


def _month(groups: dict[str, str | None], lexicon: Lexicon) -> int | None:
    written = groups.get("month")
    if written is None or written.isdigit():
        return int(written) if written else None
    rows = lexicon.look_up("months", written)
    return int(rows[0]["month"]) if rows else None


def _count(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if written.isdigit() else numbers.number(written)


@lru_cache(maxsize=4)
def _forms(lexicon: Lexicon) -> tuple[Form, ...]:
    name = lexicon.pattern("months")
    day = rf"(?P<day>{DAY}|{SPOKEN})"
    month = rf"thang{BLANK}(?P<month>{MONTH}|{name})"
    lunar = rf"{BLANK}\(?(?:am lich|al)\)?"
    moon, later = rf"(?P<moon>{lunar})?", rf"(?P<later_moon>{lunar})?"
    joint = rf"(?:{SOME},?{SOME}nam{BLANK}|{SIGN}|,?{BLANK})"
    eve = rf"(?:(?:{DAY}){BLANK}rang{BLANK}(?:sang{BLANK})?(?:ngay{BLANK})?)?"
    return (
        _form(
            rf"(?P<day>{DAY}){SIGN}(?P<month>{MONTH})(?:{SIGN}|,?{BLANK}nam{BLANK})"
            rf"(?P<year>{LONG_YEAR}|[0-9]{{2}}){moon}"
        ),
        _form(
            rf"{eve}(?:m[uo]ng{BLANK})?{day}(?:,?{BLANK}|/){month}{moon}{joint}{YEAR}{later}"
        ),
        _form(rf"(?P<full_moon>ram){BLANK}{month}{joint}{YEAR}"),
        _form(rf"(?P<since>{LONG_YEAR}) ?(?:-|den|toi) ?(?:nam{BLANK})?{YEAR}", 0.8),
        _form(rf"(?:m[uo]ng{BLANK})?{day}{BLANK}{month}", 0.7),
        _form(rf"{PART}{month}{joint}{YEAR}"),
        _form(
            rf"{UNNUMBERED}(?P<month>{MONTH}) ?[-/] ?(?P<year>{LONG_YEAR}|[4-9][0-9])",
            0.9,
        ),
        _form(rf"{UNNUMBERED}(?P<month>{MONTH})\.(?P<year>{LONG_YEAR})", 0.8),
        _form(
            rf"(?:m[uo]ng{BLANK})?{day}{BLANK}(?P<tet>tet){BLANK}(?:nam{BLANK})?{YEAR}"
        ),
        _form(
            rf"{SEASON}(?:nam{BLANK})?(?:(?:{LONG_YEAR}|{SHORT_YEAR}) ?- ?)?{YEAR}", 0.8
        ),
        _form(rf"(?P<part>dau|giua|cuoi){BLANK}(?:nam{BLANK})?{YEAR}", 0.8),
        _form(rf"(?P<day>{DAY}) (?P<month>{ENGLISH}),? (?P<year>{LONG_YEAR})"),
        _form(rf"(?P<month>{ENGLISH}) (?:(?P<day>{DAY}),? )?(?P<year>{LONG_YEAR})"),
        _form(rf"(?P<day>{DAY})/(?P<month>{MONTH})", 0.6, rf"(?:{TIME}){BLANK}"),
        _form(rf"(?P<year>{OLD_YEAR}){NOT_COUNTED}", 0.8, UNNUMBERED),
        _form(
            rf"(?P<year>{LONG_YEAR}|{SHORT_YEAR}{NO_SPELL}){NOT_COUNTED}",
            0.8,
            rf"(?P<sure>nam|hoi){BLANK}",
        ),
        _form(
            rf"(?P<sure>nam|hoi(?!{BLANK}nam)){BLANK}(?:{CENTURY}{BLANK})?(?P<told>{TOLD_YEAR}){NOT_COUNTED}",
            0.7,
        ),
        _form(
            rf"{CYCLIC}(?:[ (]{{1,2}}(?P<year>{LONG_YEAR})\)?)?",
            0.7,
            rf"(?:nam|tet|xuan|dip|dot{BLANK}(?:[0-9]|mot|hai)){BLANK}",
        ),
    )


def _form(date: str, score: float = 1.0, before: str = "") -> Form:
    return Form(re.compile(f"{OPEN}{before}(?P<date>{date}){CLOSE}"), score)
