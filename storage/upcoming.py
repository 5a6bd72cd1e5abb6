"""Whose turn it is: conversations with unread rows, and those rows, oldest first."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.model.line import InboxState, OutboxState
from storage.prepared import Prepared, among, constant
from storage.tables import conversation, inbox, outbox

BATCH = 20


def conversations(
    tx: Connection, now: datetime, told_since: datetime, most: int
) -> list[int]:
    """Return at most so many that nobody holds, who waits longest first.

    Those that we have been telling something since then are still to hear it.
    """
    found = NEXT.rows(tx, now=now, told_since=told_since, most=most)
    return [row.id for row in found]


def rows(tx: Connection, found: Sequence[int]) -> Mapping[int, list[Any]]:
    """Return the oldest unread rows of each; one that was tried before stands alone."""
    several: dict[int, list[Any]] = {which: [] for which in found}
    for row in ROWS.rows(tx, ids=found):
        several[row.conversation_id].append(row)
    return {
        which: all_[:1] if any(row.attempts for row in all_) else all_
        for which, all_ in several.items()
    }


def _next(_tx: Connection) -> sa.Select[Any]:
    is_new = inbox.c.state == constant(InboxState.NEW)
    oldest = (
        sa.select(sa.func.min(inbox.c.id))
        .where(inbox.c.conversation_id == conversation.c.id)
        .where(is_new)
        .scalar_subquery()
    )
    waiting = sa.select(inbox.c.conversation_id).where(is_new)
    busy = conversation.c.busy_until
    return (
        sa.select(conversation.c.id)
        .where(conversation.c.id.in_(waiting))
        .where(sa.or_(busy.is_(None), busy <= sa.bindparam("now")))
        .where(~_is_being_told())
        .order_by(oldest)
        .limit(sa.bindparam("most", type_=sa.Integer))
        .with_for_update(skip_locked=True, key_share=True)
    )


def _is_being_told() -> sa.ColumnElement[bool]:
    """Return whether a message of ours is under way to them right now.

    Only once we know where it stands can we tell whether they had seen it.
    """
    return sa.exists().where(
        outbox.c.conversation_id == conversation.c.id,
        outbox.c.state == constant(OutboxState.SENDING),
        outbox.c.due_at > sa.bindparam("told_since"),
    )


def _rows(tx: Connection) -> sa.Select[Any]:
    place = sa.func.row_number().over(
        partition_by=inbox.c.conversation_id, order_by=inbox.c.id
    )
    first = (
        sa.select(inbox, place.label("place"))
        .where(among(tx, inbox.c.conversation_id, "ids"))
        .where(inbox.c.state == constant(InboxState.NEW))
        .subquery()
    )
    return sa.select(first).where(first.c.place <= BATCH).order_by(first.c.id)


NEXT = Prepared(_next)
ROWS = Prepared(_rows)
