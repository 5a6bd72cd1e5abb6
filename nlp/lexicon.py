"""The words that the grammars know: one immutable, versioned value.

A table is a TSV file: its source on the first line, column names on the second. The
first column is the phrase as people write it. Officers' corrections make a new version;
whoever holds the old one keeps reading with the old one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from nlp.text import Text, fold

DATA = Path(__file__).parent / "data"
APART = (" ", "  ", "/")  # between the words of a name
INSIDE = (*APART, "-", "'")  # and of one that we know: Cam-pu-chia, Krông H'năng

# Syllables of the highlands, whose marks everybody sets as he hears them.
VARIED = frozenset(["dak", "ea", "ia", "kong", "krong", "plei"])

Row = Mapping[str, str]


class Rows(tuple[Row, ...]):
    """The rows of a table, told apart by identity: versions share what they share."""

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


@dataclass(frozen=True, slots=True)
class Match:
    """The longest phrase of a table at some word: how many words, and its rows."""

    length: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    version: int
    tables: Mapping[str, Rows]

    @classmethod
    @cache
    def load(cls) -> "Lexicon":
        """The lexicon as shipped, version 0; read from disk and indexed once."""
        tables = {path.stem: _table(path) for path in sorted(DATA.glob("*.tsv"))}
        lexicon = cls(0, MappingProxyType(tables))
        for rows in tables.values():  # now, so that no citizen waits for it
            _limits(rows)
        return lexicon

    def corrected(self, table: str, rows: Iterable[Row]) -> "Lexicon":
        """The next version; a corrected phrase replaces what was known of it."""
        fresh = tuple(MappingProxyType(dict(row)) for row in rows)
        phrases = {_phrase(row) for row in fresh}
        kept = tuple(r for r in self.tables[table] if _phrase(r) not in phrases)
        tables = {**self.tables, table: Rows(kept + fresh)}
        return Lexicon(self.version + 1, MappingProxyType(tables))

    def look_up(self, table: str, phrase: str) -> tuple[Row, ...]:
        return _index(self.tables[table]).get(" ".join(fold(phrase).split()), ())

    def longest(self, table: str, text: Text, at: int) -> Match | None:
        """The longest phrase of the table that begins at word ``at``."""
        rows_of = self.tables[table]
        limit = _limits(rows_of).get(text.words[at].plain, 0)
        if limit == 0:
            return None
        index, words = _index(rows_of), adjoining(text, at, limit, INSIDE)
        for length in range(len(words), 0, -1):
            phrase = " ".join(text.words[n].plain for n in words[:length])
            rows = tuple(
                row
                for row in index.get(phrase, ())
                if _reads(text, words[:length], row)
            )
            if rows:
                return Match(length, rows)
        return None

    def pattern(self, table: str) -> str:
        """Any phrase of the table as the source of a regular expression."""
        return _pattern(self.tables[table])


def adjoining(
    text: Text, at: int, limit: int, between: tuple[str, ...] = APART
) -> list[int]:
    """Up to so many words from ``at`` on with only these between them."""
    words = [at]
    while len(words) < limit and words[-1] + 1 < len(text.words):
        last, following = text.words[words[-1]], text.words[words[-1] + 1]
        if text.plain[last.end : following.start] not in between:
            break
        words.append(words[-1] + 1)
    return words


def _table(path: Path) -> Rows:
    lines = path.read_text("utf-8").splitlines()
    columns = lines[1].split("\t")
    return Rows(
        MappingProxyType(dict(zip(columns, line.split("\t"), strict=True)))
        for line in lines[2:]
    )


def _phrase(row: Row) -> str:
    """The key of a row: its first column, folded, words apart by one blank."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(_written(row))))


def _written(row: Row) -> str:
    return next(iter(row.values()))


def _reads(text: Text, words: list[int], row: Row) -> bool:
    """Do these words read as the phrase? A lone bare word among marked ones is bare."""
    marked = re.findall(r"\w+", _written(row))
    if len(words) == 1 and text.is_marked and not text.words[words[0]].is_marked:
        return text.words[words[0]].plain == _written(row).lower()
    pairs = zip(words, marked, strict=False)
    return all(
        text.words[n].reads(syllable) or text.words[n].plain in VARIED
        for n, syllable in pairs
    )


@lru_cache(maxsize=200)
def _index(rows: Rows) -> Mapping[str, tuple[Row, ...]]:
    index: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        index[_phrase(row)].append(row)
    return {phrase: tuple(several) for phrase, several in index.items()}


@lru_cache(maxsize=200)
def _limits(rows: Rows) -> Mapping[str, int]:
    """By first word, how many words the longest phrase has; most words begin none."""
    limits: dict[str, int] = {}
    for phrase in _index(rows):
        first, *rest = phrase.split(" ")
        limits[first] = max(limits.get(first, 0), len(rest) + 1)
    return limits


@lru_cache(maxsize=200)
def _pattern(rows: Rows) -> str:
    phrases = sorted({fold(_written(r)) for r in rows}, key=_longest)
    blank = r"\s{1,3}"
    return "|".join(blank.join(map(re.escape, phrase.split())) for phrase in phrases)


def _longest(phrase: str) -> tuple[int, str]:
    return -len(phrase), phrase
