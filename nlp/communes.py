"""Communes: today's, those before July 2025, and those merged away shortly before.

Ten thousand names, most of them everyday words as well: whoever asks must know that a
place is meant. One name has many bearers; they all come back, and what stands behind
the name ("Hòa Tiến, Hòa Vang") tells which.
"""

from collections.abc import Mapping
from functools import lru_cache

from nlp.lexicon import Lexicon, Match, Row, adjoining
from nlp.text import Text

TABLES = ("communes", "wards")
LONGEST_FORMER = 4


def named(text: Text, lexicon: Lexicon, at: int) -> Match | None:
    """The longest name of a commune that begins at word ``at``, and all its bearers."""
    matches = [m for table in TABLES if (m := lexicon.longest(table, text, at))]
    length = max((match.length for match in matches), default=0)
    bearers = [m.rows for m in matches if m.length == length]
    former = _former(text, lexicon, at, length)
    if former and former.length > length:
        return former
    if not length:
        return None
    rows = sum(bearers, ()) + (former.rows if former else ())
    return Match(length, rows)


def _former(text: Text, lexicon: Lexicon, at: int, least: int) -> Match | None:
    """The same among names that are known only without marks; one word is too little."""
    words = [text.words[n].plain for n in adjoining(text, at, LONGEST_FORMER)]
    for length in range(len(words), max(least, 2) - 1, -1):
        if rows := lexicon.look_up("former", " ".join(words[:length])):
            return Match(length, rows)
    return None


def provinces(rows: tuple[Row, ...], lexicon: Lexicon) -> frozenset[str]:
    """Today's provinces that hold them."""
    holders = _provinces(lexicon)
    return frozenset(holders[code] for row in rows for code in codes(row))


def codes(row: Row) -> tuple[str, ...]:
    return tuple(row["today"].split(","))


def province(code: str, lexicon: Lexicon) -> str:
    """The code of the province that holds a commune of today; its own for a province."""
    return _provinces(lexicon).get(code, code)


@lru_cache(maxsize=20)
def _provinces(lexicon: Lexicon) -> Mapping[str, str]:
    return {row["today"]: row["in"] for row in lexicon.tables["communes"]}
