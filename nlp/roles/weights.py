"""What a thing seen is worth for each role: the learned table, and sums of it made once.

The weights of a sign for all roles of a kind are one whole number, a lane of bits a
role, so that what speaks for each role is added up in one sum.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from nlp.entity import Kind
from nlp.lexicon import DATA
from nlp.memo import Memo
from nlp.roles.signs import Seen, Thing, signs

LEARNED = DATA / "learned" / "roles.tsv"
ROLES: Mapping[Kind, Sequence[str]] = {
    Kind.PERSON: ("martyr", "other", "relative", "witness"),
    Kind.PLACE: ("burial", "death", "hometown", "other", "residence"),
    Kind.DATE: ("born", "died", "enlisted", "other"),
}
UNIT = 100  # a weight of 1 in the table
LANE = 24  # bits
HALF, ALL = 1 << LANE - 1, (1 << LANE) - 1


class Weights(dict[str, "Place"]):
    """By where it is seen, what it is worth for a kind that rules give a role."""

    def __init__(self, kind: Kind, role: str) -> None:
        super().__init__()
        self.kind, self.role = kind, role

    def __missing__(self, where: str) -> "Place":
        self[where] = place = Place(where, self)
        return place

    def total(self, seen: Seen) -> int:
        worth = 0
        for where, what in seen:
            worth += sum(map(self[where].__getitem__, what))
        return worth


class Place(Memo[Thing, int]):
    """By what is seen in one place its worth."""

    most = 1_000  # there are hundreds of places

    def __init__(self, where: str, weights: Weights) -> None:
        super().__init__()
        self.where, self.kind, self.role = where, weights.kind, weights.role
        self.table = learned()[weights.kind]

    def find(self, asked: Thing) -> int:
        spelled = signs(self.where, asked, self.kind, self.role)
        return sum([self.table.get(sign, 0) for sign in spelled])


@cache
def weights(kind: Kind, role: str) -> Weights:
    return Weights(kind, role)


@cache
def learned() -> Mapping[Kind, Mapping[str, int]]:
    """By kind and sign what the sign is worth for the kind's roles, in lanes."""
    found: dict[Kind, dict[str, int]] = {kind: {} for kind in ROLES}
    for line in LEARNED.read_text("utf-8").splitlines()[2:]:
        kind, sign, worth = line.split("\t")
        lanes = enumerate(map(int, worth.split()))
        found[Kind(kind)][sign.replace("\\n", "\n")] = sum(
            each << LANE * lane for lane, each in lanes
        )
    return MappingProxyType(found)


def parted(total: int, kind: Kind) -> list[int]:
    """The sums of the kind's roles out of their lanes."""
    sums: list[int] = []
    for _ in ROLES[kind]:
        sums.append(((total + HALF) & ALL) - HALF)
        total = (total - sums[-1]) >> LANE
    return sums
