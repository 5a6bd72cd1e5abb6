"""Hearing: what a platform has brought us, and when a citizen last did something."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.model.line import Unsent
from storage.tables import inbox, outbox


@dataclass(frozen=True, slots=True)
class Heard:
    """When the reader of a message last did something; whether it answers him.

    `at_ms` is in milliseconds, as Zalo counts; None if nothing of his is kept.
    """

    at_ms: int | None
    is_answered: bool


def of(
    tx: Connection,
    message: Unsent,
    beginnings: Sequence[str],
    not_his: str,
    awake: timedelta,
) -> Heard:
    """Return how the reader of a message stands to it.

    It answers him if his own event caused it, or if one came since shortly before it was
    written: then he is there. Events whose keys begin with `not_his` are ours.
    """
    at = last_heard(tx, message.conversation, message.channel, beginnings)
    query = (
        sa.select(outbox.c.created_at, inbox.c.channel)
        .outerjoin(inbox, inbox.c.id == outbox.c.cause)
        .where(outbox.c.id == message.id)
    )
    row = tx.execute(query).one_or_none()
    if row is None or row.channel == message.channel:
        return Heard(at, is_answered=True)
    came = sa.select(inbox.c.id).where(
        inbox.c.conversation_id == message.conversation,
        inbox.c.channel == message.channel,
        inbox.c.received_at >= row.created_at - awake,
        ~inbox.c.key.startswith(not_his, autoescape=True),
    )
    return Heard(at, is_answered=tx.execute(came.limit(1)).first() is not None)


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
