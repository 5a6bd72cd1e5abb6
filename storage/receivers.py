"""Receivers: who was handed a teller's tips, and whether they heard of his wish."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import area, audit
from storage.model.privacy import Receiver
from storage.model.staff import Staff
from storage.tables import agency, handover, tip

NOBODY_NAMED = "cơ quan nhận tin"


def of(tx: Connection, conversation_id: int) -> tuple[Receiver, ...]:
    """Return every hand-over of the conversation's tips, oldest first."""
    query = (
        sa.select(handover.c.id, agency.c.name, tip.c.code, handover.c.wish_told_at)
        .join(tip, tip.c.id == handover.c.tip_id)
        .outerjoin(agency, agency.c.id == handover.c.agency_id)
        .where(tip.c.conversation_id == conversation_id)
        .order_by(handover.c.id)
    )
    return tuple(
        Receiver(row.id, row.name or NOBODY_NAMED, row.code, row.wish_told_at)
        for row in tx.execute(query)
    )


def tell(tx: Connection, handover_id: int, who: Staff, now: datetime) -> bool:
    """Note that a receiver was told of the wish; False if that was noted before."""
    ours = sa.select(tip.c.id).where(area.concerns(tx, who))
    told = (
        sa.update(handover)
        .where(handover.c.id == handover_id, handover.c.wish_told_at.is_(None))
        .where(handover.c.tip_id.in_(ours))
        .values(wish_told_at=now)
        .returning(handover.c.tip_id)
    )
    tip_id = tx.execute(told).scalar_one_or_none()
    if tip_id is None:
        return False
    actor = f"staff:{who.id}"
    audit.write(tx, f"tip:{tip_id}", actor, "receiver_told", now, handover=handover_id)
    return True
