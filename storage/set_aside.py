"""What could not go its way: staff see it, try it again, or note that they saw it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import audit
from storage.audit import HOUSE
from storage.model.line import InboxState, JobState, Origin, OutboxState, SetAside
from storage.tables import inbox, job, outbox, tip


@dataclass(frozen=True, slots=True)
class Shelf:
    """A table with its states, and what a row needs to be tried once more."""

    table: sa.Table
    aside: str
    new: str
    seen: str
    at: str
    afresh: dict[str, Any]
    goes_on: tuple[sa.ColumnElement[bool], ...] = ()


SHELVES = {
    Origin.INBOX: Shelf(
        inbox,
        InboxState.SET_ASIDE,
        InboxState.NEW,
        InboxState.SEEN,
        "received_at",
        {"done_at": None},
        (inbox.c.conversation_id.is_not(None),),
    ),
    Origin.OUTBOX: Shelf(
        outbox, OutboxState.DEAD, OutboxState.NEW, OutboxState.SEEN, "created_at", {}
    ),
    Origin.JOB: Shelf(
        job,
        JobState.DEAD,
        JobState.NEW,
        JobState.SEEN,
        "created_at",
        {"lease_until": None},
    ),
}


def listed(tx: Connection, limit: int = 200) -> tuple[SetAside, ...]:
    """Return what is set aside, newest first."""
    found = [row for origin in Origin for row in _listed(tx, origin, limit)]
    return tuple(sorted(found, key=lambda row: row.at, reverse=True)[:limit])


def count(tx: Connection) -> int:
    """Return how much waits for staff."""
    counts = (
        sa.select(sa.func.count())
        .select_from(shelf.table)
        .where(shelf.table.c.state == shelf.aside)
        .scalar_subquery()
        for shelf in SHELVES.values()
    )
    first, *others = counts
    total: int = tx.execute(sa.select(sum(others, start=first))).scalar_one()
    return total


def retry(
    tx: Connection, origin: Origin, row_id: int, staff_id: int, now: datetime
) -> bool:
    """Put a row back into its line; False if it is not set aside any more.

    What belongs to nobody has no line: nothing would ever read it.
    """
    shelf = SHELVES[origin]
    fresh = {"state": shelf.new, "attempts": 0, **shelf.afresh}
    due = {} if origin is Origin.INBOX else {"due_at": now}
    if not _move(tx, shelf, row_id, fresh | due, *shelf.goes_on):
        return False
    _note(tx, origin, row_id, staff_id, "set_aside_retried", now)
    return True


def see(
    tx: Connection,
    origin: Origin,
    row_id: int,
    staff_id: int,
    reason: str,
    now: datetime,
) -> bool:
    """Note that a row is dealt with; False if it is not set aside any more."""
    shelf = SHELVES[origin]
    if not _move(tx, shelf, row_id, {"state": shelf.seen}):
        return False
    _note(tx, origin, row_id, staff_id, "set_aside_seen", now, reason)
    return True


def _listed(tx: Connection, origin: Origin, limit: int) -> list[SetAside]:
    shelf = SHELVES[origin]
    rows = shelf.table
    query = (
        sa.select(rows)
        .where(rows.c.state == shelf.aside)
        .order_by(rows.c.id.desc())
        .limit(limit)
    )
    return [_record(tx, origin, shelf, row) for row in tx.execute(query)]


def _record(tx: Connection, origin: Origin, shelf: Shelf, row: sa.Row[Any]) -> SetAside:
    conversation = None if origin is Origin.JOB else row.conversation_id
    about = _tip(tx, conversation)
    return SetAside(
        origin=origin,
        id=row.id,
        at=getattr(row, shelf.at),
        channel=row.kind if origin is Origin.JOB else row.channel,
        attempts=row.attempts,
        error=row.error,
        conversation=conversation,
        tip_code=about.code if about else None,
        tip=about.id if about else None,
    )


def _tip(tx: Connection, conversation_id: int | None) -> Any:
    if conversation_id is None:
        return None
    query = (
        sa.select(tip.c.id, tip.c.code)
        .where(tip.c.conversation_id == conversation_id)
        .order_by(tip.c.id.desc())
        .limit(1)
    )
    return tx.execute(query).one_or_none()


def _move(
    tx: Connection,
    shelf: Shelf,
    row_id: int,
    values: dict[str, Any],
    *more: sa.ColumnElement[bool],
) -> bool:
    rows = shelf.table
    change = (
        sa.update(rows)
        .where(rows.c.id == row_id, rows.c.state == shelf.aside, *more)
        .values(values)
    )
    return tx.execute(change).rowcount == 1


def _note(
    tx: Connection,
    origin: Origin,
    row_id: int,
    staff_id: int,
    act: str,
    now: datetime,
    reason: str = "",
) -> None:
    actor = f"staff:{staff_id}"
    audit.write(tx, HOUSE, actor, act, now, reason, origin=origin, row=row_id)
