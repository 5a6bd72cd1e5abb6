"""Phrases of a table by their letters: how far a text goes on with one, and which it means."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nlp.text import Text, marks

# Syllables of the highlands, whose marks everybody sets as he hears them.
VARIED = frozenset(["dak", "ea", "ia", "kong", "krong", "plei"])

PASSAGE = 7  # words one after another, all without marks: typed without them

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

    def fitting(self, text: Text, at: int) -> Match | None:
        """Do words with these letters mean one? Among marked words a bare one is bare."""
        words = text.words[at : at + self.all.length]
        is_bare = self.is_single and text.is_marked and not words[0].is_marked
        if is_bare and not _is_unmarked_there(text, at):
            bare = words[0].plain
            rows = tuple([one.row for one in self.several if one.lower == bare])
            return Match(self.all.length, rows) if rows else None
        told = [
            (n, word.marks)
            for n, word in enumerate(words)
            if word.is_marked and word.plain not in VARIED
        ]
        if not told:
            return self.all
        rows = tuple([one.row for one in self.several if _reads(one.marks, told)])
        return Match(self.all.length, rows) if rows else None


def ways(
    index: Mapping[str, Phrases],
    text: Text,
    at: int,
    between: tuple[str, ...],
) -> list[Phrases]:
    """What begins at word ``at``, as far as the next words go on with it."""
    words = text.words
    key = words[at].plain
    ways = [index[key]]
    for last in range(at, len(words) - 1):
        following = words[last + 1]
        if text.plain[words[last].end : following.start] not in between:
            break
        key = f"{key} {following.plain}"
        longer = index.get(key)
        if longer is None:
            break
        ways.append(longer)
    return ways


def _is_unmarked_there(text: Text, at: int) -> bool:
    """Is a passage without marks here, in a message that has them elsewhere?"""
    first = at
    while first and at - first < PASSAGE and not text.words[first - 1].is_marked:
        first -= 1
    passage = text.words[first : first + PASSAGE]
    return len(passage) == PASSAGE and not any(word.is_marked for word in passage)


def _as_phrase(row: Row) -> Phrase:
    written = written_of(row)
    return Phrase(row, tuple(map(marks, re.findall(r"\w+", written))), written.lower())


def written_of(row: Row) -> str:
    return next(iter(row.values()))


def _reads(marks: Sequence[str], told: Sequence[tuple[int, str]]) -> bool:
    """Are these its marks, as far as they are told?"""
    return all(marks[n] == mark for n, mark in told)
