"""What happened on a date: a birth, an enlistment, a death, or something else.

Cue words tell (``nlp.roles.cues``). One that leads straight on to the date wins ("nhập ngũ
tháng 3/1968"); a date that opens its sentence takes the cue behind it ("Tháng 5/1972
anh Thế hy sinh"); a cue that another date has taken is spent. People write to us of
deaths, so a date of the wars with no cue at all is one's.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from nlp.dates.almanac import When
from nlp.entity import Span
from nlp.patterns import BLANK, SOME, either
from nlp.roles.cues import Cue, Cues
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
UNTIL = re.compile(rf"{SOME}(?:-|/|den|toi){SOME}(?:nam{BLANK})?")
LISTED_BEFORE = re.compile(r"[a-z0-9)](?: ?[,(\-|] ?|\n)\Z")
LISTED_AFTER = re.compile(r" ?[,)\-|\n]| que| qq|\Z")
NAM = re.compile("nam(?= )")
LONGEST_LEAD = 40
BEFORE = rf"{BLANK}(?:(?:ngay|nam|hoi|vao|thang|tu|lai|hoi nam|tu nam){BLANK}){{0,2}}\Z"
LED = {
    "born": re.compile(r"(?<![a-z])sn\Z"),  # "sn48"
    "enlisted": re.compile(rf"(?<![a-z])(?:di{BEFORE}|nn\Z)"),
    "died": re.compile(rf"(?<![a-z])(?:(?:bao tu|giay|bia|mo|lai) ghi{BEFORE}|hs\Z)"),
    "other": re.compile(
        rf"(?<![a-z])(?:cap|viet|chup|theu|khac|ky|lap|xay|in|ve|sua|gui|nhan)[: ]?{BEFORE}"
        rf"|(?<![a-z])(?:vao|vo|sang|ra|len|ve)(?:{BLANK}[a-z]{{1,8}}){{1,3}}{BLANK}"
        rf"(?:nam|hoi|tu nam|hoi nam){BLANK}\Z"
    ),
}
ALONE = re.compile(r"(?:\A|\n)[^\n]{0,25}?(?:ngay )?\Z")
ENDS_LINE = re.compile(r"[ .]{0,2}\n")
SELF = re.compile(
    rf"[ ,]{{1,2}}(?:toi|tui|minh|em|con|chau|choa){BLANK}(?:la|lam|o|thuoc|vao|hoc|lai)"
    r"(?![a-z])(?![^\n]{0,150}(?:chon|hy sinh|hi sinh|mat|chet|nga xuong|trung|bi ban))"
)


@dataclass(frozen=True, slots=True)
class Happenings:
    """``dates`` are the spans of all dates of the text, in order, even overlapping."""

    text: Text
    near: Cues
    dates: Sequence[Span]
    whens: Sequence[When]

    def roles(self) -> list[str]:
        """One for each date; first what cues tell, then what goes without saying."""
        dates = list(zip(self.dates, self.whens, strict=True))
        told = self._ended([self._told(span, when) for span, when in dates])
        deaths = [
            when.days[1]
            for when, role in zip(self.whens, told, strict=True)
            if role == "died" and when.days
        ]
        return [
            self._of_war(when, role or self._untold(span, when, deaths))
            for (span, when), role in zip(dates, told, strict=True)
        ]

    def _ended(self, told: Sequence[str | None]) -> list[str | None]:
        """The same; of "1965 đến 1968" the end is what its beginning is, or neither."""
        roles = list(told)
        for n, (first, last) in enumerate(pairwise(self.dates), 1):
            is_range = UNTIL.fullmatch(self.text.plain, first[1], last[0])
            if is_range and roles[n - 1] != "born":
                roles[n - 1 : n + 1] = [roles[n - 1] or "other"] * 2
        return roles

    def _of_war(self, when: When, role: str) -> str:
        """Nobody we look for fell after the wars."""
        is_late = when.year is not None and when.year not in WARS
        return "other" if role == "died" and is_late else role

    def _told(self, span: Span, when: When) -> str | None:
        if role := self._role_of_life(span, when) or self._led_to(span):
            return role
        before, after = self._before(span), self._after(span)
        if before and self._leads(before.end, span[0]):
            return before.role
        if after and ONWARD.fullmatch(self.text.plain, span[1], after.start):
            return after.role
        if after and self._opens(span):
            return after.role
        told = before or after
        return told.role if told else None

    def _led_to(self, span: Span) -> str | None:
        """By a word that means something only right before a date: "đi tháng 4"."""
        start = max(0, span[0] - LONGEST_LEAD)
        return next(
            (
                role
                for role, words in LED.items()
                if words.search(self.text.plain, start, span[0])
            ),
            None,
        )

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
        if cue is None or self._has_date(cue.end, span[0]):
            return None
        return None if self._is_aside(cue, cue.end, span[0]) else cue

    def _after(self, span: Span) -> Cue | None:
        """The next cue of the sentence, unless it leads on to another date."""
        n = bisect_left(self.near.cues, span[1], key=_start)
        if n == len(self.near.cues):
            return None
        cue = self.near.cues[n]
        is_near = cue.start - span[1] <= FAR and not self._is_parted(span[1], cue.start)
        if not is_near or self._has_date(span[1], cue.start) or self._is_taken(cue):
            return None
        return None if self._is_aside(cue, span[1], cue.start) else cue

    def _is_aside(self, cue: Cue, start: int, end: int) -> bool:
        """A letter, a visit, a paper: it speaks for its own clause alone."""
        return cue.role == "other" and "," in self.text.plain[start:end]

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

    def _untold(self, span: Span, when: When, deaths: Sequence[date]) -> str:
        if when.days is None or when.year is None:
            return "died" if deaths and not when.values else "other"
        is_listed = self._is_listed(span)
        if when.year <= LAST_BIRTH and is_listed and self._is_first(when.year):
            return "born"
        if self._is_paper(span) or self._is_of_self(span):
            return "other"
        is_after = deaths and when.days[0] > max(deaths)
        return "other" if is_after and not is_listed else "died"

    def _is_paper(self, span: Span) -> bool:
        """Does it stand alone on its line, as above a signature?"""
        plain = self.text.plain
        is_alone = ALONE.search(plain, max(0, span[0] - LONGEST_LEAD), span[0])
        return bool(is_alone and ENDS_LINE.match(plain, span[1]))

    def _is_of_self(self, span: Span) -> bool:
        """Does a teller go on with what he himself was or did then?"""
        return SELF.match(self.text.plain, span[1]) is not None

    def _is_listed(self, span: Span) -> bool:
        """Does it stand among the facts of a list: "Nguyễn Văn A, 1944, quê …"?"""
        plain = self.text.plain
        is_behind = LISTED_BEFORE.search(plain, max(0, span[0] - 4), span[0])
        return bool(is_behind and LISTED_AFTER.match(plain, span[1]))

    def _is_first(self, year: int) -> bool:
        return any(w.year and w.year - year >= YOUNGEST for w in self.whens)

    def _has_date(self, start: int, end: int) -> bool:
        at = bisect_left(self.dates, (start, start))
        return at < len(self.dates) and self.dates[at][1] <= end

    def _is_parted(self, start: int, end: int) -> bool:
        stops = self.near.stops
        return bisect_right(stops, start) < bisect_left(stops, end)


def _start(cue: Cue) -> int:
    return cue.start
