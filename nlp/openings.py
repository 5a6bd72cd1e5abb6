"""Openings: the phrases that begin at each word of a text, of all tables in one walk.

Most words begin none, and grammars ask of each word for table after table.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from nlp.alike import Phrases
from nlp.text import Text

# By table, its phrases that begin at some word, the longest first.
Ways = Mapping[str, tuple[Phrases, ...]]

# Between the words of a name that we know: Cam-pu-chia, Krông H'năng, Q.Trị.
INSIDE = frozenset([" ", "  ", "/", "-", "'", "."])
NOTHING: Ways = {}


class Opening(NamedTuple):
    """What begins with some words, and by the next word what begins with one more."""

    ways: Ways
    onward: dict[str, "Opening"]

    def and_with(self, whole: Mapping[str, Phrases]) -> "Opening":
        """With one word more, which makes these phrases whole."""
        longer = {
            table: (phrases, *self.ways.get(table, ()))
            for table, phrases in whole.items()
        }
        return Opening({**self.ways, **longer} if longer else self.ways, {})


@dataclass(frozen=True, slots=True)
class Begun:
    """By where a word begins, what begins with it; and all tables that have any of it."""

    ways: Mapping[int, Ways]
    tables: Set[str]
    asked: dict[Set[str], Set[int]] = field(default_factory=dict)

    def starts(self, tables: frozenset[str]) -> Set[int]:
        """Where phrases of any of these begin."""
        if tables not in self.asked:
            self.asked[tables] = frozenset(self._starts(tables))
        return self.asked[tables]

    def _starts(self, tables: frozenset[str]) -> Iterator[int]:
        if not tables.isdisjoint(self.tables):
            for start, ways in self.ways.items():
                if not tables.isdisjoint(ways):
                    yield start


def openings(tables: Mapping[str, Mapping[str, Phrases]]) -> Opening:
    """What begins before any word, of the phrases of tables by their folded words."""
    whole: defaultdict[str, dict[str, Phrases]] = defaultdict(dict)
    for table, several in tables.items():
        for key, phrases in several.items():
            whole[key][table] = phrases
    heads = {key[: blank.start()] for key in whole for blank in re.finditer(" ", key)}
    found = {"": Opening(NOTHING, {})}
    for key in sorted(heads | whole.keys()):  # what begins a phrase comes before it
        head, _, word = key.rpartition(" ")
        shorter = found[head]
        found[key] = shorter.onward[word] = shorter.and_with(whole.get(key, {}))
    return found[""]


def begun(text: Text, known: Opening) -> Begun:
    """What begins at the words of a whole message, by its letters."""
    words, plain, last = text.words, text.plain, len(text.words) - 1
    ways: dict[int, Ways] = {}
    for at, word in enumerate(words):
        opening = known.onward.get(word.plain)
        if opening is None:
            continue
        while at < last and (longer := opening.onward.get(words[at + 1].plain)):
            if plain[words[at].end : words[at + 1].start] not in INSIDE:
                break
            opening, at = longer, at + 1
        ways[word.start] = opening.ways
    return Begun(ways, frozenset().union(*ways.values()))
