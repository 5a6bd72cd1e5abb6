"""The role of a person, place or date, weighed by what stands around it.

Rules speak first. A linear model that learned from annotated tips (how: the first line
of `data/learned/roles.tsv`; how well: `docs/reading.md`) weighs their word with all else
and decides where it leads; a role that the two do not share scores lower.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from math import exp
from types import MappingProxyType

from nlp.entity import Entity, Kind
from nlp.lexicon import DATA, Lexicon
from nlp.roles.evidence import Scene, evidence
from nlp.text import Text

LEARNED = DATA / "learned" / "roles.tsv"
ROLES: Mapping[Kind, Sequence[str]] = {
    Kind.PERSON: ("martyr", "other", "relative", "witness"),
    Kind.PLACE: ("burial", "death", "hometown", "other", "residence"),
    Kind.DATE: ("born", "died", "enlisted", "other"),
}
UNIT = 100  # a weight of 1 in the table
LEAD = 0.2  # of probability, by cross-validation
DISPUTED = 0.8  # of the score
MOST = 400  # entities; a longer message is a list, and rules read lists
FEWEST = 12  # tokens; an answer of a few words is no story, as it learned from

Weights = Mapping[str, Sequence[int]]


def judged(
    entities: Sequence[Entity], text: Text, lexicon: Lexicon
) -> Sequence[Entity]:
    """The same entities with the role that most speaks for."""
    if not entities or len(entities) > MOST:
        return entities
    scene, found = Scene.of(entities, text, lexicon), list(entities)
    if len(scene.row.tokens) < FEWEST:
        return entities
    shared: dict[tuple[Kind, str], list[int]] = {}
    for n, signs in evidence(scene):
        entity = entities[n]
        weights, role = learned()[entity.kind], entity.role or "-"
        if (entity.kind, role) not in shared:
            told = scene.shared(entity.kind, role)
            shared[entity.kind, role] = _sums(entity.kind, _known(told, weights))
        known = _known(signs, weights)
        sums = _sums(entity.kind, [*known, shared[entity.kind, role]])
        found[n] = _weighed(entity, sums)
    return found


def _known(signs: Iterable[str], weights: Weights) -> list[Sequence[int]]:
    return [found for sign in signs if (found := weights.get(sign))]


def _sums(kind: Kind, rows: Sequence[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)] or [0] * len(ROLES[kind])


def _weighed(entity: Entity, sums: Sequence[int]) -> Entity:
    names, most = ROLES[entity.kind], max(sums)
    role: str | None = names[sums.index(most)]
    if role == entity.role:
        return entity
    if entity.role in names:
        shares = [exp((each - most) / UNIT) for each in sums]
        lead = (1 - shares[names.index(entity.role)]) / sum(shares)
        role = role if lead >= LEAD else entity.role
    return replace(entity, role=role, score=round(entity.score * DISPUTED, 2))


@cache
def learned() -> Mapping[Kind, Weights]:
    """By kind and sign what the sign is worth for each of the kind's roles."""
    found: dict[Kind, dict[str, Sequence[int]]] = {kind: {} for kind in ROLES}
    for line in LEARNED.read_text("utf-8").splitlines()[2:]:
        kind, sign, weights = line.split("\t")
        sign = sign.replace("\\n", "\n")
        found[Kind(kind)][sign] = tuple(map(int, weights.split()))
    return MappingProxyType(found)
