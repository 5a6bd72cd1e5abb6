"""The same tip as five typists send it, with its annotation carried along.

What is said stays the same, so norms do; only a person's is as written there.
"""

import random
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from nlp.entity import Kind
from tests.reading.markup import Gold, Tip
from tests.reading.telegraphic import shortened

SEED = 1


@dataclass(frozen=True, slots=True)
class Edit:
    """Other words for a span of the text; none reaches over an entity's edge."""

    start: int
    end: int
    words: str


def as_written(tip: Tip) -> Tip:
    return tip


def lower(tip: Tip) -> Tip:
    return _lettered(tip, str.lower)


def unmarked(tip: Tip) -> Tip:
    return _named(_lettered(tip, bare))


def lower_unmarked(tip: Tip) -> Tip:
    return lower(unmarked(tip))


def telegraphic(tip: Tip) -> Tip:
    """Short as an SMS: abbreviations, few stops, often no marks and no capitals."""
    chance = random.Random(f"{SEED}:{tip.name}")  # noqa: S311 - the same each time
    edits = [Edit(*edit) for edit in shortened(tip, chance)]
    typists = (as_written, lower, unmarked, lower_unmarked, lower_unmarked)
    return chance.choice(typists)(edited(tip, edits))


RENDERINGS: dict[str, Callable[[Tip], Tip]] = {
    "as written": as_written,
    "lower case": lower,
    "no marks": unmarked,
    "lower, no marks": lower_unmarked,
    "telegraphic": telegraphic,
}


def bare(letters: str) -> str:
    """The same letters without their marks."""
    plain = letters.replace("đ", "d").replace("Đ", "D")
    decomposed = unicodedata.normalize("NFD", plain)
    kept = (c for c in decomposed if unicodedata.category(c) != "Mn")
    return unicodedata.normalize("NFC", "".join(kept))


def edited(tip: Tip, edits: Iterable[Edit]) -> Tip:
    """The tip with these words in place of its own; spans move along."""
    pieces: list[str] = []
    ends: list[int] = []
    growths = [0]
    at = 0
    for edit in sorted(edits, key=lambda e: e.start):
        pieces += (tip.text[at : edit.start], edit.words)
        at = edit.end
        ends.append(at)
        growths.append(growths[-1] + len(edit.words) - edit.end + edit.start)

    def moved(gold: Gold) -> Gold:
        start, end = (
            e + growths[bisect_right(ends, e)] for e in (gold.start, gold.end)
        )
        return replace(gold, start=start, end=end)

    text = "".join(pieces) + tip.text[at:]
    return Tip(tip.name, text, tuple(map(moved, tip.gold)))


def _lettered(tip: Tip, change: Callable[[str], str]) -> Tip:
    changed = ((at, letter, change(letter)) for at, letter in enumerate(tip.text))
    return edited(
        tip, [Edit(at, at + 1, new) for at, old, new in changed if new != old]
    )


def _named(tip: Tip) -> Tip:
    """The tip with its people's names as they stand there."""
    return replace(tip, gold=tuple(_without_marks(gold) for gold in tip.gold))


def _without_marks(gold: Gold) -> Gold:
    is_name = gold.kind is Kind.PERSON and gold.norm is not None
    return replace(gold, norm=bare(gold.norm or "")) if is_name else gold
