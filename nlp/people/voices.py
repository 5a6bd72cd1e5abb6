"""Voices: what beads say for the parts of names around them, by the weights of windows.

Alone a bead says the same wherever it stands, and so do the windows that it begins: both
are looked up once for all beads of its like.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat
from operator import itemgetter
from typing import NamedTuple

from nlp.memo import Memo
from nlp.people.beads import PAD, Bead
from nlp.people.windows import PARTS, TOGETHER, Near, alone, capitals, in_story

REACH = 2  # steps in which all lies that stands together
AROUND = 2 * REACH + 1

Steps = Sequence[tuple[int, int]]  # how far it is heard, and packed weights
Rest = str | tuple[str, ...]  # one part of a window, or several
Begun = Mapping[Rest, int]
NOTHING: Begun = {}


class Voice(NamedTuple):
    """What it says alone, by steps from ``-PAD`` on; of windows that it begins, the rests.

    ``story`` has what its kind says in no story of death, and in one.
    """

    alone: Sequence[int]
    begun: Sequence[Begun]
    story: tuple[int, int]


class Voices(Memo[Bead, Voice]):
    """What beads say in one way of typing."""

    def __init__(
        self,
        single: Mapping[str, Mapping[str, Steps]],
        joined: Mapping[str, Mapping[str, Begun]],
        some: Mapping[str, int],
        mode: str,
    ) -> None:
        super().__init__()
        self.single, self.some, self.mode = single, some, mode
        self.capitals = Capitals(some, mode)
        firsts = (
            (name, PARTS.index(part)) for name, ((_, part), *_) in TOGETHER.items()
        )
        self._firsts = [(joined[name], part) for name, part in firsts]

    def find(self, asked: Bead) -> Voice:
        peace, death = (in_story(asked, is_of_death) for is_of_death in (False, True))
        story = self.some.get(peace, 0), self.some.get(death, 0)
        return Voice(self._alone(asked), self._begun(asked), story)

    def _alone(self, bead: Bead) -> Sequence[int]:
        sums = [0] * (2 * PAD + 1)
        for name, window in alone(bead, self.mode).items():
            for step, weights in self.single[name].get(window, ()):
                sums[PAD + step] += weights
        return tuple(sums)

    def _begun(self, bead: Bead) -> Sequence[Begun]:
        parts = bead.parts
        return tuple([begun.get(parts[n], NOTHING) for begun, n in self._firsts])


class Capitals(Memo[Near, int]):
    """What capitals say in one way of typing."""

    def __init__(self, some: Mapping[str, int], mode: str) -> None:
        super().__init__()
        self.some, self.mode = some, mode

    def find(self, asked: Near) -> int:
        return sum([self.some.get(w, 0) for w in capitals(asked, self.mode)])


def heard_alone(voices: Sequence[Voice]) -> Iterator[int]:
    """For each bead, those of nothing left out, what all around say for themselves."""
    steps = enumerate(zip(*[voice.alone for voice in voices], strict=True))
    return map(sum, zip(*(said[2 * PAD - n :] for n, said in steps), strict=False))


class Together:
    """What stands together in a row: to be asked for one bead after the other."""

    def __init__(self, row: Sequence[Bead], voices: Sequence[Voice]) -> None:
        self._parts = [*chain.from_iterable([bead.parts for bead in row])]
        self._begun = [*chain.from_iterable([voice.begun for voice in voices])]

    def heard(self, at: int) -> int:
        """What all windows of several beads say for this one."""
        first, end = at + PAD - REACH, at + PAD + REACH + 1
        begun = _BEGUN(self._begun[first * len(TOGETHER) : end * len(TOGETHER)])
        parts = self._parts[first * len(PARTS) : end * len(PARTS)]
        return sum(map(_get, begun, [rest(parts) for rest in _RESTS], repeat(0)))


def _place(step: int, part: str) -> int:
    return (REACH + step) * len(PARTS) + PARTS.index(part)


_get = dict[Rest, int].get
_BEGUN = itemgetter(
    *(
        (REACH + first[0]) * len(TOGETHER) + n
        for n, (first, *_) in enumerate(TOGETHER.values())
    )
)
_RESTS = [
    itemgetter(*(_place(*part) for part in rest)) for _, *rest in TOGETHER.values()
]
