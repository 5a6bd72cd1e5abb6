"""What officers write on a tip for one another, and we for them; only ever added."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import audit
from storage.tables import note, staff

SYSTEM = "Hệ thống"


@dataclass(frozen=True, slots=True)
class Note:
    """A note and who wrote it."""

    id: int
    by: str
    text: str
    at: datetime


def add(tx: Connection, tip_id: int, staff_id: int, text: str, now: datetime) -> None:
    """Keep a note."""
    row = {"tip_id": tip_id, "staff_id": staff_id, "text": text, "at": now}
    tx.execute(sa.insert(note).values(row))
    audit.write(tx, f"tip:{tip_id}", f"staff:{staff_id}", "noted", now)


def remark(tx: Connection, tip_id: int, text: str, now: datetime) -> None:
    """Keep a note of our own."""
    tx.execute(sa.insert(note).values(tip_id=tip_id, text=text, at=now))
    audit.write(tx, f"tip:{tip_id}", "system", "noted", now)


def of(tx: Connection, tip_id: int) -> tuple[Note, ...]:
    """Return the notes on a tip, oldest first."""
    query = (
        sa.select(note, sa.func.coalesce(staff.c.name, SYSTEM).label("by"))
        .outerjoin(staff, staff.c.id == note.c.staff_id)
        .where(note.c.tip_id == tip_id)
        .order_by(note.c.id)
    )
    return tuple(Note(row.id, row.by, row.text, row.at) for row in tx.execute(query))
