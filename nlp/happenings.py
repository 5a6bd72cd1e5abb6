"""What happened on a date: a birth, an enlistment, a death, or something else.

Cue words tell (``nlp.cues``). One that leads straight on to the date wins ("nhập ngũ
tháng 3/1968"); a date that opens its sentence takes the cue behind it ("Tháng 5/1972
anh Thế hy sinh"); a cue that another date has taken is spent. People write to us of
deaths, so a date of the wars with no cue at all is one's.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.almanac import When
from nlp.cues import Cue, Cues
from nlp.entity import Span
from nlp.patterns import BLANK, either
from nlp.text import Text

REACH, FAR = 70, 250
WARS = range(1945, 1990)
YOUNGEST = 14  # years from a birth to the next date of a life
LAST_BIRTH = 1962

LEADS = either(
    "ngay, nam, vao, vao nam, vao ngay, khoang, khoang nam, hoi, luc, dem, sang, trua"
    ", chieu, toi, rang sang, thang, trong, trong nam, cuoi, dau, giua, do, chung, tam"
    ", la, tu, hom, mua, rang, h, gio, on, in, around, about, the night of, hoi nam"
    ", tu nam, vao dem, dung, mung, nham ngay, tuc ngay, nham, tuc, truoc, sau, lan, hinh nhu"
)
STRAIGHT = re.compile(
    rf"[ :,.(\-\n]{{0,3}}(?:(?:(?:{LEADS})|[0-9]{{1,2}}(?:h|g|:)?[0-9]{{0,2}})"
    rf"[ :.,(\-]{{1,2}}){{0,5}}"
)
WHO = either(
    "thi, anh, chu, bac, ong, cau, em, no, ba, co, da, bi, moi, anh ay, chu ay, bac ay"
    ", ong ay, dong chi, liet si, ls, dc, a, ho, ong cu, ong noi, cha, bo, toi, minh, se"
)
ONWARD = re.compile(rf"[ ,)\]:\-]{{1,3}}(?:(?:{WHO}){BLANK}){{0,3}}")
OPENS = re.compile(
    rf"(?:\A|[.!?;:\n,\"(])[ \"]{{0,2}}(?:(?:{LEADS}|nho|den|toi){BLANK}){{0,3}}\Z"
)
LIFE = re.compile(r" ?- ?(?:[0-9]{1,2}[/.-]){0,2}(19[3-8][0-9])")
LIVED = re.compile(r"(19[1-6][0-9]) ?- ?(?:[0-9]{1,2}[/.-]){0,2}\Z")
LISTED_BEFORE = re.compile(r"[a-z0-9)](?: ?[,(\-|] ?|\n)\Z")
LISTED_AFTER = re.compile(r" ?[,)\-|\n]| que| qq|\Z")
NAM = re.compile("nam(?= )")
LONGEST_LEAD = 40


@dataclass(frozen=True, slots=True)
class Happenings:
    """``dates`` are the spans of all dates of the text, in order, even overlapping."""

    text: Text
    near: Cues
    dates: Sequence[Span]
    years: Sequence[int]

    def role(self, span: Span, when: When) -> str:
        if role := self._role_of_life(span, when):
            return role
        before, after = self._before(span), self._after(span)
        if before and self._leads(before.end, span[0]):
            return before.role
        if after and ONWARD.fullmatch(self.text.plain, span[1], after.start):
            return after.role
        if after and self._opens(span):
            return after.role
        told = before or after
        return told.role if told else self._untold(span, when)

    def _role_of_life(self, span: Span, when: When) -> str | None:
        """Of "1948 - 1972" the one is a birth, the other a death."""
        plain = self.text.plain
        if when.year is None:
            return None
        died = LIFE.match(plain, span[1])
        if died and int(died[1]) - when.year >= YOUNGEST:
            return "born"
        born = LIVED.search(plain, max(0, span[0] - 15), span[0])
        is_end = born and when.year - int(born[1]) >= YOUNGEST
        return "died" if is_end else None

    def _before(self, span: Span) -> Cue | None:
        """The nearest cue of the sentence that no date has taken."""
        inside = NAM.match(self.text.plain, *span)  # "sinh năm bốn tám"
        cue = self.near.before(inside.end() if inside else span[0], REACH)
        return None if cue is None or self._has_date(cue.end, span[0]) else cue

    def _after(self, span: Span) -> Cue | None:
        """The next cue of the sentence, unless it leads on to another date."""
        n = bisect_left(self.near.cues, span[1], key=_start)
        if n == len(self.near.cues):
            return None
        cue = self.near.cues[n]
        is_near = cue.start - span[1] <= FAR and not self._is_parted(span[1], cue.start)
        if not is_near or self._has_date(span[1], cue.start):
            return None
        return None if self._is_taken(cue) else cue

    def _is_taken(self, cue: Cue) -> bool:
        at = bisect_left(self.dates, (cue.end, cue.end))
        return at < len(self.dates) and self._leads(cue.end, self.dates[at][0])

    def _leads(self, start: int, end: int) -> bool:
        is_near = end - start <= LONGEST_LEAD
        if end < start:
            return True
        return is_near and STRAIGHT.fullmatch(self.text.plain, start, end) is not None

    def _opens(self, span: Span) -> bool:
        """Does it open its sentence, or a clause that is marked off?"""
        start = max(0, span[0] - LONGEST_LEAD)
        return OPENS.search(self.text.plain, start, span[0]) is not None

    def _untold(self, span: Span, when: When) -> str:
        if when.year is None:
            return "other"
        if (
            when.year <= LAST_BIRTH
            and self._is_listed(span)
            and self._is_first(when.year)
        ):
            return "born"
        return "died" if when.year in WARS else "other"

    def _is_listed(self, span: Span) -> bool:
        """Does it stand among the facts of a list: "Nguyễn Văn A, 1944, quê …"?"""
        plain = self.text.plain
        is_behind = LISTED_BEFORE.search(plain, max(0, span[0] - 4), span[0])
        return bool(is_behind and LISTED_AFTER.match(plain, span[1]))

    def _is_first(self, year: int) -> bool:
        return any(other - year >= YOUNGEST for other in self.years)

    def _has_date(self, start: int, end: int) -> bool:
        at = bisect_left(self.dates, (start, start))
        return at < len(self.dates) and self.dates[at][1] <= end

    def _is_parted(self, start: int, end: int) -> bool:
        stops = self.near.stops
        return bisect_right(stops, start) < bisect_left(stops, end)


def _start(cue: Cue) -> int:
    return cue.start
