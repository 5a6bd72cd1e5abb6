"""Conversations that an officer holds in the platform's own tool, until he gives back."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import audit
from storage.audit import HOUSE
from storage.inbox import post
from storage.model.message import Released
from storage.standing import last_of
from storage.tables import conversation, tip

TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Takeover:
    """A conversation in which we keep silent, and the last tip of its teller."""

    conversation: int
    channel: str
    at: datetime
    tip: int | None
    tip_code: str | None


def listed(tx: Connection) -> tuple[Takeover, ...]:
    """Return where an officer talks, who wrote last first."""
    last = last_of(conversation.c.id)
    query = (
        sa.select(
            conversation.c.id,
            conversation.c.channel,
            conversation.c.updated_at,
            tip.c.id.label("tip"),
            tip.c.code,
        )
        .select_from(conversation)
        .outerjoin(tip, tip.c.id == last)
        .where(conversation.c.state == TAKEN)
        .order_by(conversation.c.updated_at.desc())
    )
    return tuple(Takeover(*row) for row in tx.execute(query))


def release(tx: Connection, conversation_id: int, staff_id: int, now: datetime) -> bool:
    """Let us go on where the conversation stands; False if nobody holds it."""
    query = sa.select(conversation.c.state).where(conversation.c.id == conversation_id)
    if tx.execute(query).scalar() != TAKEN:
        return False
    post(tx, conversation_id, Released(), f"released:{now.isoformat()}", now)
    actor = f"staff:{staff_id}"
    audit.write(
        tx, HOUSE, actor, "conversation_released", now, conversation=conversation_id
    )
    return True
