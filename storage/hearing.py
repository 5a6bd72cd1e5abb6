"""Hearing: what a platform has brought us, and when a citizen last did something."""

from collections.abc import Collection, Sequence

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


def known(
    tx: Connection, channel: str, account: str, keys: Collection[str]
) -> frozenset[str]:
    """Return which of these keys came in."""
    query = sa.select(inbox.c.key).where(
        inbox.c.channel == channel,
        inbox.c.account == account,
        inbox.c.key.in_(list(keys)),
    )
    return frozenset(tx.execute(query).scalars())
