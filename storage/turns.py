"""Turns: whose rows are next, and that they are done exactly once.

A lease is a fence: what was decided under one is stored only while it still holds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import conversations
from storage.conversations import Conversation
from storage.crypt import Key, SealBroken
from storage.inbox import open_under
from storage.model.line import InboxState, OutboxState, Unread
from storage.tables import conversation, inbox, outbox

# Tries of a row that fails; one that was taken more often kills whoever takes it.
ATTEMPTS = 3
TAKEN_AT_MOST = 5
BATCH = 20
# Long enough for a batch, short enough that a killed worker's citizens hardly wait.
LEASE = timedelta(seconds=3)
# No platform takes longer to answer; after that its silence holds nobody up.
UNDER_WAY = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A conversation under lease with its unread rows, their attempts counted."""

    conversation: Conversation
    rows: tuple[Unread, ...]
    lease: datetime


def take(tx: Connection, now: datetime, most: int = 1) -> tuple[Waiting, ...]:
    """Lease conversations with unread rows, at most so many, who waits longest first.

    A row that was tried before comes alone: it cannot spoil its neighbours.
    """
    found = _next(tx, now, most)
    rows = _rows(tx, found)
    found = [which for which in found if rows[which]]
    again = [which for which in found if rows[which][0].attempts]
    chosen = (
        again[:1] if again[:1] == found[:1] else [n for n in found if n not in again]
    )
    lease = now + LEASE
    _lease(tx, chosen, lease)
    known = conversations.load_all(tx, chosen)
    waiting = [
        Waiting(known[which], _unread(known[which], rows[which]), lease)
        for which in chosen
    ]
    _count(tx, waiting)
    return tuple(waiting)


def is_deadly(waiting: Waiting) -> bool:
    """Return whether whoever took the first row never came back to tell of it."""
    return waiting.rows[0].attempts >= TAKEN_AT_MOST


def held(tx: Connection, waiting: Sequence[Waiting]) -> frozenset[int]:
    """Return which of these conversations are still ours, held until commit.

    One that was erased in between is nobody's.
    """
    has_key = conversation.c.key_cell.is_not(None)
    query = (
        sa.select(
            conversation.c.id, conversation.c.busy_until, has_key.label("has_key")
        )
        .where(conversation.c.id.in_([one.conversation.id for one in waiting]))
        .with_for_update(skip_locked=True, key_share=True)
    )
    found = {row.id: (row.busy_until, row.has_key) for row in tx.execute(query)}
    return frozenset(
        one.conversation.id
        for one in waiting
        if found.get(one.conversation.id) == (one.lease, not one.conversation.is_erased)
    )


def finish(tx: Connection, ids: Sequence[int], now: datetime) -> None:
    """Mark rows as done."""
    _close(tx, ids, InboxState.DONE, "", now)


def set_aside(tx: Connection, ids: Sequence[int], error: str, now: datetime) -> None:
    """Keep rows that cannot be read for staff; the next one proceeds."""
    _close(tx, ids, InboxState.SET_ASIDE, error, now)


def release(tx: Connection, ids: Sequence[int]) -> None:
    """Give the leases of these conversations back."""
    _lease(tx, ids, None)


def give_back(tx: Connection, waiting: Sequence[Waiting]) -> None:
    """Free what is still ours, its rows as if never taken: they are not to blame."""
    ours = held(tx, waiting)
    rows = [
        row.id for one in waiting if one.conversation.id in ours for row in one.rows
    ]
    tx.execute(
        sa.update(inbox)
        .where(inbox.c.id.in_(rows), inbox.c.state == InboxState.NEW)
        .values(attempts=inbox.c.attempts - 1)
    )
    release(tx, sorted(ours))


def release_all(tx: Connection) -> None:
    """Free every lease: for the only process at its start."""
    tx.execute(
        sa.update(conversation)
        .where(conversation.c.busy_until.is_not(None))
        .values(busy_until=None)
    )


def _next(tx: Connection, now: datetime, most: int) -> list[int]:
    oldest = (
        sa.select(sa.func.min(inbox.c.id))
        .where(inbox.c.conversation_id == conversation.c.id)
        .where(inbox.c.state == InboxState.NEW)
        .scalar_subquery()
    )
    waiting = sa.select(inbox.c.conversation_id).where(inbox.c.state == InboxState.NEW)
    busy = conversation.c.busy_until
    query = (
        sa.select(conversation.c.id)
        .where(conversation.c.id.in_(waiting), sa.or_(busy.is_(None), busy <= now))
        .where(~_is_being_told(now))
        .order_by(oldest)
        .limit(most)
        .with_for_update(skip_locked=True, key_share=True)
    )
    return list(tx.execute(query).scalars())


def _is_being_told(now: datetime) -> sa.ColumnElement[bool]:
    """Return whether a message of ours is under way to them right now.

    Only once we know where it stands can we tell whether they had seen it.
    """
    return sa.exists().where(
        outbox.c.conversation_id == conversation.c.id,
        outbox.c.state == OutboxState.SENDING,
        outbox.c.due_at > now - UNDER_WAY,
    )


def _rows(tx: Connection, found: Sequence[int]) -> Mapping[int, list[sa.Row[Any]]]:
    """Return the oldest unread rows of each; one that was tried before stands alone."""
    place = sa.func.row_number().over(
        partition_by=inbox.c.conversation_id, order_by=inbox.c.id
    )
    first = (
        sa.select(inbox, place.label("place"))
        .where(inbox.c.conversation_id.in_(found), inbox.c.state == InboxState.NEW)
        .subquery()
    )
    query = sa.select(first).where(first.c.place <= BATCH).order_by(first.c.id)
    rows: dict[int, list[sa.Row[Any]]] = {which: [] for which in found}
    for row in tx.execute(query):
        rows[row.conversation_id].append(row)
    return {
        which: all_[:1] if any(row.attempts for row in all_) else all_
        for which, all_ in rows.items()
    }


def _lease(tx: Connection, ids: Sequence[int], until: datetime | None) -> None:
    if ids:
        tx.execute(
            sa.update(conversation)
            .where(conversation.c.id.in_(ids))
            .values(busy_until=until)
        )


def _count(tx: Connection, waiting: Sequence[Waiting]) -> None:
    ids = [row.id for one in waiting for row in one.rows]
    if ids:
        tx.execute(
            sa.update(inbox)
            .where(inbox.c.id.in_(ids))
            .values(attempts=inbox.c.attempts + 1)
        )


def _unread(known: Conversation, rows: Sequence[sa.Row[Any]]) -> tuple[Unread, ...]:
    return tuple(
        Unread(
            id=row.id,
            conversation=known.id,
            n=row.n or 0,
            channel=row.channel,
            position=row.position,
            body=_body(known.key, row),
            at=row.received_at,
            attempts=row.attempts,
        )
        for row in rows
    )


def _body(key: Key | None, row: sa.Row[Any]) -> bytes:
    """Return the body, empty where nothing opens it: no channel can read that."""
    if key is None or row.body_cell is None:
        return b""
    try:
        return open_under(key, row)
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
