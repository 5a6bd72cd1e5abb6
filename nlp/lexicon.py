"""The words that the grammars know: one immutable, versioned value.

A table is a TSV file: its source on the first line, column names on the second. The
first column is the phrase as people write it. Officers' corrections make a new version;
whoever holds the old one keeps reading with the old one.
"""

import gc
import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from sys import intern
from types import MappingProxyType

from nlp.alike import Match, Phrases, Row, written_of
from nlp.openings import NOTHING, Begun, Opening, Ways, begun, openings
from nlp.text import Text, fold, remembered

__all__ = ["DATA", "Lexicon", "Match", "Row", "Rows", "adjoining"]

DATA = Path(__file__).parent / "data"
APART = (" ", "  ", "/")  # between the words of a name


class Rows(tuple[Row, ...]):
    """The rows of a table with their index, which versions that share them share."""

    @cached_property
    def phrases(self) -> Mapping[str, Phrases]:
        """Phrases by their folded words."""
        index: dict[str, list[Row]] = {}
        for row in self:
            index.setdefault(_phrase(row), []).append(row)
        return {key: Phrases.of(key, rows) for key, rows in index.items()}

    @cached_property
    def pattern(self) -> str:
        phrases = sorted({fold(written_of(row)) for row in self}, key=_longest)
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
        _ = lexicon.openings
        gc.freeze()  # it stays: no collection needs to look through it again
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
        begun = text.begun.get(self) or self._begun(text)
        ways = begun.ways.get(text.words[at].start, NOTHING).get(table)
        if ways is None:  # most of the time
            return None
        for way in ways:
            length = way.all.length
            if length == 1 or text.is_together(at, length):
                match = way.fitting(text, at)
                if match:
                    return match
        return None

    def longest_unmarked(self, table: str, text: Text, at: int) -> Match | None:
        """The same in a table without marks, whatever marks the text has."""
        for way in self.begun(text, at).get(table, ()):
            length = way.all.length
            if length == 1 or len(adjoining(text, at, length)) == length:
                return way.all
        return None

    @cached_property
    def openings(self) -> Opening:
        return openings({table: rows.phrases for table, rows in self.tables.items()})

    def begun(self, text: Text, at: int) -> Ways:
        """The phrases that, by their letters, can begin at word ``at``."""
        begun = text.begun.get(self) or self._begun(text)
        return begun.ways.get(text.words[at].start, NOTHING)

    def places(self, table: str, text: Text) -> list[int]:
        """The words at which a phrase of the table can begin."""
        starts = self.starts(frozenset([table]), text)
        if not starts:
            return []
        return [n for n, word in enumerate(text.words) if word.start in starts]

    def starts(self, tables: frozenset[str], text: Text) -> Set[int]:
        """Where in ``plain`` phrases of any of these tables can begin."""
        return self._begun(text).starts(tables)

    def _begun(self, text: Text) -> Begun:
        """Of the whole message, since a mask ends phrases and begins none."""
        if self not in text.begun:
            text.begun[self] = begun(text.whole or text, self.openings)
        return text.begun[self]

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
    # Most cells stand in many rows: each is kept once.
    cells = (map(intern, line.split("\t")) for line in lines[2:])
    return Rows(MappingProxyType(dict(zip(columns, row, strict=True))) for row in cells)


def _phrase(row: Row) -> str:
    """The key of a row: its first column, folded, words apart by one blank."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(written_of(row))))


@remembered(20_000)
def _key(phrase: str) -> str:
    return " ".join(fold(phrase).split())


def _longest(phrase: str) -> tuple[int, str]:
    return -len(phrase), phrase
