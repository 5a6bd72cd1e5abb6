"""Signs: patterns of folded words that say something, and the words around them.

What a teller says without naming it (whose stone is wrong, who keeps a letter) is read
by its signs; the words that say so are kept as he told them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nlp.tellings import forms
from nlp.tellings.forms import Form, standing
from nlp.tellings.marked import Marks, are_meant, marked
from nlp.tellings.needed import needed
from nlp.text import Text, read

CHARACTERS = 20_000
BLANKS = re.compile(r"[ \t]+")
# A full stop within "N.V.THANH" or "1.5" ends nothing.
SENTENCE = re.compile(r"[.!?;](?=\s|\Z)|\n")
BREATH = re.compile(r"[.!?;,:](?=\s|\Z)|\n")
# Who dictates draws no breath: so far before and behind a sign his words are kept.
NEAR = 110
NUMBER = (
    r"(?:\d{1,4}|(?:(?:mot|hai|ba|bon|nam|sau|bay|tam|chin) )?muoi"
    r"(?: (?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin))?"
    r"|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin)(?: (?:tram|chuc))?|may chuc|vai chuc)"
)

Said = tuple[str, str]  # the value, and the words that say so


@dataclass(frozen=True, slots=True, eq=False)
class Sign(Form):
    """A form and what it says; no value: the words themselves.

    A group `said` holds the words alone. `marks` are words that others look like.
    """

    value: str | None
    bound: re.Pattern[str]
    marks: Marks


def sign(
    pattern: str,
    value: str | None = None,
    *marks: str,
    bound: re.Pattern[str] = BREATH,
) -> Sign:
    return Sign(re.compile(pattern), needed(pattern), value, bound, marked(marks))


def any_of(phrases: str) -> str:
    """Return a pattern of any of these phrases, apart by commas; the longest first."""
    split = phrases.replace("\n", "").split(", ")
    return "|".join(sorted(split, key=len, reverse=True))


@lru_cache(maxsize=64)
def seen(written: str) -> Text:
    """Return the text as signs are looked for in it; a dozen look at each."""
    return read(BLANKS.sub(" ", written[:CHARACTERS]))


@lru_cache(maxsize=64)
def words(written: str) -> frozenset[str]:
    """Return the words of a text as signs are looked for in it."""
    return forms.words(seen(written).plain)


def said(written: str, signs: Sequence[Sign]) -> Said | None:
    """Return what the first of the signs that stands in the text says."""
    likely = standing(signs, words(written))
    if not likely:
        return None
    text = seen(written)
    for one in likely:
        for match in one.pattern.finditer(text.plain):
            if is_meant(text, match, one.marks):
                told = _words(text, match, one)
                return one.value or told, told
    return None


def is_meant(text: Text, match: re.Match[str], marks: Marks) -> bool:
    """Return whether no word of it is another one with its marks."""
    spans = [match.span(at) for at in _counted(match)] or [match.span()]
    return all(
        are_meant(text.words[text.word_at(start) : text.word_at(end)], marks)
        for start, end in spans
        if start >= 0
    )


def _counted(match: re.Match[str]) -> list[int]:
    """Return the groups that hold the words which count; what is between may be any."""
    named = set(match.re.groupindex.values())
    return [at for at in range(1, match.re.groups + 1) if at not in named]


def _words(text: Text, match: re.Match[str], one: Sign) -> str:
    if "said" in match.re.groupindex and match["said"]:
        return text.written(*match.span("said")).strip()
    return around(text, *match.span(), one.bound)


def around(text: Text, start: int, end: int, bound: re.Pattern[str] = BREATH) -> str:
    """Return the words around a span, between the bounds or as far as is near."""
    plain = text.plain
    before = [stop.end() for stop in bound.finditer(plain, 0, start)]
    first = max([*before, 0])
    if start - first > NEAR:
        first = plain.find(" ", start - NEAR, start) + 1 or start
    stop = bound.search(plain, end)
    last = stop.start() if stop else len(plain)
    if last - end > NEAR:
        last = max(plain.rfind(" ", end, end + NEAR), end)
    return text.written(first, last).strip(" ,:") if first < last else ""
