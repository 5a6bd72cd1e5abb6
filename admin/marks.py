"""A text cut where marked words begin and end, so that a page can light them up."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and the keys whose words it belongs to."""

    text: str
    keys: tuple[str, ...]


def cut(text: str, words: Iterable[tuple[str, str]]) -> tuple[Piece, ...]:
    """Return the whole text in pieces; words that are not in it mark nothing."""
    spans = [
        (key, start, start + len(said))
        for key, said in words
        if said and (start := text.find(said)) >= 0
    ]
    ends = sorted({0, len(text), *(at for _, *span in spans for at in span)})
    return tuple(
        Piece(text[start:end], tuple(k for k, a, b in spans if a <= start and end <= b))
        for start, end in pairwise(ends)
    )
