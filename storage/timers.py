"""Timers: when to wake a conversation; each is a row and fires exactly once."""

import contextlib
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import inbox
from storage.crypt import SealBroken
from storage.model.line import Timer
from storage.model.message import Lapsed, TimerKind
from storage.tables import timer
from storage.upsert import insert


def put(tx: Connection, conversation_id: int, timers: tuple[Timer, ...]) -> None:
    """Replace the conversation's timers by these."""
    drop(tx, conversation_id)
    for one in timers:
        values = {
            "conversation_id": conversation_id,
            "kind": one.kind,
            "due_at": one.due_at,
            "fence": one.fence,
        }
        tx.execute(insert(tx, timer).values(values).on_conflict_do_nothing())


def drop(tx: Connection, conversation_id: int) -> None:
    """Forget the conversation's timers."""
    tx.execute(sa.delete(timer).where(timer.c.conversation_id == conversation_id))


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
