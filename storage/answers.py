"""What a tip holds under each key: told, found, or set right by an officer.

Answers about the teller himself lie sealed under the key of his conversation, with what
was read in them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from nlp.entity import Entity
from storage import vault
from storage.codec import pack, unpack
from storage.crypt import Key
from storage.model.dialogue import Answer, Source
from storage.model.tip import PERSONAL_KEYS, Telling
from storage.tables import answer
from storage.upsert import insert

Answers = Mapping[str, Answer]

PHONE_KEYS = frozenset({"teller_phone", "callback_phone"})


@dataclass(frozen=True, slots=True)
class Personal:
    """What the cell of a personal answer holds."""

    value: str | None
    words: str
    reading: str | None = None
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """The answers of a tip, and what was read in the personal ones."""

    answers: dict[str, Answer]
    readings: dict[str, str]
    entities: tuple[tuple[str, Entity], ...]


def of(tx: Connection, tip_id: int, key: Key) -> Held:
    """Return all answers of a tip, opened."""
    answers: dict[str, Answer] = {}
    readings: dict[str, str] = {}
    entities: list[tuple[str, Entity]] = []
    query = sa.select(answer).where(answer.c.tip_id == tip_id).order_by(answer.c.key)
    for row in tx.execute(query):
        held = _open(row, key)
        answers[row.key] = Answer(held.value, held.words, Source(row.source))
        if held.reading is not None:
            readings[row.key] = held.reading
        entities += [(f"answer:{row.key}", entity) for entity in held.entities]
    return Held(answers, readings, tuple(entities))


def merge(held: Answers, told: Answers) -> dict[str, Answer]:
    """Return what is told now; a value that an officer set right stays as he set it."""
    merged = {name: replace(said, cause=None) for name, said in told.items()}
    for name, before in held.items():
        if before.source is Source.OFFICER:
            words = merged[name].words if name in merged else before.words
            merged[name] = replace(before, words=words)
    return merged


def keep(
    tx: Connection,
    tip_id: int,
    key: Key,
    before: Answers,
    after: Answers,
    telling: Telling,
) -> None:
    """Bring the stored answers from `before` to `after`."""
    for name in before.keys() - after.keys():
        gone = sa.delete(answer).where(answer.c.tip_id == tip_id, answer.c.key == name)
        tx.execute(gone)
    for name, held in after.items():
        if before.get(name) != held:
            _put(tx, tip_id, key, name, held, _read_in(telling, name, held))


def put(tx: Connection, tip_id: int, key: Key, name: str, held: Answer) -> None:
    """Store one answer."""
    _put(tx, tip_id, key, name, held, Personal(held.value, held.words))


def _read_in(telling: Telling, name: str, held: Answer) -> Personal:
    """Return a personal answer with what was read in it, for its cell."""
    where = f"answer:{name}"
    spotted = tuple(entity for at, entity in telling.entities if at == where)
    return Personal(held.value, held.words, telling.readings.get(name), spotted)


def _put(
    tx: Connection,
    tip_id: int,
    key: Key,
    name: str,
    held: Answer,
    personal: Personal,
) -> None:
    row: dict[str, Any] = {"value": held.value, "words": held.words, "cell": None}
    if name in PERSONAL_KEYS:
        cell = key.seal(pack(personal), _about(tip_id, name))
        row = {"value": None, "words": "", "cell": cell}
    row |= {"source": held.source, "phone_hash": _phone_hash(tx, name, held.value)}
    statement = insert(tx, answer).values(tip_id=tip_id, key=name, **row)
    tx.execute(
        statement.on_conflict_do_update(index_elements=["tip_id", "key"], set_=row)
    )


def _phone_hash(tx: Connection, name: str, value: str | None) -> bytes | None:
    if name not in PHONE_KEYS or not value:
        return None
    return vault.ring(tx).fingerprint(value.encode(), "phone")


def _open(row: sa.Row[Any], key: Key) -> Personal:
    if row.cell is None:
        return Personal(row.value, row.words)
    return unpack(Personal, key.open(row.cell, _about(row.tip_id, row.key)))


def _about(tip_id: int, name: str) -> str:
    return f"answer.cell:{tip_id}:{name}"
