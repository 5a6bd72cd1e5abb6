"""A form of a date: what it looks like, which word it opens with, what stands before."""

import re
from dataclasses import dataclass

from nlp.dates import dateparts as of

FIGURES = "0"


@dataclass(frozen=True, slots=True)
class Form:
    """``after``: words of which one must stand before; ``shies``: none of which may."""

    opens: tuple[str, ...]
    pattern: re.Pattern[str]
    score: float
    after: frozenset[str]
    shies: frozenset[str]


def form(
    opens: str,
    date: str,
    score: float = 1.0,
    after: frozenset[str] = frozenset(),
    shies: frozenset[str] = frozenset(),
    lead: str = of.OPEN,
    close: str = of.CLOSE,
) -> Form:
    pattern = re.compile(f"{lead}(?P<date>{date}){close}")
    return Form(tuple(opens.split()), pattern, score, after, shies)
