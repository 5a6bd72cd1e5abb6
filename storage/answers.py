"""What a tip holds under each key: told, found, or set right by an officer.

Answers about the teller himself lie sealed under the key of his conversation, with what
was read in them.
"""

from collections.abc import Mapping, Sequence
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
    gone = before.keys() - after.keys()
    if gone:
        tx.execute(
            sa.delete(answer).where(answer.c.tip_id == tip_id, answer.c.key.in_(gone))
        )
    changed = {name: held for name, held in after.items() if before.get(name) != held}
    rows = [
        _row(tx, tip_id, key, name, held, _read_in(telling, name, held))
        for name, held in changed.items()
    ]
    _store(tx, rows)


def put(tx: Connection, tip_id: int, key: Key, name: str, held: Answer) -> None:
    """Store one answer."""
    personal = Personal(held.value, held.words)
    _store(tx, [_row(tx, tip_id, key, name, held, personal)])


def _read_in(telling: Telling, name: str, held: Answer) -> Personal:
    """Return a personal answer with what was read in it, for its cell."""
    where = f"answer:{name}"
    spotted = tuple(entity for at, entity in telling.entities if at == where)
    return Personal(held.value, held.words, telling.readings.get(name), spotted)


def _row(
    tx: Connection,
    tip_id: int,
    key: Key,
    name: str,
    held: Answer,
    personal: Personal,
) -> dict[str, Any]:
    value, words, cell = held.value, held.words, None
    if name in PERSONAL_KEYS:
        cell = key.seal(pack(personal), _about(tip_id, name))
        value, words = None, ""
    return {
        "tip_id": tip_id,
        "key": name,
        "value": value,
        "words": words,
        "cell": cell,
        "source": held.source,
        "phone_hash": _phone_hash(tx, name, held.value),
    }


def _store(tx: Connection, rows: Sequence[dict[str, Any]]) -> None:
    # One statement for all: to build one costs more than to run it.
    if not rows:
        return
    statement = insert(tx, answer)
    taken = {name: statement.excluded[name] for name in rows[0]}
    tx.execute(
        statement.on_conflict_do_update(index_elements=["tip_id", "key"], set_=taken),
        rows,
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
