"""A saying: what people say right before a name, as a pattern and words that it needs.

Dozens are asked at each name, and hardly any of their words stands there.
"""

import re
from dataclasses import dataclass

from nlp.text import MASKS

WORD = re.compile(rf"[a-z0-9]+|[{MASKS}]")


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a name, and its words."""

    plain: str
    words: frozenset[str]

    @classmethod
    def of(cls, plain: str) -> "Before":
        return cls(plain, frozenset(WORD.findall(plain)))


class Saying:
    """A pattern; whatever fits it has one of the words at least."""

    def __init__(self, words: str, pattern: str) -> None:
        self.words, self.pattern = frozenset(words.split()), re.compile(pattern)

    def ends(self, before: Before) -> re.Match[str] | None:
        """Is it said right before the name?"""
        if self.words.isdisjoint(before.words):
            return None
        return self.pattern.search(before.plain)
