"""Spelled: what a pattern of folded words can match, as strings with gaps in them.

Of a part that can match too much to be held, only the ends are, and of which words each
match of it has one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

GAP = "*"  # anything may stand here, also nothing
EDGE = "|"  # here a word begins or ends
MOST = 60  # strings
FREQUENT = frozenset({
    "a", "an", "anh", "ay", "ba", "bi", "bo", "cac", "cai", "chi", "cho", "chu", "co", "con",
    "cua", "da", "dau", "de", "den", "di", "do", "duoc", "em", "gi", "hai", "hoi", "khi",
    "khong", "la", "lai", "len", "luc", "ma", "me", "mot", "nam", "nay", "ngay", "nguoi",
    "nha", "nhu", "no", "o", "ong", "ra", "roi", "so", "tai", "ten", "thang", "thay", "the",
    "thi", "toi", "trong", "tu", "tui", "va", "vao", "ve", "voi", "xa",
})  # fmt: skip
DEAR = 6  # so much worse is a word that stands in many messages
WHOLE = re.compile(r"(?<![a-z0-9*])[a-z0-9]+(?![a-z0-9*])")
LAST = re.compile(r".*([^a-z0-9*][a-z0-9*]*)", re.DOTALL)

APART = re.compile(r"[^a-z0-9*]")

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of a pattern can match; `words`: every match has one of these."""

    strings: frozenset[str]
    words: Words | None = None

    @property
    def begins_apart(self) -> bool:
        """Return whether no letter of a word is what it begins with."""
        return all(map(APART.match, self.strings))

    @property
    def ends_apart(self) -> bool:
        """Return whether what follows begins a word."""
        return all(APART.match(one[-1:]) for one in self.strings)

    def then(self, other: "Part") -> "Part":
        """Return this part with another behind it."""
        more = len(other.strings)
        is_much = more > 1 and more * len(self.strings) > MOST
        before = self._ends() if is_much else self
        strings = frozenset([a + b for a in before.strings for b in other.strings])
        return Part(strings, rarer(before.words, other.words))

    def repeated(self, least: int, most: int) -> "Part":
        """Return the part so many times over; more than twice is as good as twice."""
        strings = set() if least else {""}
        if most and least < 2:
            strings |= self.strings
        if most > 1:
            tails = {_last(one) for one in self.strings}
            strings |= {one + GAP + tail for one in self.strings for tail in tails}
        return Part(frozenset(strings), self.words if least else None)

    def cover(self) -> Words | None:
        """Return words of which every match has one; None where no word is sure."""
        outside = frozenset(f"{GAP}{one}{GAP}" for one in self.strings)
        return rarer(self.words, _cover(outside))

    def _ends(self) -> "Part":
        ends = frozenset(one[:1] + GAP + _last(one) for one in self.strings)
        return Part(ends, self.cover())


def one(string: str) -> Part:
    return Part(frozenset({string}))


def either(parts: Iterable[Part]) -> Part:
    """Return what any of the parts can match."""
    several = tuple(parts)
    if len(several) == 1:
        return several[0]
    strings = frozenset[str]().union(*(part.strings for part in several))
    if all(part.words is None for part in several):
        return Part(strings)
    return Part(strings, reduce(_both, (part.cover() for part in several)))


def rarer(words: Words | None, others: Words | None) -> Words | None:
    """Return the words that fewer messages have."""
    if words is None or others is None:
        return words or others
    return min(words, others, key=lambda known: sum(map(_price, known)))


def _both(words: Words | None, others: Words | None) -> Words | None:
    return None if words is None or others is None else words | others


def _last(string: str) -> str:
    """Return the last word of it, and what that stands apart by."""
    last = LAST.match(string)
    return last[1] if last else string


def _cover(strings: Iterable[str]) -> Words | None:
    """Return few and rare words, one of each string; None if one has none."""
    left = [frozenset(WHOLE.findall(string)) for string in strings]
    if not all(left):
        return None
    chosen: set[str] = set()
    while left:
        counts: dict[str, int] = {}
        for words in left:
            for word in words:
                counts[word] = counts.get(word, 0) + 1
        best = max(counts, key=lambda word: (counts[word] / _price(word), word))
        chosen.add(best)
        left = [words for words in left if best not in words]
    return frozenset(chosen)


def _price(word: str) -> int:
    return DEAR if word in FREQUENT else 1
