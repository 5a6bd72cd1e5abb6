"""The audit: who did what when and why; nothing in it changes or goes.

Each subject (`tip:7`, or `house`) has a chain of its own: a row's hash covers its content
and the hash before it, so that a row altered behind our back is found.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.prepared import Prepared
from storage.serial import in_turn
from storage.tables import audit

HOUSE = "house"


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One act; `actor` is `staff:<id>`, `volunteer:<id>`, `citizen` or `system`."""

    subject: str
    seq: int
    at: datetime
    actor: str
    act: str
    reason: str
    details: dict[str, Any]
    before: str
    hash: str


def write(
    tx: Connection,
    subject: str,
    actor: str,
    act: str,
    now: datetime,
    reason: str = "",
    **details: Any,
) -> None:
    """Add an act to the end of the subject's chain."""
    in_turn(tx, f"audit:{subject}")
    last = _last(tx, subject)
    seq, before = (last.seq + 1, last.hash) if last else (1, "")
    row = AuditRow(subject, seq, now, actor, act, reason, details, before, "")
    values = {
        "subject": subject,
        "seq": seq,
        "at": now,
        "actor": actor,
        "act": act,
        "reason": reason,
        "details": json.dumps(details, ensure_ascii=False),
        "before": before,
        "hash": _hash(row),
    }
    ADD.run(tx, **values)


def trail(tx: Connection, subject: str) -> tuple[AuditRow, ...]:
    """Return all acts on the subject, oldest first."""
    query = _of(subject).order_by(audit.c.seq)
    return tuple(map(_row, tx.execute(query)))


def recent(
    tx: Connection, subject: str, limit: int, before_seq: int | None = None
) -> tuple[AuditRow, ...]:
    """Return the newest acts, or those just before `before_seq`, newest first."""
    query = _of(subject).order_by(audit.c.seq.desc()).limit(limit)
    if before_seq is not None:
        query = query.where(audit.c.seq < before_seq)
    return tuple(map(_row, tx.execute(query)))


def verify(tx: Connection, subject: str) -> bool:
    """Return whether the subject's chain is whole and unaltered from its beginning.

    Rows cut off the end leave no mark in the chain itself.
    """
    before = ""
    for seq, row in enumerate(trail(tx, subject), start=1):
        if (row.seq, row.before, row.hash) != (seq, before, _hash(row)):
            return False
        before = row.hash
    return True


def _hash(row: AuditRow) -> str:
    content = {
        "subject": row.subject,
        "seq": row.seq,
        "at": row.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": row.actor,
        "act": row.act,
        "reason": row.reason,
        "details": row.details,
        "before": row.before,
    }
    canonical = json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return sha256(canonical.encode()).hexdigest()


def _last(tx: Connection, subject: str) -> AuditRow | None:
    rows = LAST.rows(tx, subject=subject)
    return _row(rows[0]) if rows else None


def _of(subject: str) -> sa.Select[Any]:
    return sa.select(audit).where(audit.c.subject == subject)


def _newest(_tx: Connection) -> sa.ClauseElement:
    theirs = sa.select(audit).where(audit.c.subject == sa.bindparam("subject"))
    return theirs.order_by(audit.c.seq.desc()).limit(1)


def _add(_tx: Connection) -> sa.ClauseElement:
    return sa.insert(audit).inline()


def _row(row: Any) -> AuditRow:
    return AuditRow(
        subject=row.subject,
        seq=row.seq,
        at=row.at,
        actor=row.actor,
        act=row.act,
        reason=row.reason,
        details=json.loads(row.details),
        before=row.before,
        hash=row.hash,
    )


LAST = Prepared(_newest)
ADDED = (
    "subject", "seq", "at", "actor", "act", "reason", "details", "before", "hash",
)  # fmt: skip
ADD = Prepared(_add, ADDED)
