"""Knowing: how a teller knows what he tells, from his own words.

A wrong guess is worse than none, for it is not asked any more: a subject that may be
somebody else ("bố tôi chôn"), a "không" before it, or two sources in one text give none.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from nlp.tellings.forms import standing
from nlp.tellings.marked import Marks, are_meant
from nlp.tellings.signs import seen, words
from nlp.tellings.sources import I_AM, SIGNS, Sign, Source, of_elder
from nlp.text import Text

CLAUSE = re.compile(r"[.,;:!?\n()]")
NEAR = 6  # words before that deny what follows
NOT = re.compile(r"\b(?:khong|ko|chua|chang|dau phai|dau co)\b")


@dataclass(frozen=True, slots=True)
class Known:
    """A source and the words that say it."""

    source: Source
    words: str


def known_by(written: str) -> Known | None:
    """Return how the teller knows; None where he does not say it, or says two things."""
    found = list(_found(seen(written), words(written)))
    sources = {known.source for known in found}
    if Source.HEARD in sources and len(sources) > 1:
        return None
    order = list(Source)
    return min(found, key=lambda known: order.index(known.source), default=None)


def _found(text: Text, told: Set[str]) -> Iterator[Known]:
    for sign in standing((*SIGNS, *_of_himself(text, told)), told):
        for match in sign.pattern.finditer(text.plain):
            start, end = match.span("said")
            if _is_so(text, start, end, sign.marks):
                yield Known(sign.source, text.written(start, end))


def _of_himself(text: Text, told: Set[str]) -> tuple[Sign, ...]:
    """Return the signs of an elder, if one says who he is."""
    forms = standing((I_AM,), told)
    elder = next((one.pattern.search(text.plain) for one in forms), None)
    return of_elder(elder["self"]) if elder else ()


def _is_so(text: Text, start: int, end: int, marks: Marks) -> bool:
    """Return whether nothing before denies it and no word is another one with marks."""
    *_, clause = CLAUSE.split(text.plain[max(0, start - 80) : start])
    # Who dictates draws no breath: what he denied long before is another thing.
    if NOT.search(" ".join(clause.split()[-NEAR:])):
        return False
    return are_meant(text.words[text.word_at(start) : text.word_at(end)], marks)
