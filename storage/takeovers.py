"""Conversations that an officer holds in the platform's own tool, until he gives back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import area, audit
from storage.audit import HOUSE
from storage.inbox import post
from storage.model.message import Released
from storage.model.staff import Staff
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


def listed(tx: Connection, who: Staff) -> tuple[Takeover, ...]:
    """Return where an officer of this member's area talks, who wrote last first."""
    query = _taken(tx, who).order_by(conversation.c.updated_at.desc())
    return tuple(Takeover(*row) for row in tx.execute(query))


def release(tx: Connection, conversation_id: int, who: Staff, now: datetime) -> bool:
    """Let us go on where the conversation stands; False if none of the area holds it."""
    query = _taken(tx, who).where(conversation.c.id == conversation_id)
    if tx.execute(query).first() is None:
        return False
    post(tx, conversation_id, Released(), f"released:{now.isoformat()}", now)
    actor = f"staff:{who.id}"
    audit.write(
        tx, HOUSE, actor, "conversation_released", now, conversation=conversation_id
    )
    return True


def _taken(tx: Connection, who: Staff) -> sa.Select[Any]:
    return (
        sa.select(
            conversation.c.id,
            conversation.c.channel,
            conversation.c.updated_at,
            tip.c.id.label("tip"),
            tip.c.code,
        )
        .select_from(conversation)
        .outerjoin(tip, tip.c.id == last_of(conversation.c.id))
        .where(conversation.c.state == TAKEN, area.concerns(tx, who))
    )
