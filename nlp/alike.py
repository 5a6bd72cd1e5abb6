"""Phrases of a table by their letters, and which of them a text means."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from nlp.text import Text, Word, marks

# Syllables of the highlands, whose marks everybody sets as he hears them.
VARIED = frozenset(["dak", "ea", "ia", "kong", "krong", "plei"])

# So many words one after another, all without marks: typed without them.
BARE = re.compile(rb"\0{7,}")

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

    @classmethod
    def of(cls, key: str, rows: Sequence[Row]) -> "Phrases":
        match = Match(key.count(" ") + 1, tuple(rows))
        return cls(tuple(map(_as_phrase, rows)), match)

    def fitting(self, text: Text, at: int) -> Match | None:
        """Do words with these letters mean one of them?"""
        if self.all.length == 1:
            return self._single(text, at)
        words = text.words[at : at + self.all.length]
        heard = [n for n, word in enumerate(words) if _is_told(word)]
        if not heard:
            return self.all
        told = [words[n].marks for n in heard]
        return self._of(
            [one.row for one in self.several if [one.marks[n] for n in heard] == told]
        )

    def _single(self, text: Text, at: int) -> Match | None:
        """Does one word? Among marked words a bare one is bare."""
        word = text.words[at]
        if _is_told(word):
            told = word.marks
            return self._of([one.row for one in self.several if one.marks[0] == told])
        if word.is_marked or not text.is_marked or at in _typed_bare(text):
            return self.all
        bare = word.plain
        return self._of([one.row for one in self.several if one.lower == bare])

    def _of(self, rows: Sequence[Row]) -> Match | None:
        """The match of some of its rows; None if there are none."""
        if len(rows) == len(self.several):
            return self.all
        return Match(self.all.length, tuple(rows)) if rows else None


def _is_told(word: Word) -> bool:
    """Does it say which marks it has?"""
    return word.is_marked and word.plain not in VARIED


@lru_cache(maxsize=2)
def _typed_bare(text: Text) -> frozenset[int]:
    """The words in passages without marks, of a message that has them elsewhere."""
    marks = bytes([word.is_marked for word in text.words])
    return frozenset(n for run in BARE.finditer(marks) for n in range(*run.span()))


def _as_phrase(row: Row) -> Phrase:
    written = written_of(row)
    return Phrase(row, tuple(map(marks, re.findall(r"\w+", written))), written.lower())


def written_of(row: Row) -> str:
    return next(iter(row.values()))
