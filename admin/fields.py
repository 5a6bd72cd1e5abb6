"""The fields of a tip as its page shows them, each with where it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass

from handlers.labels import FIELDS, GROUPS, SOURCES
from handlers.soldiers import Soldier, soldiers
from handlers.values import MUTE, choices, shown
from nlp.entity import SURE, Entity
from storage.model.dialogue import Answer
from storage.model.tip import ANSWER_KEYS, Tip

KINDS = {
    "PERSON": "Người",
    "UNIT": "Đơn vị",
    "RANK": "Cấp bậc",
    "PLACE": "Địa danh",
    "DATE": "Thời gian",
    "COORD": "Tọa độ",
    "PHONE": "Điện thoại",
    "BURIAL": "Nơi chôn cất",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `words` stand in the conversation, `reading` is the machine's."""

    key: str
    label: str
    value: str
    stored: str
    choices: tuple[tuple[str, str], ...]
    words: str
    source: str
    origin: str
    reading: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together; `absent` may still be filled in."""

    title: str
    fields: tuple[Field, ...]
    absent: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Spotted:
    """Something that the machine read and no field shows."""

    key: str
    kind: str
    text: str
    norm: str | None


def groups(tip: Tip) -> tuple[Group, ...]:
    """Return the fields in their groups; keys of another age come last."""
    grouped = {key for _, keys in GROUPS for key in keys}
    others = tuple(key for key in tip.answers if key not in grouped)
    shown = [*GROUPS, ("Điều khác", others)] if others else GROUPS
    return tuple(_group(tip, title, keys) for title, keys in shown)


def spotted(tip: Tip) -> tuple[Spotted, ...]:
    """Return what was read beside the fields, once each."""
    held = {answer.words for answer in tip.answers.values()}
    held |= {answer.value or "" for answer in tip.answers.values()}
    free = {e.text: e for _, e in tip.entities if not {e.text, e.norm or e.text} & held}
    return tuple(_spotted(at, entity) for at, entity in enumerate(free.values()))


def several(tip: Tip) -> tuple[Soldier, ...]:
    """Return the soldiers of a telling that names several."""
    return soldiers(entity for _, entity in tip.entities)


def marked(tip: Tip) -> Iterator[tuple[str, str]]:
    """Yield each key with the words that stand behind it."""
    for key, answer in tip.answers.items():
        if answer.words and answer.source not in MUTE:
            yield key, answer.words
    for found in spotted(tip):
        yield found.key, found.text


def _group(tip: Tip, title: str, keys: tuple[str, ...]) -> Group:
    there = tuple(_field(tip, key) for key in keys if key in tip.answers)
    absent = tuple(
        (key, FIELDS[key])
        for key in keys
        if key not in tip.answers and key in ANSWER_KEYS
    )
    return Group(title, there, absent)


def _field(tip: Tip, key: str) -> Field:
    answer = tip.answers[key]
    return Field(
        key=key,
        label=FIELDS.get(key, key),
        value=shown(key, answer) or "—",
        stored=answer.value or "",
        choices=choices(key),
        words=answer.words,
        source=answer.source.value,
        origin=SOURCES[answer.source],
        reading=_reading(tip, key, answer),
    )


def _reading(tip: Tip, key: str, answer: Answer) -> str | None:
    """Return the machine's reading where the field says something else."""
    read = tip.readings.get(key)
    return read if read not in (answer.value, answer.words) else None


def _spotted(at: int, entity: Entity) -> Spotted:
    kind = KINDS.get(entity.kind.value, entity.kind.value)
    if entity.score < SURE:
        kind = f"{kind} (chưa chắc)"
    return Spotted(f"read-{at}", kind, entity.text, entity.norm)
