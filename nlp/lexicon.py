"""The words that the grammars know: one immutable, versioned value.

A table is a TSV file: its source on the first line, column names on the second. The
first column is the phrase as people write it. Officers' corrections make a new version;
whoever holds the old one keeps reading with the old one.
"""

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

from nlp.text import Text, fold

DATA = Path(__file__).parent / "data"
APART = (" ", "  ", "/")  # between the words of a name
INSIDE = (*APART, "-", "'")  # and of one that we know: Cam-pu-chia, Krông H'năng

# Syllables of the highlands, whose marks everybody sets as he hears them.
VARIED = frozenset(["dak", "ea", "ia", "kong", "krong", "plei"])

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row as it is looked up: its syllables with their marks, and all of it, lower."""

    row: Row
    syllables: tuple[str, ...]
    lower: str


class Rows(tuple[Row, ...]):
    """The rows of a table with their index, which versions that share them share."""

    @cached_property
    def phrases(self) -> Mapping[str, tuple[Phrase, ...]]:
        """Phrases by their folded words, and none by words that only begin one."""
        index: dict[str, list[Phrase]] = {}
        for row in self:
            key, written = _phrase(row), _written(row)
            syllables = tuple(re.findall(r"\w+", written))
            phrase = Phrase(row, syllables, written.lower())
            index.setdefault(key, []).append(phrase)
            for blank in re.finditer(" ", key):
                index.setdefault(key[: blank.start()], [])
        return {phrase: tuple(several) for phrase, several in index.items()}

    @cached_property
    def beginnings(self) -> Set[str]:
        return frozenset(key for key in self.phrases if " " not in key)

    @cached_property
    def pattern(self) -> str:
        phrases = sorted({fold(_written(row)) for row in self}, key=_longest)
        blank = r"\s{1,3}"
        several = (blank.join(map(re.escape, phrase.split())) for phrase in phrases)
        return "|".join(several)


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
        key = " ".join(fold(phrase).split())
        return tuple([one.row for one in self.tables[table].phrases.get(key, ())])

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
        for length in range(len(ways), 0, -1):
            rows = [one.row for one in ways[length - 1] if _reads(text, at, one)]
            if rows:
                return Match(length, tuple(rows))
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


def _written(row: Row) -> str:
    return next(iter(row.values()))


def _reads(text: Text, at: int, phrase: Phrase) -> bool:
    """Do words with these letters mean it? A lone bare word among marked ones is bare."""
    first = text.words[at]
    if len(phrase.syllables) == 1 and text.is_marked and not first.is_marked:
        return first.plain == phrase.lower
    words = text.words[at : at + len(phrase.syllables)]
    for word, syllable in zip(words, phrase.syllables, strict=False):
        if word.is_marked and word.plain not in VARIED and not word.reads(syllable):
            return False
    return True


def _longest(phrase: str) -> tuple[int, str]:
    return -len(phrase), phrase
