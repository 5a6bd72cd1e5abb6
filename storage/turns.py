"""Turns: whose rows are next, and that they are done exactly once.

A lease is a fence: what was decided under one is stored only while it still holds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import conversations, upcoming
from storage.conversations import Conversation
from storage.crypt import Key, SealBroken
from storage.inbox import open_under
from storage.model.line import InboxState, Unread
from storage.prepared import Prepared, among, constant
from storage.tables import conversation, inbox

# Tries of a row that fails; one that was taken more often kills whoever takes it.
ATTEMPTS = 3
TAKEN_AT_MOST = 5
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
    found = upcoming.conversations(tx, now, now - UNDER_WAY, most)
    if not found:
        return ()
    rows = upcoming.rows(tx, found)
    found = [which for which in found if rows[which]]
    again = [which for which in found if rows[which][0].attempts]
    chosen = (
        again[:1] if again[:1] == found[:1] else [n for n in found if n not in again]
    )
    lease = now + LEASE
    known = conversations.lease(tx, chosen, lease)
    waiting = [
        Waiting(known[which], _unread(known[which], rows[which]), lease)
        for which in chosen
    ]
    COUNT.run(tx, ids=[row.id for one in waiting for row in one.rows])
    return tuple(waiting)


def is_deadly(waiting: Waiting) -> bool:
    """Return whether whoever took the first row never came back to tell of it."""
    return waiting.rows[0].attempts >= TAKEN_AT_MOST


def held(tx: Connection, waiting: Sequence[Waiting]) -> frozenset[int]:
    """Return which of these conversations are still ours, held until commit.

    One that was erased in between is nobody's.
    """
    rows = HELD.rows(tx, ids=[one.conversation.id for one in waiting])
    found = {row.id: (row.busy_until, row.has_key) for row in rows}
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
    if ids:
        RELEASE.run(tx, ids=ids)


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
    CLOSE.run(tx, ids=ids, to=state, why=error, at=now)


def _held(tx: Connection) -> sa.Select[Any]:
    has_key = conversation.c.key_cell.is_not(None).label("has_key")
    return (
        sa.select(conversation.c.id, conversation.c.busy_until, has_key)
        .where(among(tx, conversation.c.id, "ids"))
        .with_for_update(skip_locked=True, key_share=True)
    )


def _release(tx: Connection) -> sa.Update:
    which = among(tx, conversation.c.id, "ids")
    return sa.update(conversation).where(which).values(busy_until=None)


def _count(tx: Connection) -> sa.Update:
    which = among(tx, inbox.c.id, "ids")
    return sa.update(inbox).where(which).values(attempts=inbox.c.attempts + 1)


def _close_new(tx: Connection) -> sa.Update:
    is_new = inbox.c.state == constant(InboxState.NEW)
    return (
        sa.update(inbox)
        .where(among(tx, inbox.c.id, "ids"), is_new)
        .values(
            state=sa.bindparam("to"),
            error=sa.bindparam("why"),
            done_at=sa.bindparam("at"),
        )
    )


HELD = Prepared(_held)
RELEASE = Prepared(_release)
COUNT = Prepared(_count)
CLOSE = Prepared(_close_new)
