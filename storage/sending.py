"""Sending: which message a sender takes next, and what became of it.

Replies go before bulk, and in order within a chat: a row waits while an older one of its
conversation is unsent.
"""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import vault
from storage.model.line import OutboxState, Unsent
from storage.outbox import open_message
from storage.tables import conversation, outbox

UNKNOWN_TRIES = 3


def take(tx: Connection, channel: str, account: str, now: datetime) -> Unsent | None:
    """Return the next message to send, marked as being sent; None when none is due.

    Its attempt is committed before the try: after a kill its outcome is unknown.
    """
    older = outbox.alias("older")
    blocked = sa.exists().where(
        older.c.conversation_id == outbox.c.conversation_id,
        older.c.n < outbox.c.n,
        older.c.state.in_((OutboxState.NEW, OutboxState.SENDING)),
    )
    query = (
        sa.select(outbox, conversation.c.address)
        .join(conversation, conversation.c.id == outbox.c.conversation_id)
        .where(
            outbox.c.channel == channel,
            outbox.c.account == account,
            outbox.c.state == OutboxState.NEW,
            outbox.c.due_at <= now,
            ~blocked,
        )
        .order_by(outbox.c.lane, outbox.c.due_at, outbox.c.id)
        .limit(1)
    )
    row = tx.execute(query).one_or_none()
    if row is None:
        return None
    _set(tx, row.id, state=OutboxState.SENDING, attempts=row.attempts + 1)
    key = vault.key_of(tx, row.conversation_id)
    return Unsent(
        id=row.id,
        conversation=row.conversation_id,
        channel=row.channel,
        account=row.account,
        address=row.address,
        n=row.n,
        message=open_message(key, row.message_cell, row.cause, row.part),
        attempts=row.attempts + 1,
    )


def sent(
    tx: Connection, row_id: int, position: int | None, name: str, now: datetime
) -> None:
    """Mark a message as delivered: at the platform's position, under its id there."""
    stands = {"position": position, "platform_id": name, "sent_at": now}
    _set(tx, row_id, state=OutboxState.SENT, **stands)


def retry(tx: Connection, row_id: int, at: datetime, error: str) -> None:
    """Put a message back until `at`."""
    _set(tx, row_id, state=OutboxState.NEW, due_at=at, error=error)


def give_up(tx: Connection, row_id: int, error: str) -> None:
    """Make a dead letter of it, for staff to see."""
    _set(tx, row_id, state=OutboxState.DEAD, error=error)


def unknown(tx: Connection, row_id: int, attempts: int, now: datetime) -> None:
    """Settle a send whose outcome nobody knows: repeat it, at most three times."""
    if attempts >= UNKNOWN_TRIES:
        give_up(tx, row_id, "outcome unknown three times")
        return
    wait = timedelta(seconds=5 * attempts)
    retry(tx, row_id, now + wait, "outcome unknown")


def adrift(tx: Connection, channel: str, account: str, now: datetime) -> int:
    """Settle what a killed sender left as being sent; for the new only sender."""
    query = sa.select(outbox.c.id, outbox.c.attempts).where(
        outbox.c.channel == channel,
        outbox.c.account == account,
        outbox.c.state == OutboxState.SENDING,
    )
    rows = tx.execute(query).all()
    for row in rows:
        unknown(tx, row.id, row.attempts, now)
    return len(rows)


def _set(tx: Connection, row_id: int, **values: object) -> None:
    tx.execute(sa.update(outbox).where(outbox.c.id == row_id).values(values))
