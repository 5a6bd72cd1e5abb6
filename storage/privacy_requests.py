"""Consent withdrawn on a platform: waits for staff, who note how they saw to it."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import audit
from storage.audit import HOUSE
from storage.standing import last_of
from storage.tables import conversation, privacy_request, tip

OPEN = privacy_request.c.done_at.is_(None)


@dataclass(frozen=True, slots=True)
class PrivacyRequest:
    """Who withdrew, in which channel, and the last tip of his if there is one."""

    id: int
    conversation: int
    channel: str
    at: datetime
    tip: int | None
    tip_code: str | None


def file(tx: Connection, conversation_id: int, now: datetime) -> bool:
    """Note that consent was withdrawn; False if that waits for staff already."""
    mine = privacy_request.c.conversation_id == conversation_id
    if tx.execute(sa.select(privacy_request.c.id).where(mine, OPEN)).first():
        return False
    row = {"conversation_id": conversation_id, "created_at": now}
    tx.execute(sa.insert(privacy_request).values(row))
    audit.write(
        tx, HOUSE, "citizen", "consent_withdrawn", now, conversation=conversation_id
    )
    return True


def waiting(tx: Connection) -> tuple[PrivacyRequest, ...]:
    """Return what waits for staff, the longest first."""
    last = last_of(privacy_request.c.conversation_id)
    query = (
        sa.select(
            privacy_request.c.id,
            privacy_request.c.conversation_id,
            conversation.c.channel,
            privacy_request.c.created_at,
            tip.c.id.label("tip"),
            tip.c.code,
        )
        .join(conversation, conversation.c.id == privacy_request.c.conversation_id)
        .outerjoin(tip, tip.c.id == last)
        .where(OPEN)
        .order_by(privacy_request.c.id)
    )
    return tuple(PrivacyRequest(*row) for row in tx.execute(query))


def count(tx: Connection) -> int:
    """Return how many wait."""
    query = sa.select(sa.func.count()).select_from(privacy_request).where(OPEN)
    total: int = tx.execute(query).scalar_one()
    return total


def close(
    tx: Connection, request_id: int, staff_id: int, how: str, now: datetime
) -> bool:
    """Note how staff saw to it; False if somebody has already."""
    done = (
        sa.update(privacy_request)
        .where(privacy_request.c.id == request_id, OPEN)
        .values(done_at=now, done_by=staff_id)
    )
    if tx.execute(done).rowcount != 1:
        return False
    actor = f"staff:{staff_id}"
    audit.write(tx, HOUSE, actor, "withdrawal_seen_to", now, how, request=request_id)
    return True
