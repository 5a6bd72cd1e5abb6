"""Timers: when to wake a conversation; each is a row and fires exactly once."""

import contextlib
from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import inbox
from storage.crypt import SealBroken
from storage.model.line import Timer
from storage.model.message import Lapsed
from storage.model.timing import TimerKind
from storage.prepared import Prepared, among
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
    PUT.run_each(tx, rows)


def drop(tx: Connection, conversations: Sequence[int]) -> None:
    """Forget the timers of these conversations."""
    DROP.run(tx, ids=conversations)


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


def _put(_tx: Connection) -> sa.ClauseElement:
    return sa.insert(timer).inline()


def _drop(tx: Connection) -> sa.ClauseElement:
    return sa.delete(timer).where(among(tx, timer.c.conversation_id, "ids"))


PUT = Prepared(_put, ("conversation_id", "kind", "due_at", "fence"))
DROP = Prepared(_drop)
