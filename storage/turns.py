"""Turns: which conversation is next, and that its rows are done exactly once."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.crypt import SealBroken
from storage.inbox import open_body
from storage.model.line import InboxState, Unread
from storage.tables import conversation, inbox

ATTEMPTS = 3
BATCH = 20
# Long enough for a turn, short enough that a killed worker's citizen hardly waits.
LEASE = timedelta(seconds=3)


def take(tx: Connection, now: datetime) -> tuple[Unread, ...]:
    """Lease one conversation with unread rows and return them, attempts counted.

    A row that failed before is returned alone, so that it cannot spoil its neighbours.
    """
    query = (
        sa.select(conversation.c.id)
        .join(inbox, inbox.c.conversation_id == conversation.c.id)
        .where(inbox.c.state == InboxState.NEW, _is_free(now))
        .order_by(inbox.c.id)
        .limit(1)
        .with_for_update(of=conversation, skip_locked=True, key_share=True)
    )
    found = tx.execute(query).scalar()
    if found is None:
        return ()
    tx.execute(
        sa.update(conversation)
        .where(conversation.c.id == found)
        .values(busy_until=now + LEASE)
    )
    rows = _unread(tx, found)
    failed = [row for row in rows if row.attempts]
    batch = rows[:1] if failed else rows
    tx.execute(
        sa.update(inbox)
        .where(inbox.c.id.in_([row.id for row in batch]))
        .values(attempts=inbox.c.attempts + 1)
    )
    return batch


def still_new(tx: Connection, ids: Sequence[int]) -> frozenset[int]:
    """Return which of these rows nobody has finished meanwhile."""
    query = sa.select(inbox.c.id).where(
        inbox.c.id.in_(ids), inbox.c.state == InboxState.NEW
    )
    return frozenset(tx.execute(query).scalars())


def finish(tx: Connection, ids: Sequence[int], now: datetime) -> None:
    """Mark rows as done."""
    _close(tx, ids, InboxState.DONE, "", now)


def release(tx: Connection, conversation_id: int) -> None:
    """Give the conversation's lease back."""
    tx.execute(
        sa.update(conversation)
        .where(conversation.c.id == conversation_id)
        .values(busy_until=None)
    )


def set_aside(tx: Connection, row_id: int, error: str, now: datetime) -> None:
    """Keep a row that cannot be read for staff; the next one proceeds."""
    _close(tx, [row_id], InboxState.SET_ASIDE, error, now)


def release_all(tx: Connection) -> None:
    """Free every lease: for the only process at its start."""
    tx.execute(
        sa.update(conversation)
        .where(conversation.c.busy_until.is_not(None))
        .values(busy_until=None)
    )


def _is_free(now: datetime) -> sa.ColumnElement[bool]:
    busy = conversation.c.busy_until
    return sa.or_(busy.is_(None), busy <= now)


def _unread(tx: Connection, conversation_id: int) -> tuple[Unread, ...]:
    query = (
        sa.select(inbox)
        .where(
            inbox.c.conversation_id == conversation_id, inbox.c.state == InboxState.NEW
        )
        .order_by(inbox.c.id)
        .limit(BATCH)
    )
    return tuple(
        Unread(
            id=row.id,
            conversation=conversation_id,
            n=row.n or 0,
            channel=row.channel,
            position=row.position,
            body=_body(tx, row),
            at=row.received_at,
            attempts=row.attempts,
        )
        for row in tx.execute(query)
    )


def _body(tx: Connection, row: sa.Row[Any]) -> bytes:
    """Return the body, empty where nothing opens it: no channel can read that."""
    try:
        return open_body(tx, row) if row.body_cell is not None else b""
    except SealBroken:
        return b""


def _close(
    tx: Connection, ids: Sequence[int], state: InboxState, error: str, now: datetime
) -> None:
    tx.execute(
        sa.update(inbox)
        .where(inbox.c.id.in_(ids), inbox.c.state == InboxState.NEW)
        .values(state=state, error=error, done_at=now)
    )
