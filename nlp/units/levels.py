"""One level of a chain, and what it needs around it to be a unit of ours."""

from dataclasses import dataclass
from enum import StrEnum

BOXED, COMPANY, BATTALION, REGIMENT, DIVISION = (
    0,
    3,
    4,
    6,
    7,
)  # sizes; a letter box is none of a chain


class Stands(StrEnum):
    """What a level needs around it if it has no neighbour (``standing.py``)."""

    ALONE = "alone"  # nothing
    WAR = "war"  # a message about the war
    LONG = "long"  # three digits, or else as TOLD
    CODE = "code"  # a message about the war, and two digits or a hint
    TOLD = "told"  # a word that says that a unit follows
    SAID = "said"  # the same; it may be two words
    CHAIN = "chain"  # it never stands alone


@dataclass(frozen=True, slots=True)
class Echelon:
    """One level of a chain, at a span of ``plain``."""

    start: int
    end: int
    size: int
    decoded: str
    stands: Stands
