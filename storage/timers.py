"""Timers: when to wake a conversation; each is a row and fires exactly once."""

import contextlib
from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import inbox
from storage.crypt import SealBroken
from storage.model.line import Timer
from storage.model.message import Lapsed, TimerKind
from storage.tables import timer


def put(tx: Connection, due: Mapping[int, Sequence[Timer]]) -> None:
    """Replace the timers of these conversations by those that are due now."""
    if not due:
        return
    drop(tx, list(due))
    rows = [
        {
            "conversation_id": conversation,
            "kind": one.kind,
            "due_at": one.due_at,
            "fence": one.fence,
        }
        for conversation, timers in due.items()
        for one in timers
    ]
    if rows:
        tx.execute(sa.insert(timer), rows)


def drop(tx: Connection, conversations: Sequence[int]) -> None:
    """Forget the timers of these conversations."""
    tx.execute(sa.delete(timer).where(timer.c.conversation_id.in_(conversations)))


def fire(tx: Connection, now: datetime, limit: int = 50) -> int:
    """Put what is due into its conversation's inbox; return how many were due."""
    query = (
        sa.select(timer)
        .where(timer.c.due_at <= now)
        .order_by(timer.c.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    due = tx.execute(query).all()
    for row in due:
        tx.execute(sa.delete(timer).where(timer.c.id == row.id))
        what = Lapsed(TimerKind(row.kind), row.fence)
        key = f"timer:{row.kind}:{row.fence}"
        with contextlib.suppress(SealBroken):  # erased meanwhile: nobody to wake
            inbox.post(tx, row.conversation_id, what, key, now)
    return len(due)
