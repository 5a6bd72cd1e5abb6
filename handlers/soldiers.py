"""Soldiers: several in one telling, each with what was told of him, for who reads it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from handlers.values import dated
from nlp.entity import Entity, Kind
from nlp.text import fold

SEVERAL = 2
# What a telling says of each, and how staff call it.
COLUMNS = {
    "birth": "Năm sinh",
    "hometown": "Quê quán",
    "unit": "Đơn vị",
    "rank": "Cấp bậc",
    "enlisted": "Nhập ngũ",
    "died": "Hy sinh",
    "death_place": "Nơi hy sinh",
    "grave": "Nơi chôn cất",
}
OF_ROLE = {
    (Kind.DATE, "born"): "birth",
    (Kind.DATE, "enlisted"): "enlisted",
    (Kind.DATE, "died"): "died",
    (Kind.PLACE, "hometown"): "hometown",
    (Kind.PLACE, "death"): "death_place",
    (Kind.PLACE, "burial"): "grave",
}
OF_KIND = {Kind.UNIT: "unit", Kind.RANK: "rank", Kind.BURIAL: "grave"}


@dataclass(frozen=True, slots=True)
class Soldier:
    """One who fell: his names as told, and what was told of him by its column."""

    names: tuple[str, ...]
    facts: dict[str, str]

    def row(self) -> list[str]:
        """Return the cells of his row, in the order of the columns."""
        return [" / ".join(self.names), *(self.facts.get(key, "") for key in COLUMNS)]


def soldiers(entities: Iterable[Entity]) -> tuple[Soldier, ...]:
    """Return those whom a telling names, where it names several; else none.

    What belongs to no one of them ("tất cả thuộc Tiểu đoàn 7") is said of all.
    """
    told = list(entities)
    numbers = dict.fromkeys(
        one.record for one in told if one.role == "martyr" and one.record is not None
    )
    if len(numbers) < SEVERAL:
        return ()
    everybody = _facts(one for one in told if one.record is None)
    return tuple(
        Soldier(
            tuple(dict.fromkeys(_names(told, number))),
            everybody | _facts(one for one in told if one.record == number),
        )
        for number in numbers
    )


def renumbered(texts: Iterable[Sequence[Entity]]) -> Iterator[tuple[Entity, ...]]:
    """Yield the entities of each text, a soldier with one number through all of them.

    Each text counts from one; whoever is named again is the same, by his whole name or
    by the end of it ("anh Lực").
    """
    known: dict[str, int] = {}
    count = 0
    for entities in texts:
        own: dict[int, int] = {}
        for one in entities:
            if one.role != "martyr" or one.record is None or one.record in own:
                continue
            name = fold(one.norm or one.text)
            number = _known(known, name)
            if number is None:
                count += 1
                number = count
            own[one.record] = known.setdefault(name, number)
        yield tuple(_with(one, own) for one in entities)


def _known(known: dict[str, int], name: str) -> int | None:
    alike = (
        number
        for other, number in known.items()
        if other == name or other.endswith(f" {name}") or name.endswith(f" {other}")
    )
    return next(alike, None)


def _with(entity: Entity, own: dict[int, int]) -> Entity:
    if entity.record is None:
        return entity
    return replace(entity, record=own.get(entity.record))


def _names(told: Iterable[Entity], number: int | None) -> Iterator[str]:
    for one in told:
        if one.role == "martyr" and one.record == number:
            yield one.norm or one.text


def _facts(entities: Iterable[Entity]) -> dict[str, str]:
    """Return what is told, by its column; of two the surer."""
    best: dict[str, Entity] = {}
    for one in entities:
        key = OF_ROLE.get((one.kind, one.role or "")) or OF_KIND.get(one.kind)
        if key and (key not in best or one.score > best[key].score):
            best[key] = one
    return {key: dated(one.norm or one.text) for key, one in best.items()}
