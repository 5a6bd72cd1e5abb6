"""The cue phrases of a message (`cues.tsv`), those of all kinds in one walk.

The nearest one before and behind an entity counts, and the nearest that is of its kind.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.entity import Kind, Span
from nlp.lexicon import Lexicon
from nlp.text import Text

MOST, REACH = 4, 150  # cues, characters
STEPS = (11, 23, 35, 69)  # characters: how near it is
PARTING = (". ", "\n")


@dataclass(frozen=True, slots=True)
class Said:
    """`says` are kinds and roles of the cue at each span of ``plain``."""

    starts: Sequence[int]
    ends: Sequence[int]
    says: Sequence[Sequence[tuple[str, str]]]

    def around(self, kind: Kind, span: Span, plain: str) -> Iterator[str]:
        behind = bisect_left(self.starts, span[1])
        before = bisect_left(self.starts, span[0]) - 1
        yield from self._signs(
            "-", range(before, max(-1, before - MOST), -1), kind, span, plain
        )
        after = range(behind, min(len(self.starts), behind + MOST))
        yield from self._signs("+", after, kind, span, plain)

    def _signs(
        self, side: str, cues: range, kind: Kind, span: Span, plain: str
    ) -> Iterator[str]:
        is_met = False
        for number in cues:
            start, end = (
                (self.ends[number], span[0])
                if side == "-"
                else (span[1], self.starts[number])
            )
            if end - start >= REACH:
                return
            gap = plain[start:end]
            parted = "|" if any(stop in gap for stop in PARTING) else ""
            nearness = sum(len(gap) > step for step in STEPS)
            for of, role in self.says[number]:
                if number == cues.start:
                    yield f"{side}c{of}:{role}{parted}"
                    yield f"{side}c{of}:{role}{nearness}{parted}"
                if of == kind and not is_met:
                    is_met = True
                    yield f"{side}k{role}{parted}"
                    yield f"{side}k{role}{nearness}{parted}"


def said(text: Text, lexicon: Lexicon) -> Said:
    words = text.words
    starts: list[int] = []
    ends: list[int] = []
    says: list[list[tuple[str, str]]] = []
    at = 0
    while at < len(words):
        match = lexicon.longest("cues", text, at)
        if match:
            starts.append(words[at].start)
            ends.append(words[at + match.length - 1].end)
            says.append([(row["kind"], row["role"]) for row in match.rows])
        at += match.length if match else 1
    return Said(starts, ends, says)
