"""What readers found in the texts of a conversation after its turn was over."""

from dataclasses import dataclass
from typing import Literal

from nlp.entity import Entity


@dataclass(frozen=True, slots=True)
class Whole:
    """What one text of a conversation names, read to its end.

    `characters` is its length when it was read: a text that grew meanwhile is another.
    """

    where: str
    characters: int
    found: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Reread:
    """A job has read on what was too long to be read before its turn."""

    texts: tuple[Whole, ...]
    kind: Literal["reread"] = "reread"
