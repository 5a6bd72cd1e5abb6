"""Packages that left the house: for whom, when, and the hash of each."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import audit, work
from storage.model.tip import Tip, TipStatus
from storage.tables import handover, staff


@dataclass(frozen=True, slots=True)
class Handover:
    """A package of a tip."""

    id: int
    by: str
    at: datetime
    sha256: str
    size: int


def add(
    tx: Connection, known: Tip, staff_id: int, sha256: str, size: int, now: datetime
) -> bool:
    """Keep that the tip was handed over; False if it has moved on."""
    if not work.move(tx, known, now, status=TipStatus.HANDED_OVER):
        return False
    row = {
        "tip_id": known.id,
        "staff_id": staff_id,
        "at": now,
        "sha256": sha256,
        "bytes": size,
    }
    tx.execute(sa.insert(handover).values(row))
    work.announce(tx, known, TipStatus.HANDED_OVER, now)
    subject, actor = f"tip:{known.id}", f"staff:{staff_id}"
    audit.write(tx, subject, actor, "handed_over", now, was=known.status, sha256=sha256)
    return True


def of(tx: Connection, tip_id: int) -> tuple[Handover, ...]:
    """Return the packages of a tip, oldest first."""
    query = (
        sa.select(handover, staff.c.name.label("by"))
        .join(staff, staff.c.id == handover.c.staff_id)
        .where(handover.c.tip_id == tip_id)
        .order_by(handover.c.id)
    )
    return tuple(
        Handover(row.id, row.by, row.at, row.sha256, row.bytes)
        for row in tx.execute(query)
    )
