"""How many of the things that a person reads were read, exactly or in part.

Spans of one kind are paired one to one, the largest overlap first. What is optional
costs nothing when it is missed, nor does a reading that only touches it. The value and
the role are judged where spans overlap. A rate of nothing at all is None.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from nlp.entity import Entity, Kind
from nlp.text import fold
from tests.reading.comparing import holds, is_value
from tests.reading.markup import Gold, Tip

Read = tuple[Entity, ...]


@dataclass(slots=True)
class Tally:
    """What was counted of one kind, or of several together."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    overlap: int = 0
    value: int = 0
    roles: int = 0
    role: int = 0
    coded: int = 0
    held: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, n) + getattr(other, n) for n in self.__slots__))

    @property
    def exact_f1(self) -> float | None:
        return _f1(self.exact, self.gold, self.found)

    @property
    def overlap_f1(self) -> float | None:
        return _f1(self.overlap, self.gold, self.found)

    @property
    def value_f1(self) -> float | None:
        """Found, and with the right value."""
        return _f1(self.value, self.gold, self.found)

    @property
    def value_share(self) -> float | None:
        """Right values among those found."""
        return _share(self.value, self.overlap)

    @property
    def role_share(self) -> float | None:
        return _share(self.role, self.roles)

    @property
    def held_share(self) -> float | None:
        return _share(self.held, self.coded)


@dataclass(slots=True)
class Confusion:
    """A thing that was read otherwise: what a person reads, what was read instead."""

    tip: Tip
    gold: Gold | None
    found: Entity | None
    what: str

    @property
    def either(self) -> Gold | Entity:
        """What is there of the two."""
        either = self.gold or self.found
        assert either is not None
        return either


@dataclass(slots=True)
class Score:
    """`taken` are roles taken for others: kind, what it is, what was read."""

    tallies: dict[Kind, Tally] = field(
        default_factory=lambda: {k: Tally() for k in Kind}
    )
    confusions: list[Confusion] = field(default_factory=list)
    taken: Counter[tuple[Kind, str, str | None]] = field(default_factory=Counter)

    def add(self, tip: Tip, read: Read) -> None:
        """Count one tip in."""
        is_bare = fold(tip.text) == tip.text.lower()
        for kind, tally in self.tallies.items():
            wanted = [g for g in tip.gold if g.kind is kind and not g.is_optional]
            spare = [g for g in tip.gold if g.kind is kind and g.is_optional]
            found = [
                e for e in read if e.kind is kind and not _spared(e, wanted, spare)
            ]
            tally.gold += len(wanted)
            tally.found += len(found)
            tally.exact += len(list(pairs(wanted, found, is_exact=True)))
            touching = list(pairs(wanted, found, is_exact=False))
            tally.overlap += len(touching)
            for gold, entity in touching:
                self._judge(tip, gold, entity, is_bare)
            self._note_unpaired(tip, wanted, found, touching)

    def _judge(self, tip: Tip, gold: Gold, found: Entity, is_bare: bool) -> None:
        tally = self.tallies[gold.kind]
        is_right = is_value(gold, found, is_bare)
        tally.value += is_right
        tally.roles += gold.role is not None
        tally.role += gold.role is not None and gold.role == found.role
        if gold.role not in (None, found.role):
            self.taken[gold.kind, gold.role, found.role] += 1
        tally.coded += bool(gold.codes)
        tally.held += bool(gold.codes) and holds(gold, found)
        wrong = {
            "span": (gold.start, gold.end) != found.span,
            "value": not is_right,
            "role": gold.role not in (None, found.role),
            "candidates": bool(gold.codes) and not holds(gold, found),
        }
        if what := ", ".join(name for name, is_so in wrong.items() if is_so):
            self.confusions.append(Confusion(tip, gold, found, what))

    def _note_unpaired(
        self,
        tip: Tip,
        wanted: Sequence[Gold],
        found: Sequence[Entity],
        touching: Sequence[tuple[Gold, Entity]],
    ) -> None:
        met, used = ({id(pair[n]) for pair in touching} for n in (0, 1))
        self.confusions += [
            Confusion(tip, gold, None, "missed")
            for gold in wanted
            if id(gold) not in met
        ]
        self.confusions += [
            Confusion(tip, None, entity, "false")
            for entity in found
            if id(entity) not in used
        ]

    @property
    def roles(self) -> float | None:
        """Of persons, dates and places together."""
        kinds = (Kind.PERSON, Kind.DATE, Kind.PLACE)
        return sum((self.tallies[kind] for kind in kinds), Tally()).role_share


def score(tips: Iterable[Tip], reads: Iterable[Read]) -> Score:
    counted = Score()
    for tip, read in zip(tips, reads, strict=True):
        counted.add(tip, read)
    return counted


def alarms(reads: Iterable[Read]) -> tuple[float, Counter[Kind]]:
    """False alarms a message, where nothing should be found; and of which kinds."""
    several = list(reads)
    kinds = Counter(entity.kind for read in several for entity in read)
    return kinds.total() / max(len(several), 1), kinds


def pairs(
    wanted: Sequence[Gold], found: Sequence[Entity], is_exact: bool
) -> Iterator[tuple[Gold, Entity]]:
    """One to one, the largest overlap first."""
    meetings = sorted(
        (
            (-common, w, f)
            for w, gold in enumerate(wanted)
            for f, entity in enumerate(found)
            if (common := _common(gold, entity))
            and (not is_exact or entity.span == (gold.start, gold.end))
        ),
    )
    met: set[int] = set()
    used: set[int] = set()
    for _, w, f in meetings:
        if w not in met and f not in used:
            met.add(w)
            used.add(f)
            yield wanted[w], found[f]


def _spared(entity: Entity, wanted: Sequence[Gold], spare: Sequence[Gold]) -> bool:
    """Does it touch only what may be missed?"""
    is_wanted = any(_common(gold, entity) for gold in wanted)
    return not is_wanted and any(_common(gold, entity) for gold in spare)


def _common(gold: Gold, entity: Entity) -> int:
    return max(0, min(gold.end, entity.end) - max(gold.start, entity.start))


def _f1(right: int, gold: int, found: int) -> float | None:
    return _share(2 * right, gold + found)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
