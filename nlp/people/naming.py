"""Naming: which beads of a message are a person's name, by a model that read many tips.

A linear chain: what stands at a bead and around it (``windows``) speaks for each part
that it can have in a name, and parts follow each other as they do in names. How it
learned: the first line of `data/learned/names.tsv`; how well it reads and where it
fails: `docs/reading.md`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from types import MappingProxyType

from nlp.entity import Span
from nlp.lexicon import DATA, Lexicon
from nlp.people.beads import PAD, Beads, beads
from nlp.people.windows import ALONE, alone, joined
from nlp.text import Text

LEARNED = DATA / "learned" / "names.tsv"
UNIT = 100  # a weight of 1 in the table
NO, FIRST, INNER, LAST, WHOLE = range(5)  # what part of a name a bead is
PARTS = (FIRST, INNER, LAST, WHOLE)
OPEN, WITHIN = (NO, LAST, WHOLE), (FIRST, INNER)
PRECEDING = ((NO, OPEN), (FIRST, OPEN), (INNER, WITHIN), (LAST, WITHIN), (WHOLE, OPEN))
NEVER = -(10**6)
# Less for every part, by words alone and by all: the bead is of no name.
LIKELY, LEAST = -2.5 * UNIT, -3 * UNIT
# Four weights are one number, so that one addition adds four.
LANE = 15
HALF = 1 << LANE - 1
LANES = tuple(LANE * n for n in range(len(PARTS)))
MIDST = sum(HALF << lane for lane in LANES)

Weights = Sequence[int]
Heard = Sequence[tuple[int, int]]  # steps, and packed weights


@dataclass(frozen=True, slots=True)
class Model:
    """Packed weights of windows, those ``alone`` by sort and step; ``follows`` by parts."""

    alone: Mapping[str, Mapping[str, Heard]]
    joined: Mapping[str, int]
    follows: Mapping[tuple[int, int], int]


def named(
    text: Text, lexicon: Lexicon, is_of_death: bool, by: Model | None = None
) -> Iterator[Span]:
    """Spans of ``plain`` that are names, in order."""
    row, by = beads(text, lexicon, is_of_death), by or learned()
    run: list[Weights] = []
    for at, weights in enumerate(chain(_weights(row, by), [()])):
        if weights:
            run.append(weights)
        elif run:
            yield from _names(row, by, at - len(run), run)
            run = []


def _weights(row: Beads, by: Model) -> Iterator[Weights]:
    """For each bead what all windows weigh for each part; nothing if it is of no name."""
    known = by.joined
    for at, total in enumerate(_alone(row, by)):
        if row.is_apart(at) or max(_unpacked(total)) < LIKELY:
            yield ()
            continue
        total += sum([known[w] for w in joined(row, at) if w in known])
        weights = _unpacked(total)
        yield weights if max(weights) > LEAST else ()


def _alone(row: Beads, by: Model) -> Sequence[int]:
    """For each bead the packed sum of what words say for themselves."""
    sums = [MIDST] * (len(row.spans) + 4 * PAD)  # some are heard beyond the ends
    for name, windows in alone(row).items():
        heard = by.alone[name]
        for n, window in enumerate(windows, PAD):
            if window in heard:
                for step, packed in heard[window]:
                    sums[n + step] += packed
    return sums[2 * PAD : len(sums) - 2 * PAD]


def _unpacked(total: int) -> Weights:
    return [(total >> lane & 2 * HALF - 1) - HALF for lane in LANES]


def _names(row: Beads, by: Model, first: int, run: Sequence[Weights]) -> Iterator[Span]:
    """The names among the beads from ``first`` on, none of which reaches over their ends."""
    begun = 0
    for at, part in enumerate(_best(run, by), first):
        if part in (FIRST, WHOLE):
            begun = at
        if part in (LAST, WHOLE) and any(map(row.is_word, range(begun, at + 1))):
            yield row.spans[begun][0], row.spans[at][1]


def _best(weights: Sequence[Weights], by: Model) -> list[int]:
    """The parts, one for each bead, that together weigh most; no name goes on beyond."""
    sums = [0, NEVER, NEVER, NEVER, NEVER]
    steps: list[list[int]] = []
    for each in weights:
        steps.append([])
        sums = [
            total + weight
            for total, weight in zip(
                _onwards(sums, by, steps[-1]), (0, *each), strict=True
            )
        ]
    ends = [sums[part] + by.follows[part, NO] for part in OPEN]
    part = OPEN[ends.index(max(ends))]
    parts: list[int] = []
    for step in reversed(steps):
        parts.append(part)
        part = step[part]
    return parts[::-1]


def _onwards(sums: Sequence[int], by: Model, step: list[int]) -> Iterator[int]:
    """For each part the most before it, from a part that is noted in ``step``."""
    for part, befores in PRECEDING:
        most, best = max((sums[b] + by.follows[b, part], -b) for b in befores)
        step.append(-best)
        yield most


@cache
def learned() -> Model:
    """The model as it was learned."""
    return model(LEARNED.read_text("utf-8").splitlines())


def model(table: Iterable[str]) -> Model:
    """The model of a table: windows, and which part follows which (>)."""
    single: dict[str, dict[str, list[tuple[int, int]]]] = {name: {} for name in ALONE}
    several: dict[str, int] = {}
    follows: dict[tuple[int, int], int] = {}
    for line in islice(table, 2, None):
        sign, told = line.replace("\\n", "\n").split("\t")
        if sign[0] == ">":
            follows[int(sign[1]), int(sign[2])] = int(told)
            continue
        weights = zip(map(int, told.split()), LANES, strict=True)
        packed = sum(weight << lane for weight, lane in weights)
        if sign[0] in single:
            step, _, window = sign[1:].partition(" ")
            single[sign[0]].setdefault(window, []).append((int(step), packed))
        else:
            several[sign] = packed
    return Model(
        MappingProxyType(single), MappingProxyType(several), MappingProxyType(follows)
    )
