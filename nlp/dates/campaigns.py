"""Campaigns that people date by: "đợt 2 Mậu Thân", "hồi chiến dịch Hồ Chí Minh"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from nlp.dates.almanac import When, full_year, in_year
from nlp.dates.dateparts import LONG, SHORT
from nlp.entity import Span
from nlp.lexicon import Lexicon, Row
from nlp.text import Text, fold

GAP = r"(?: ?- ?| {1,2}|\n)"
YEAR = rf"(?:{GAP}(?:nam )?(?P<year>{LONG}|{SHORT})(?![0-9a-z]|[/.\-][0-9]))?"


def find(text: Text, lexicon: Lexicon) -> Iterator[tuple[Span, When]]:
    """Every campaign named, with the year that is said behind it, and its days."""
    index = _patterns(lexicon)
    for word in text.words:
        for pattern, row in index.get(word.plain, ()):
            if match := pattern.match(text.plain, word.start):
                yield match.span(), _when(row, match["year"])
                break


def _when(row: Row, figures: str | None) -> When:
    """Its days, or those of the year that is said; ``norm`` is what they share."""
    first, last = (date.fromisoformat(row[name]) for name in ("from", "to"))
    year = full_year(figures) if figures else last.year
    if not first.year <= year <= last.year:
        return in_year(year)  # another one at the same place
    if figures:
        first, last = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
    is_short = (first.year, first.month) == (last.year, last.month)
    norm = f"{year}-{last.month:02}" if is_short else str(year)
    return When(norm, "range", year, (first, last))


@lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> Mapping[str, list[tuple[re.Pattern[str], Row]]]:
    """By first word, the longest names first."""
    index: dict[str, list[tuple[re.Pattern[str], Row]]] = defaultdict(list)
    for row in sorted(lexicon.tables["campaigns"], key=_length, reverse=True):
        words = fold(row["campaign"]).split()
        pattern = re.compile(rf"(?<![a-z0-9]){GAP.join(words)}{YEAR}(?![a-z0-9])")
        index[words[0]].append((pattern, row))
    return index


def _length(row: Row) -> int:
    return len(row["campaign"])
