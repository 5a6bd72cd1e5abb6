"""Hearing: when a citizen last did something himself, as the platform tells time."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.tables import inbox


def last_heard(
    tx: Connection, conversation: int, channel: str, beginnings: Sequence[str]
) -> int | None:
    """Return the last position of rows whose keys begin so; None if none is kept."""
    query = sa.select(sa.func.max(inbox.c.position)).where(
        inbox.c.conversation_id == conversation,
        inbox.c.channel == channel,
        sa.or_(*(inbox.c.key.startswith(one, autoescape=True) for one in beginnings)),
    )
    return tx.execute(query).scalar()
