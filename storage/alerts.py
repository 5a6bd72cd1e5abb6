"""Alerts: what staff must see to at once; who saw to it is noted."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import audit
from storage.audit import HOUSE
from storage.model.alert import Alert, AlertReason
from storage.standing import last_of
from storage.tables import alert, conversation, tip

OPEN = alert.c.done_at.is_(None)


def raise_for(
    tx: Connection, conversation_id: int, reason: AlertReason, now: datetime
) -> None:
    """Note that staff must look at this conversation at once."""
    row = {"conversation_id": conversation_id, "reason": reason, "created_at": now}
    tx.execute(sa.insert(alert).values(row))
    audit.write(
        tx, HOUSE, "citizen", "alerted", now,
        conversation=conversation_id, why=str(reason),
    )  # fmt: skip


def waiting(tx: Connection) -> tuple[Alert, ...]:
    """Return what nobody has seen to yet, the newest first."""
    last = last_of(alert.c.conversation_id)
    query = (
        sa.select(
            alert.c.id,
            alert.c.reason,
            alert.c.conversation_id,
            conversation.c.channel,
            alert.c.created_at,
            tip.c.id.label("tip"),
            tip.c.code,
        )
        .join(conversation, conversation.c.id == alert.c.conversation_id)
        .outerjoin(tip, tip.c.id == last)
        .where(OPEN)
        .order_by(alert.c.id.desc())
    )
    rows = tx.execute(query)
    return tuple(Alert(row[0], AlertReason(row[1]), *row[2:]) for row in rows)


def count(tx: Connection) -> int:
    """Return how many wait."""
    query = sa.select(sa.func.count()).select_from(alert).where(OPEN)
    total: int = tx.execute(query).scalar_one()
    return total


def close(
    tx: Connection, alert_id: int, staff_id: int, how: str, now: datetime
) -> bool:
    """Note how staff saw to it; False if somebody has already."""
    done = (
        sa.update(alert)
        .where(alert.c.id == alert_id, OPEN)
        .values(done_at=now, done_by=staff_id)
    )
    if tx.execute(done).rowcount != 1:
        return False
    audit.write(
        tx, HOUSE, f"staff:{staff_id}", "alert_seen_to", now, how, alert=alert_id
    )
    return True
