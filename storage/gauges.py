"""Gauges: how much waits, and how much went wrong, counted for the metrics page."""

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.model.line import InboxState, JobState, OutboxState
from storage.model.tip import TipStatus
from storage.tables import inbox, job, outbox, tip


def read(tx: Connection) -> dict[str, int]:
    """Return the counts by name; each rests on a partial index or a small table."""
    return {
        "inbox_unread": _count(tx, inbox, inbox.c.state == InboxState.NEW),
        "inbox_set_aside": _count(tx, inbox, inbox.c.state == InboxState.SET_ASIDE),
        "outbox_unsent": _count(
            tx, outbox, outbox.c.state.in_((OutboxState.NEW, OutboxState.SENDING))
        ),
        "outbox_dead": _count(tx, outbox, outbox.c.state == OutboxState.DEAD),
        "jobs_waiting": _count(
            tx, job, job.c.state.in_((JobState.NEW, JobState.RUNNING))
        ),
        "jobs_dead": _count(tx, job, job.c.state == JobState.DEAD),
        "tips_unclaimed": _count(tx, tip, tip.c.status == TipStatus.NEW),
    }


def _count(tx: Connection, table: sa.Table, where: sa.ColumnElement[bool]) -> int:
    query = sa.select(sa.func.count()).select_from(table).where(where)
    return tx.execute(query).scalar_one()
