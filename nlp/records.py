"""Which of what a message names belongs to which soldier.

A message often tells of several ("1. … quê …, hy sinh …; 2. …"). Each martyr named
opens a record; dates, places, ranks, units and graves belong to the one named last
before them in the same sentence or line. What stands outside (the head of a list) is
everybody's and gets no record; with a single martyr it is his. What a teller says of
himself ("tôi là …, sinh năm 1933") is nobody's, and its role becomes ``other``.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from nlp.entity import Entity, Kind
from nlp.text import Text, fold

STOP = re.compile(r"[.!?;](?=\s|\Z)|\n")
OWN_ROLES = {
    Kind.DATE: ("born", "enlisted", "died"),
    Kind.PLACE: ("hometown", "death", "burial"),
}
OWN_KINDS = (Kind.UNIT, Kind.RANK, Kind.BURIAL)
# What people say of themselves when they say who they are.
TELLERS = ("witness", "relative")
SELF_ROLES = ("born", "enlisted", "hometown")
SELF_KINDS = (Kind.UNIT, Kind.RANK)


def group(entities: Sequence[Entity], text: Text) -> tuple[Entity, ...]:
    """The same entities, with the number of their record where they have one."""
    people = [entity for entity in entities if entity.kind is Kind.PERSON]
    numbers = _numbers(people)
    stops = [text.starts[stop.start()] for stop in STOP.finditer(text.plain)]
    starts = [person.start for person in people]
    grouped: list[Entity] = []
    for entity in entities:
        person = _told_of(entity, people, starts, stops)
        grouped.append(_numbered(entity, person, numbers))
    return tuple(grouped)


def _numbers(people: Sequence[Entity]) -> dict[str, int]:
    """A name told twice is one soldier."""
    martyrs = (person for person in people if person.role == "martyr")
    names = dict.fromkeys(fold(martyr.text) for martyr in martyrs)
    return {name: number for number, name in enumerate(names, 1)}


def _told_of(
    entity: Entity,
    people: Sequence[Entity],
    starts: Sequence[int],
    stops: Sequence[int],
) -> Entity | None:
    """The person named last in the same sentence, or the entity itself."""
    before = bisect_right(starts, entity.start) - 1
    if before < 0:
        return None
    person = people[before]
    stop = bisect_left(stops, person.start)
    is_parted = stop < len(stops) and stops[stop] < entity.start
    return None if is_parted else person


def _numbered(
    entity: Entity, person: Entity | None, numbers: Mapping[str, int]
) -> Entity:
    if person and person.role in TELLERS and _is_of_self(entity):
        is_told = entity.role is not None
        return replace(entity, role="other") if is_told else entity
    if not _is_owned(entity):
        return entity
    if person and person.role == "martyr":
        return replace(entity, record=numbers[fold(person.text)])
    return replace(entity, record=1) if len(numbers) == 1 else entity


def _is_of_self(entity: Entity) -> bool:
    return entity.kind in SELF_KINDS or entity.role in SELF_ROLES


def _is_owned(entity: Entity) -> bool:
    if entity.kind is Kind.PERSON:
        return entity.role == "martyr"
    return entity.kind in OWN_KINDS or entity.role in OWN_ROLES.get(entity.kind, ())
