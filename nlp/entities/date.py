"""Dates as people give them: to the day, the month, the year, by season, by the moon.

``norm`` is partial ISO (1972-08-13, 1972-08, 1972, --08-13); ``begins`` and ``ends``
hold the whole range. The span leaves out "ngày" and "năm" and keeps "tháng" and what
narrows it ("cuối", "mùa khô"). Where two forms match, the longer one wins.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from nlp.dates import campaigns, dating
from nlp.dates.almanac import When
from nlp.dates.dateform import FIGURES, FOUR, Form, Found
from nlp.dates.dateforms import forms
from nlp.dates.happenings import Happenings
from nlp.entity import Entity, Kind, Span
from nlp.lexicon import Lexicon
from nlp.numbers import DIGITS
from nlp.roles.cues import cues
from nlp.text import Text, Word

KIND = Kind.DATE
TURN: int | None = 3

OPENING = re.compile("[a-z]+|(?P<year>[0-9]{4})(?![0-9])")
GAP = re.compile(r"[ :.=\-\n]{1,3}")
# What a word of the form must be if it has marks: no lie-down (nằm), no south (Nam).
SURE = {
    "nam": "năm",
    "hoi": "hồi",
    "tet": "tết",
    "ram": "rằm",
    "quy": "quý",
    "tran": "trận",
}
EXACT = ("day", "month", "year")
TROOPS = ("bo", "di")  # "bộ đội 2/65", "di dời 1994": no number of a hill
SURE_PARTS = {"dau": "đầu", "giua": "giữa", "cuoi": "cuối"}


@dataclass(frozen=True, slots=True)
class Spotted:
    span: Span
    when: When
    score: float


def find(text: Text, lexicon: Lexicon) -> Iterator[Entity]:
    spotted = list(_spotted(text, lexicon))
    spotted += _campaigns(text, lexicon, spotted)
    if not spotted:
        return
    spotted.sort(key=_span)
    spotted = [next(same) for _, same in groupby(spotted, _span)]
    happenings = Happenings(
        text,
        cues(text, lexicon, KIND),
        [one.span for one in spotted],
        [one.when for one in spotted],
    )
    for one, role in zip(spotted, happenings.roles(), strict=True):
        yield Entity.spot(
            KIND,
            text,
            one.span,
            one.when.norm,
            role,
            one.score,
            one.when.values,
            *_iso(one.when),
            one.when.precision,
        )


def _span(one: Spotted) -> Span:
    return one.span


def _iso(when: When) -> tuple[str | None, str | None]:
    if when.days is None:
        return None, None
    return when.days[0].isoformat(), when.days[1].isoformat()


def _spotted(text: Text, lexicon: Lexicon) -> Iterator[Spotted]:
    index = forms(lexicon)
    for at, word in enumerate(text.words):
        known = index.get(word.plain if word.plain.isalpha() else _opening(word.plain))
        if known is None:
            continue
        for found in known.at(text.plain, word.start):
            is_meant = _is_meant(found.form, text, at, _before(text, at))
            if is_meant and (when := _when(found, text, at, lexicon)):
                yield Spotted(found.span, when, found.form.score)


def _campaigns(text: Text, lexicon: Lexicon, dates: Sequence[Spotted]) -> list[Spotted]:
    """Those of which no date in the message tells the day better."""
    told = [one for one in dates if one.when.precision in EXACT]
    return [
        Spotted(span, when, 0.6)
        for span, when in campaigns.find(text, lexicon)
        if not any(_is_apart(span, d.span) and _meet(when, d.when) for d in told)
    ]


def _is_apart(span: Span, other: Span) -> bool:
    return span[1] <= other[0] or other[1] <= span[0]


def _meet(one: When, other: When) -> bool:
    if one.days is None or other.days is None:
        return False
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def _is_after(found: Found, text: Text) -> bool:
    """Is it "tháng sau", "năm sau", and no six (sáu)?"""
    sixes = [
        found.start(name)
        for name, written in found.told
        if name in ("month", "told") and written.startswith("sau")
    ]
    return any(not text.words[text.word_at(start)].is_marked for start in sixes)


def _opening(word: str) -> str:
    """What a form opens with here: "thang3" with "thang", "12t3" with figures."""
    opening = OPENING.match(word)
    if opening is None:
        return FIGURES
    return FOUR if opening["year"] else opening.group()


def _before(text: Text, at: int) -> Word | None:
    """The word right before, if it belongs to what stands here."""
    if not at:
        return None
    word, before = text.words[at], text.words[at - 1]
    return before if GAP.fullmatch(text.plain, before.end, word.start) else None


def _is_meant(form: Form, text: Text, at: int, before: Word | None) -> bool:
    """Does the word before allow this form?"""
    if before is None:
        return not form.after
    if form.after:
        marked = SURE.get(before.plain)
        return before.plain in form.after and (not marked or before.reads(marked))
    is_troop = before.plain == "doi" and at > 1 and text.words[at - 2].plain in TROOPS
    return is_troop or before.plain not in form.shies


def _when(found: Found, text: Text, at: int, lexicon: Lexicon) -> When | None:
    groups = dict(found.told)
    word = text.words[at]
    marked = SURE.get(word.plain)
    if marked and not word.reads(marked):
        return None
    if groups.get("part") == word.plain and not word.reads(SURE_PARTS[word.plain]):
        return None
    is_name = text.is_cased and at > 0 and text.words[at - 1].is_capital
    if groups.get("animal") and (is_name or not (word.is_marked or word.is_capital)):
        return None
    if word.plain in DIGITS and word.is_capital and is_name:
        return None
    if text.is_marked and _is_after(found, text):
        return None
    return dating.dated(found.told, lexicon)
