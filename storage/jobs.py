"""Slow work: rows under a lease, tried a few times, then shown to staff."""

import json
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.model.line import Job, JobState
from storage.prepared import constant
from storage.tables import job
from storage.upsert import insert

ATTEMPTS = 4
LEASE = timedelta(minutes=5)
WAIT = timedelta(seconds=30)
# The very words of the index over what is unfinished: without them SQLite reads all.
UNFINISHED = (constant(JobState.NEW), constant(JobState.RUNNING))


def add(
    tx: Connection, kind: str, subject: str, payload: dict[str, Any], now: datetime
) -> None:
    """Queue work once for each (kind, subject)."""
    values = {
        "kind": kind,
        "subject": subject,
        "payload": json.dumps(payload),
        "due_at": now,
        "created_at": now,
    }
    tx.execute(insert(tx, job).values(values).on_conflict_do_nothing())


def take(
    tx: Connection, now: datetime, kinds: Collection[str] | None = None
) -> Job | None:
    """Lease the next due job, its attempt counted; a dead worker's lease runs out.

    `kinds`: only one of these, where somebody does no others.
    """
    # No bare column: SQLite would rather read all jobs of a kind, done long ago.
    kind = sa.func.coalesce(job.c.kind, "")
    is_fit = sa.true() if kinds is None else kind.in_(kinds)
    query = (
        sa.select(job)
        .where(
            job.c.state.in_(UNFINISHED),
            is_fit,
            job.c.due_at <= now,
            sa.or_(job.c.lease_until.is_(None), job.c.lease_until <= now),
        )
        .order_by(job.c.due_at, job.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = tx.execute(query).one_or_none()
    if row is None:
        return None
    if row.attempts >= ATTEMPTS:
        _set(tx, row.id, state=JobState.DEAD, error=row.error or "never finished")
        return take(tx, now, kinds)
    taken = {"lease_until": now + LEASE, "attempts": row.attempts + 1}
    _set(tx, row.id, state=JobState.RUNNING, **taken)
    payload = json.loads(row.payload)
    return Job(row.id, row.kind, row.subject, payload, row.attempts + 1)


def renew(tx: Connection, job_id: int, now: datetime) -> None:
    """Hold a job on which work goes forward: its attempts begin anew."""
    _set(tx, job_id, lease_until=now + LEASE, attempts=0)


def put_off(tx: Connection, job_id: int, why: str, due: datetime) -> None:
    """Put a job back whose time has not come: that is no failure of it."""
    values = {"state": JobState.NEW, "lease_until": None, "due_at": due, "error": why}
    _set(tx, job_id, attempts=0, **values)


def release_all(tx: Connection) -> None:
    """Free every lease: for the only process at its start."""
    held = job.c.lease_until.is_not(None)
    tx.execute(sa.update(job).where(held).values(lease_until=None))


def finish(tx: Connection, job_id: int, now: datetime) -> None:
    """Mark a job as done."""
    _set(tx, job_id, state=JobState.DONE, lease_until=None, done_at=now)


def fail(tx: Connection, failed: Job, error: str, now: datetime) -> None:
    """Put a job back for later, or, after its last attempt, before staff."""
    if failed.attempts >= ATTEMPTS:
        _set(tx, failed.id, state=JobState.DEAD, lease_until=None, error=error)
        return
    due = now + WAIT * failed.attempts
    values = {"state": JobState.NEW, "lease_until": None, "due_at": due, "error": error}
    _set(tx, failed.id, **values)


def _set(tx: Connection, job_id: int, **values: object) -> None:
    tx.execute(sa.update(job).where(job.c.id == job_id).values(values))
