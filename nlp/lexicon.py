"""The words that the grammars know: one immutable, versioned value.

A table is a TSV file: its source on the first line, column names on the second. The
first column is the phrase as people write it. Officers' corrections make a new version;
whoever holds the old one keeps reading with the old one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from nlp.text import Text, Word, fold

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
class Phrase:
    """A row as it is looked up: its syllables with their marks, and all of it, lower."""

    row: Row
    syllables: tuple[str, ...]
    lower: str


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
            _lengths(rows)
        return lexicon

    def corrected(self, table: str, rows: Iterable[Row]) -> "Lexicon":
        """The next version; a corrected phrase replaces what was known of it."""
        fresh = tuple(MappingProxyType(dict(row)) for row in rows)
        phrases = {_phrase(row) for row in fresh}
        kept = tuple(r for r in self.tables[table] if _phrase(r) not in phrases)
        tables = {**self.tables, table: Rows(kept + fresh)}
        return Lexicon(self.version + 1, MappingProxyType(tables))

    def look_up(self, table: str, phrase: str) -> tuple[Row, ...]:
        known = _index(self.tables[table]).get(" ".join(fold(phrase).split()))
        return tuple([one.row for one in known]) if known else ()

    def longest(self, table: str, text: Text, at: int) -> Match | None:
        """The longest phrase of the table that begins at word ``at``."""
        rows_of = self.tables[table]
        lengths = _lengths(rows_of).get(text.words[at].plain)
        if lengths is None:
            return None
        index = _index(rows_of)
        words = [text.words[n] for n in adjoining(text, at, lengths[0], INSIDE)]
        for length in lengths:
            if length > len(words):
                continue
            known = index.get(" ".join([word.plain for word in words[:length]]))
            rows = [one.row for one in known or () if _reads(text, words, one)]
            if rows:
                return Match(length, tuple(rows))
        return None

    def beginnings(self, table: str) -> Set[str]:
        """The words that phrases of the table begin with; most words begin none."""
        return _lengths(self.tables[table]).keys()

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


def _reads(text: Text, words: list[Word], phrase: Phrase) -> bool:
    """Do words with these letters mean it? A lone bare word among marked ones is bare."""
    if len(phrase.syllables) == 1 and text.is_marked and not words[0].is_marked:
        return words[0].plain == phrase.lower
    pairs = zip(words, phrase.syllables, strict=False)
    return all(
        not word.is_marked or word.plain in VARIED or word.reads(syllable)
        for word, syllable in pairs
    )


@lru_cache(maxsize=200)
def _index(rows: Rows) -> Mapping[str, tuple[Phrase, ...]]:
    index: dict[str, list[Phrase]] = defaultdict(list)
    for row in rows:
        written = _written(row)
        syllables = tuple(re.findall(r"\w+", written))
        index[_phrase(row)].append(Phrase(row, syllables, written.lower()))
    return {phrase: tuple(several) for phrase, several in index.items()}


@lru_cache(maxsize=200)
def _lengths(rows: Rows) -> Mapping[str, tuple[int, ...]]:
    """By first word, how many words phrases have, most first; most words begin none."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for phrase in _index(rows):
        first, *rest = phrase.split(" ")
        lengths[first].add(len(rest) + 1)
    return {first: tuple(sorted(n, reverse=True)) for first, n in lengths.items()}


@lru_cache(maxsize=200)
def _pattern(rows: Rows) -> str:
    phrases = sorted({fold(_written(r)) for r in rows}, key=_longest)
    blank = r"\s{1,3}"
    return "|".join(blank.join(map(re.escape, phrase.split())) for phrase in phrases)


def _longest(phrase: str) -> tuple[int, str]:
    return -len(phrase), phrase
