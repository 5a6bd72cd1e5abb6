"""Citizens who asked to be called: number, best hour, reason, sealed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import area, audit, deeds, vault
from storage.codec import pack, unpack
from storage.crypt import Key
from storage.model.staff import Staff
from storage.tables import callback, staff, tip


@dataclass(frozen=True, slots=True)
class Wish:
    """How and why a citizen wants to be called."""

    phone: str
    hour: str
    reason: str


@dataclass(frozen=True, slots=True)
class Callback:
    """A wish for a call; `done_at` None while somebody waits."""

    id: int
    wish: Wish
    created_at: datetime
    tip: int | None
    code: str | None
    done_at: datetime | None = None
    done_by: str | None = None
    outcome: str = ""


def file(
    tx: Connection,
    conversation_id: int,
    tip_id: int | None,
    phone: str,
    hour: str,
    reason: str,
    now: datetime,
) -> int:
    """Keep a wish for a call; one that still waits is brought up to it. Return its id."""
    wish, before = Wish(phone, hour, reason), _open(tx, conversation_id)
    if before is not None:
        wish, tip_id = _newer(before.wish, wish), tip_id or before.tip
    wanted = before.id if before else _create(tx, conversation_id, now)
    cell = vault.key_of(tx, conversation_id).seal(pack(wish), _about(wanted))
    mine = callback.c.id == wanted
    tx.execute(sa.update(callback).where(mine).values(wish_cell=cell, tip_id=tip_id))
    act = "callback_changed" if before else "callback_wished"
    audit.write(tx, _subject(tip_id), "citizen", act, now, call=wanted)
    return wanted


def link(tx: Connection, conversation_id: int, tip_id: int, now: datetime) -> None:
    """Let calls that were wished before anything was told be about this tip."""
    linked = (
        sa.update(callback)
        .where(callback.c.conversation_id == conversation_id)
        .where(callback.c.tip_id.is_(None))
        .values(tip_id=tip_id)
        .returning(callback.c.id)
    )
    for call in tx.execute(linked).scalars().all():
        audit.write(tx, _subject(tip_id), "citizen", "callback_wished", now, call=call)


def call_off(tx: Connection, conversation_id: int, now: datetime) -> None:
    """Let go of a wish that its teller takes back before he was called."""
    before = _open(tx, conversation_id)
    if before is None:
        return
    tx.execute(sa.delete(callback).where(callback.c.id == before.id))
    subject, act = _subject(before.tip), "callback_called_off"
    audit.write(tx, subject, "citizen", act, now, call=before.id)


def keep_waiting(tx: Connection, conversation_id: int, old: Key, fresh: Key) -> None:
    """Move to a new key the wish that still waits; those that were met are let go."""
    mine = callback.c.conversation_id == conversation_id
    tx.execute(sa.delete(callback).where(mine, callback.c.done_at.is_not(None)))
    for row in tx.execute(sa.select(callback).where(mine)).all():
        about = _about(row.id)
        cell = fresh.seal(old.open(row.wish_cell, about), about)
        moved = sa.update(callback).where(callback.c.id == row.id)
        tx.execute(moved.values(wish_cell=cell))


def waiting(tx: Connection, who: Staff) -> tuple[Callback, ...]:
    """Return who waits for a call in this member's area, the longest first."""
    query = _select().where(callback.c.done_at.is_(None), area.concerns(tx, who))
    return _all(tx, query.order_by(callback.c.created_at, callback.c.id))


def of(tx: Connection, tip_id: int) -> tuple[Callback, ...]:
    """Return the calls wished on a tip, oldest first."""
    query = _select().where(callback.c.tip_id == tip_id)
    return _all(tx, query.order_by(callback.c.id))


def count(tx: Connection, who: Staff) -> int:
    """Return how many wait for a call in this member's area."""
    query = (
        sa.select(sa.func.count())
        .select_from(callback.outerjoin(tip, tip.c.id == callback.c.tip_id))
        .where(callback.c.done_at.is_(None), area.concerns(tx, who))
    )
    return tx.execute(query).scalar_one()


def close(
    tx: Connection, callback_id: int, who: Staff, outcome: str, now: datetime
) -> bool:
    """Keep what came of a call; False if a colleague has kept it before."""
    query = _select().where(callback.c.id == callback_id, area.concerns(tx, who))
    row = tx.execute(query).one_or_none()
    if row is None:
        return False
    closed = (
        sa.update(callback)
        .where(callback.c.id == callback_id, callback.c.done_at.is_(None))
        .values(done_at=now, done_by=who.id, outcome=outcome)
    )
    if tx.execute(closed).rowcount != 1:
        return False
    deeds.write(
        tx,
        _subject(row.tip_id),
        row.conversation_id,
        f"staff:{who.id}",
        "called_back",
        now,
        {"why": outcome},
        call=callback_id,
    )
    return True


def _create(tx: Connection, conversation_id: int, now: datetime) -> int:
    row = {"conversation_id": conversation_id, "created_at": now}
    made = sa.insert(callback).values(row).returning(callback.c.id)
    wanted: int = tx.execute(made).scalar_one()
    return wanted


def _newer(before: Wish, wish: Wish) -> Wish:
    """Return the wish as told now; what is not told again stands as it was."""
    return Wish(
        wish.phone or before.phone,
        wish.hour or before.hour,
        wish.reason or before.reason,
    )


def _open(tx: Connection, conversation_id: int) -> Callback | None:
    """Return the call that this citizen still waits for."""
    waits = callback.c.conversation_id == conversation_id, callback.c.done_at.is_(None)
    calls = _all(tx, _select().where(*waits).order_by(callback.c.id))
    return calls[-1] if calls else None


def _select() -> sa.Select[Any]:
    return (
        sa.select(callback, tip.c.code, staff.c.name.label("done_name"))
        .outerjoin(tip, tip.c.id == callback.c.tip_id)
        .outerjoin(staff, staff.c.id == callback.c.done_by)
    )


def _all(tx: Connection, query: sa.Select[Any]) -> tuple[Callback, ...]:
    return tuple(_callback(tx, row) for row in tx.execute(query).all())


def _callback(tx: Connection, row: sa.Row[Any]) -> Callback:
    key = vault.key_of(tx, row.conversation_id)
    return Callback(
        id=row.id,
        wish=unpack(Wish, key.open(row.wish_cell, _about(row.id))),
        created_at=row.created_at,
        tip=row.tip_id,
        code=row.code,
        done_at=row.done_at,
        done_by=row.done_name,
        outcome=row.outcome,
    )


def _subject(tip_id: int | None) -> str:
    return f"tip:{tip_id}" if tip_id is not None else "house"


def _about(callback_id: int) -> str:
    return f"callback.wish:{callback_id}"
