"""Which of what a message names belongs to which soldier.

A message often tells of several ("1. … quê …, hy sinh …; 2. …"). Each martyr named
opens a record; dates, places, ranks, units and graves belong to the one named last
before them in the same sentence or line. What stands outside (the head of a list) is
everybody's and gets no record; with a single martyr it is his.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from nlp.entity import Entity, Kind
from nlp.text import Text, fold

STOP = re.compile(r"[.!?;](?=\s|\Z)|\n")
OWN_ROLES = {
    Kind.DATE: ("born", "enlisted", "died"),
    Kind.PLACE: ("hometown", "death", "burial"),
}
OWN_KINDS = (Kind.UNIT, Kind.RANK, Kind.BURIAL)


def group(entities: Sequence[Entity], text: Text) -> tuple[Entity, ...]:
    """The same entities, with the number of their record where they have one."""
    martyrs = [e for e in entities if e.role == "martyr" and e.kind is Kind.PERSON]
    numbers = _numbers(martyrs)
    stops = [text.starts[stop.start()] for stop in STOP.finditer(text.plain)]
    starts = [martyr.start for martyr in martyrs]
    grouped: list[Entity] = []
    for entity in entities:
        owner = _owner(entity, martyrs, starts, stops, len(set(numbers.values())))
        record = numbers[fold(owner.text)] if owner else None
        grouped.append(replace(entity, record=record))
    return tuple(grouped)


def _numbers(martyrs: Sequence[Entity]) -> dict[str, int]:
    """A name told twice is one soldier."""
    names = dict.fromkeys(fold(martyr.text) for martyr in martyrs)
    return {name: number for number, name in enumerate(names, 1)}


def _owner(
    entity: Entity,
    martyrs: Sequence[Entity],
    starts: Sequence[int],
    stops: Sequence[int],
    count: int,
) -> Entity | None:
    if not _is_owned(entity):
        return None
    if count == 1:
        return martyrs[0]
    before = bisect_right(starts, entity.start) - 1
    if before < 0:
        return None
    owner = martyrs[before]
    stop = bisect_left(stops, owner.start)
    is_parted = stop < len(stops) and stops[stop] < entity.start
    return None if is_parted else owner


def _is_owned(entity: Entity) -> bool:
    if entity.kind is Kind.PERSON:
        return entity.role == "martyr"
    return entity.kind in OWN_KINDS or entity.role in OWN_ROLES.get(entity.kind, ())
