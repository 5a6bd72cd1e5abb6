"""Alerts: what staff must see to at once; who saw to it is noted."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import area, audit
from storage.audit import HOUSE
from storage.model.alert import Alert, AlertReason
from storage.model.staff import Staff
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


def waiting(tx: Connection, who: Staff) -> tuple[Alert, ...]:
    """Return what nobody in this member's area has seen to yet, the newest first."""
    query = _open_to(
        tx,
        who,
        alert.c.id,
        alert.c.reason,
        alert.c.conversation_id,
        conversation.c.channel,
        alert.c.created_at,
        tip.c.id.label("tip"),
        tip.c.code,
    )
    rows = tx.execute(query.order_by(alert.c.id.desc()))
    return tuple(Alert(row[0], AlertReason(row[1]), *row[2:]) for row in rows)


def count(tx: Connection, who: Staff) -> int:
    """Return how many wait in this member's area."""
    total: int = tx.execute(_open_to(tx, who, sa.func.count())).scalar_one()
    return total


def close(tx: Connection, alert_id: int, who: Staff, how: str, now: datetime) -> bool:
    """Note how staff saw to it; False if it does not wait for this member any more."""
    mine = alert.c.id.in_(_open_to(tx, who, alert.c.id).where(alert.c.id == alert_id))
    done = sa.update(alert).where(mine, OPEN).values(done_at=now, done_by=who.id)
    if tx.execute(done).rowcount != 1:
        return False
    audit.write(tx, HOUSE, f"staff:{who.id}", "alert_seen_to", now, how, alert=alert_id)
    return True


def _open_to(
    tx: Connection, who: Staff, *columns: sa.ColumnElement[Any]
) -> sa.Select[Any]:
    """Return the query for what waits in this member's area."""
    return (
        sa.select(*columns)
        .select_from(alert)
        .join(conversation, conversation.c.id == alert.c.conversation_id)
        .outerjoin(tip, tip.c.id == last_of(alert.c.conversation_id))
        .where(OPEN, area.concerns(tx, who))
    )
