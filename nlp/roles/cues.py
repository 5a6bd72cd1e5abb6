"""Cues: the words around a name, a date or a place that say whose and what it is.

"sinh", "hy sinh", "quê" stand before what they speak of; the nearest one in the same
sentence wins. The table ``cues.tsv`` has the phrase, the kind it speaks of, the role,
and ``-`` for a phrase that only looks like a cue ("học sinh" is no birth).
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from nlp.entity import Kind
from nlp.lexicon import Lexicon
from nlp.text import Text

STOP = re.compile(r"[.!?;](?=\s|$)|\n")
NO_CUE = "-"


class Cue(NamedTuple):
    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one kind in one text, in order; spans are of ``plain``."""

    cues: tuple[Cue, ...]
    stops: tuple[int, ...]

    def before(self, at: int, reach: int) -> Cue | None:
        """The nearest one of the same sentence that ends before ``at``."""
        n = bisect_right(self.cues, at, key=_end) - 1
        if n < 0:
            return None
        cue = self.cues[n]
        return cue if at - cue.end <= reach and not self._part(cue.end, at) else None

    def after(self, at: int, reach: int, roles: tuple[str, ...]) -> Cue | None:
        """The nearest one with such a role after ``at``, in whatever sentence."""
        n = bisect_left(self.cues, at, key=_start)
        while n < len(self.cues) and self.cues[n].start - at <= reach:
            if self.cues[n].role in roles:
                return self.cues[n]
            n += 1
        return None

    def _part(self, start: int, end: int) -> bool:
        """Does a sentence end between the two?"""
        return bisect_left(self.stops, start) < bisect_left(self.stops, end)


def cues(text: Text, lexicon: Lexicon, kind: Kind) -> Cues:
    spotted: list[Cue] = []
    done = 0
    for at in lexicon.places("cues", text):
        match = lexicon.longest("cues", text, at) if at >= done else None
        if match is None:
            continue
        span = text.words[at].start, text.words[at + match.length - 1].end
        rows = (row for row in match.rows if row["kind"] in (kind, NO_CUE))
        # In the table's order: that of a set would be another in every process.
        roles = dict.fromkeys(row["role"] for row in rows)
        spotted += [Cue(*span, role) for role in roles if role != NO_CUE]
        done = at + match.length
    return Cues(
        tuple(spotted), tuple(stop.start() for stop in STOP.finditer(text.plain))
    )


def _start(cue: Cue) -> int:
    return cue.start


def _end(cue: Cue) -> int:
    return cue.end
