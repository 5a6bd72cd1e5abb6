"""Weights: what windows speak for, as it was learned (`data/learned/names.tsv`).

Four weights, one for each part of a name, are one number, so that one addition adds four.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from sys import intern

from nlp.lexicon import DATA
from nlp.people.beads import MODES, PAD, Beads
from nlp.people.parts import PARTS, Ways, ways
from nlp.people.voices import Rest, Voices
from nlp.people.windows import ALONE, TOGETHER, nearby, some

LEARNED = DATA / "learned" / "names.tsv"
UNIT = 100  # a weight of 1 in the table
LANE = 15
HALF = 1 << LANE - 1
LANES = tuple(LANE * n for n in range(len(PARTS)))
# Where a weight counts from the middle of its lane, its top bit says: not below 0.
TOPS = sum(HALF << lane for lane in LANES)

Weights = Sequence[int]


@dataclass(frozen=True, slots=True)
class Model:
    """Packed weights of windows, and what parts weigh behind each other."""

    voices: Mapping[str, Voices]  # by the way of typing
    some: Mapping[str, int]
    ways: Ways

    def beside(self, row: Beads, at: int) -> int:
        """What is said at a bead beside words around it: by capitals, titles, the story."""
        voices = self.voices[row.mode]
        total = voices[row.beads[at + PAD]].story[row.is_of_death]
        if row.is_cased:
            total += voices.capitals[nearby(row, at)]
        signs = some(row, at)
        return (
            total + sum([self.some.get(sign, 0) for sign in signs]) if signs else total
        )


def packed(weights: Iterable[int]) -> int:
    return sum(w << lane for w, lane in zip(weights, LANES, strict=True))


def unpacked(total: int) -> Weights:
    return [(total + TOPS >> lane & 2 * HALF - 1) - HALF for lane in LANES]


@cache
def learned() -> Model:
    """The model as it was learned."""
    with LEARNED.open(encoding="utf-8") as table:
        return model(table)


def model(table: Iterable[str]) -> Model:
    """The model of a table: windows, and which part follows which (>)."""
    single: dict[str, dict[str, list[tuple[int, int]]]] = {name: {} for name in ALONE}
    joined: dict[str, dict[str, dict[Rest, int]]] = {name: {} for name in TOGETHER}
    others: dict[str, int] = {}
    follows: dict[tuple[int, int], int] = {}
    for line in islice(table, 2, None):
        sign, told = line.replace("\\n", "\n").split("\t")
        name = sign[0]
        if name == ">":
            follows[int(sign[1]), int(sign[2])] = int(told)
            continue
        weights = packed(map(int, told.split()))
        if name in single:
            step, _, window = sign[1:].partition(" ")
            single[name].setdefault(window, []).append((int(step), weights))
        elif name in joined:
            first, *rest = map(intern, sign[1:].split(" "))
            known = joined[name].setdefault(first, {})
            known[tuple(rest) if len(rest) > 1 else rest[0]] = weights
        else:
            others[sign] = weights
    voices = {mode: Voices(single, joined, others, mode) for mode in MODES}
    return Model(voices, others, ways(follows))
