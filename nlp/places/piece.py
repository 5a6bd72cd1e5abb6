"""Piece: one level of a place, and what it needs around it to be one.

Without capitals "hoa binh" is a province only where something says so.
"""

import re
from dataclasses import dataclass
from enum import Enum

from nlp.lexicon import Row
from nlp.places.gazetteer import LANDMARK
from nlp.text import Text

# What stands between two levels of one place.
GLUE = re.compile(
    r" {0,2}(?:\(?cu\)? {0,2})?(?:[,\-/(]| thuoc| cua)? {0,2}(?:thuoc )?"
    r"(?:phia )?(?:(?:bac|nam|dong|tay) )?"
)


class Stands(Enum):
    """What a piece needs around it."""

    ALONE = "nothing"
    WHERE = "a word that says where"
    NEAR = "a word that says where, or near what"
    INSIDE = "a smaller piece before it"
    BEFORE = "its own name in the next piece"


@dataclass(frozen=True, slots=True)
class Piece:
    """One level of a place, at a span of ``plain``."""

    start: int
    end: int
    length: int  # in words
    size: int
    norm: str
    today: frozenset[str] = frozenset()
    stands: Stands = Stands.ALONE
    name: str = ""
    bearers: tuple[Row, ...] = ()  # the communes that it can be

    @classmethod
    def over(
        cls,
        text: Text,
        at: int,
        length: int,
        size: int,
        norm: str,
        today: frozenset[str] = frozenset(),
        stands: Stands = Stands.ALONE,
        name: str = "",
        bearers: tuple[Row, ...] = (),
    ) -> "Piece":
        """The piece that takes so many words from ``at`` on."""
        start, end = text.words[at].start, text.words[at + length - 1].end
        size = max(size, LANDMARK)
        return cls(start, end, length, size, norm, today, stands, name, bearers)

    @property
    def worth(self) -> tuple[bool, int]:
        """A known name beats a guess ("Khe Sanh" is no creek), then the longer wins."""
        return bool(self.today) or self.stands is Stands.ALONE, self.length
