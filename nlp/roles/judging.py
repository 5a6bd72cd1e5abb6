"""The role of a person, place or date, weighed by what stands around it.

Rules speak first. A linear model that learned from annotated tips (how: the first line
of `data/learned/roles.tsv`; how well: `docs/reading.md`) weighs their word with all else
and decides where it leads; a role that the two do not share scores lower.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import exp

from nlp.entity import Entity, Kind
from nlp.roles.evidence import Scene, evidence
from nlp.roles.weights import ROLES, UNIT, parted, weights
from nlp.text import Text

LEAD = 0.1  # of probability, by cross-validation of hands that the rules never met
DISPUTED = 0.8  # of the score
MOST = 400  # entities; a longer message is a list, and rules read lists
FEWEST = 14  # tokens; an answer of a few words is no story, as it learned from


def judged(entities: Sequence[Entity], text: Text) -> Sequence[Entity]:
    """The same entities with the role that most speaks for."""
    if not entities or len(entities) > MOST:
        return entities
    scene, found = Scene.of(entities, text), list(entities)
    if len(scene.row.tokens) < FEWEST:
        return entities
    shared: dict[tuple[Kind, str], int] = {}
    for n, marks in evidence(scene):
        entity = entities[n]
        sort = entity.kind, entity.role or "-"
        worth = weights(*sort)
        if sort not in shared:
            shared[sort] = worth.total(scene.shared(entity.kind))
        sums = parted(shared[sort] + worth.total(marks), entity.kind)
        found[n] = _decided(entity, sums)
    return found


def _decided(entity: Entity, sums: Sequence[int]) -> Entity:
    names, most = ROLES[entity.kind], max(sums)
    role: str | None = names[sums.index(most)]
    if role == entity.role:
        return entity
    if entity.role in names:
        shares = [exp((each - most) / UNIT) for each in sums]
        lead = (1 - shares[names.index(entity.role)]) / sum(shares)
        role = role if lead >= LEAD else entity.role
    return replace(entity, role=role, score=round(entity.score * DISPUTED, 2))
