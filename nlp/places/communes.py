"""Communes: today's, those before July 2025, and those merged away shortly before.

Ten thousand names, most of them everyday words as well: whoever asks must know that a
place is meant. One name has many bearers; they all come back, and what stands behind
the name ("Hòa Tiến, Hòa Vang") tells which.
"""

from collections.abc import Mapping
from functools import lru_cache

from nlp.lexicon import Lexicon, Match, Row
from nlp.openings import Ways
from nlp.text import Text

TABLES = ("communes", "wards")
FORMER = "former"
ALL = frozenset([*TABLES, FORMER])


def named(text: Text, lexicon: Lexicon, at: int, shortest: int = 1) -> Match | None:
    """The longest name of a commune that begins at word ``at``, and all its bearers."""
    begun = lexicon.begun(text, at)
    likely = [table for table in ALL if _longest(begun, table) >= shortest]
    if not likely:
        return None
    matches = [m for table in TABLES if (m := lexicon.longest(table, text, at))]
    if former := _former(text, lexicon, at):
        matches.append(former)
    length = max([match.length for match in matches], default=0)
    if length < shortest:
        return None
    several = [match for match in matches if match.length == length]
    if len(several) == 1:
        return several[0]
    return Match(length, sum([match.rows for match in several], ()))


def _longest(begun: Ways, table: str) -> int:
    """How many words, by their letters, a name has at most; 0 if none begins."""
    return begun[table][0].all.length if table in begun else 0


def _former(text: Text, lexicon: Lexicon, at: int) -> Match | None:
    """The same among names that are known only without marks, whatever the text has."""
    match = lexicon.longest_unmarked(FORMER, text, at)
    return match if match and match.length > 1 else None  # one word says too little


def provinces(rows: tuple[Row, ...], lexicon: Lexicon) -> frozenset[str]:
    """Today's provinces that hold them."""
    holders = _holders(lexicon)
    return frozenset().union(*[holders[row["today"]] for row in rows])


def codes(row: Row) -> tuple[str, ...]:
    return tuple(row["today"].split(","))


def province(code: str, lexicon: Lexicon) -> str:
    """The code of the province that holds a commune of today; its own for a province."""
    return _provinces(lexicon).get(code, code)


@lru_cache(maxsize=20)
def _provinces(lexicon: Lexicon) -> Mapping[str, str]:
    return {row["today"]: row["in"] for row in lexicon.tables["communes"]}


@lru_cache(maxsize=20)
def _holders(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """By what a table says of today, the provinces; most codes come many times."""
    tables = (*TABLES, FORMER)
    told = {row["today"] for table in tables for row in lexicon.tables[table]}
    one = _provinces(lexicon)
    return {codes: frozenset(one[code] for code in codes.split(",")) for codes in told}
