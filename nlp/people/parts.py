"""Parts: what beads can be of a name, and how those of a row follow each other."""

from collections.abc import Mapping, Sequence

NO, FIRST, INNER, LAST, WHOLE = range(5)
PARTS = (FIRST, INNER, LAST, WHOLE)
OPEN, WITHIN = (NO, LAST, WHOLE), (FIRST, INNER)
PRECEDING = ((NO, OPEN), (FIRST, OPEN), (INNER, WITHIN), (LAST, WITHIN), (WHOLE, OPEN))
NEVER = -(10**6)

# Of each part: the parts that can stand before it, and what it weighs behind them.
Ways = Sequence[Sequence[tuple[int, int]]]


def ways(follows: Mapping[tuple[int, int], int]) -> Ways:
    return [[(b, follows[b, part]) for b in befores] for part, befores in PRECEDING]


def best(weights: Sequence[Sequence[int]], ways: Ways) -> list[int]:
    """The parts, one for each bead, that together weigh most; no name goes on beyond."""
    sums = [0, NEVER, NEVER, NEVER, NEVER]
    steps: list[list[tuple[int, int]]] = []
    for own in weights:
        # The most that leads to each part, and less the part before it.
        step = [max([(sums[b] + weight, -b) for b, weight in way]) for way in ways]
        sums = [most + w for (most, _), w in zip(step, (0, *own), strict=True)]
        steps.append(step)
    _, less = max([(sums[b] + weight, -b) for b, weight in ways[NO]])
    parts = [-less]
    for step in reversed(steps[1:]):
        parts.append(-step[parts[-1]][1])
    return parts[::-1]
