"""The words that the grammars know: one immutable, versioned value.

A table is a TSV file: its source on the first line, column names on the second. The
first column is the phrase as people write it. Officers' corrections make a new version;
whoever holds the old one keeps reading with the old one.
"""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from nlp.text import Text, fold, marks

DATA = Path(__file__).parent / "data"
APART = (" ", "  ", "/")  # between the words of a name
INSIDE = (*APART, "-", "'")  # and of one that we know: Cam-pu-chia, Krông H'năng

# Syllables of the highlands, whose marks everybody sets as he hears them.
VARIED = frozenset(["dak", "ea", "ia", "kong", "krong", "plei"])

Row = Mapping[str, str]


class Match(NamedTuple):
    """The longest phrase of a table at some word: how many words, and its rows."""

    length: int
    rows: tuple[Row, ...]


class Phrase(NamedTuple):
    """A row as it is looked up: the marks of its syllables, and all of it, lower."""

    row: Row
    marks: tuple[str, ...]
    lower: str


class Phrases(NamedTuple):
    """The rows that have the same letters; ``all`` if a text says nothing of marks."""

    several: tuple[Phrase, ...]
    all: Match
    is_single: bool  # is it one word?

    @classmethod
    def of(cls, key: str, rows: Sequence[Row]) -> "Phrases":
        several = tuple(map(_as_phrase, rows))
        is_single = all(len(phrase.marks) == 1 for phrase in several)
        return cls(several, Match(key.count(" ") + 1, tuple(rows)), is_single)


class Rows(tuple[Row, ...]):
    """The rows of a table with their index, which versions that share them share."""

    @cached_property
    def phrases(self) -> Mapping[str, Phrases]:
        """Phrases by their folded words, and none by words that only begin one."""
        index: dict[str, list[Row]] = {}
        for row in self:
            key = _phrase(row)
            index.setdefault(key, []).append(row)
            for blank in re.finditer(" ", key):
                index.setdefault(key[: blank.start()], [])
        return {key: Phrases.of(key, rows) for key, rows in index.items()}

    @cached_property
    def beginnings(self) -> Set[str]:
        return frozenset(key for key in self.phrases if " " not in key)

    @cached_property
    def pattern(self) -> str:
        phrases = sorted({fold(_written(row)) for row in self}, key=_longest)
        blank = r"\s{1,3}"
        several = (blank.join(map(re.escape, phrase.split())) for phrase in phrases)
        return "|".join(several)


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
            _ = rows.phrases
        return lexicon

    def corrected(self, table: str, rows: Iterable[Row]) -> "Lexicon":
        """The next version; a corrected phrase replaces what was known of it."""
        fresh = tuple(MappingProxyType(dict(row)) for row in rows)
        phrases = {_phrase(row) for row in fresh}
        kept = tuple(r for r in self.tables[table] if _phrase(r) not in phrases)
        tables = {**self.tables, table: Rows(kept + fresh)}
        return Lexicon(self.version + 1, MappingProxyType(tables))

    def look_up(self, table: str, phrase: str) -> tuple[Row, ...]:
        known = self.tables[table].phrases.get(_key(phrase))
        return known.all.rows if known else ()

    def longest(self, table: str, text: Text, at: int) -> Match | None:
        """The longest phrase of the table that begins at word ``at``."""
        index, words = self.tables[table].phrases, text.words
        key = words[at].plain
        known = index.get(key)
        if known is None:
            return None
        ways, last = [known], at
        while last + 1 < len(words):
            if text.plain[words[last].end : words[last + 1].start] not in INSIDE:
                break
            last += 1
            key = f"{key} {words[last].plain}"
            known = index.get(key)
            if known is None:
                break
            ways.append(known)
        for way in reversed(ways):
            if way.several and (match := _fitting(text, at, way)):
                return match
        return None

    def beginnings(self, table: str) -> Set[str]:
        """The words that phrases of the table begin with; most words begin none."""
        return self.tables[table].beginnings

    def pattern(self, table: str) -> str:
        """Any phrase of the table as the source of a regular expression."""
        return self.tables[table].pattern


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


@lru_cache(maxsize=20_000)
def _key(phrase: str) -> str:
    return " ".join(fold(phrase).split())


def _written(row: Row) -> str:
    return next(iter(row.values()))


def _as_phrase(row: Row) -> Phrase:
    written = _written(row)
    return Phrase(row, tuple(map(marks, re.findall(r"\w+", written))), written.lower())


def _fitting(text: Text, at: int, phrases: Phrases) -> Match | None:
    """Do words with these letters mean one? A lone bare word among marked ones is bare."""
    words, length = text.words[at : at + phrases.all.length], phrases.all.length
    is_bare = phrases.is_single and text.is_marked and not words[0].is_marked
    if is_bare:
        lower = words[0].plain
        rows = tuple([one.row for one in phrases.several if one.lower == lower])
    else:
        told = [
            (n, word.marks)
            for n, word in enumerate(words)
            if word.is_marked and word.plain not in VARIED
        ]
        if not told:
            return phrases.all
        rows = tuple([one.row for one in phrases.several if _reads(one.marks, told)])
    return Match(length, rows) if rows else None


def _reads(marks: Sequence[str], told: Sequence[tuple[int, str]]) -> bool:
    """Are these its marks, as far as they are told?"""
    return all(marks[n] == mark for n, mark in told)


def _longest(phrase: str) -> tuple[int, str]:
    return -len(phrase), phrase
