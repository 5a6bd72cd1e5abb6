"""What goes out: one row a platform message, once for each (cause, part)."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import conversations, vault
from storage.codec import pack, unpack
from storage.crypt import Key
from storage.model.line import OutboxState
from storage.model.message import Outgoing
from storage.tables import outbox


def add(
    tx: Connection,
    conversation_id: int,
    cause: int,
    messages: Sequence[Outgoing],
    now: datetime,
    *,
    is_pulled: bool = False,
) -> None:
    """Queue messages of one cause; `is_pulled`: the reader fetches them himself.

    A pulled message is delivered by standing here, at its place in the conversation.
    """
    if not messages:
        return
    whose = conversations.whose(tx, conversation_id)
    key = vault.key_of(tx, conversation_id)
    first = conversations.next_n(tx, conversation_id, len(messages))
    sent = {"state": OutboxState.SENT, "sent_at": now} if is_pulled else {}
    rows = [
        {
            "conversation_id": conversation_id,
            "channel": whose.channel,
            "account": whose.account,
            "cause": cause,
            "part": part,
            "n": first + part,
            "message_cell": key.seal(pack(message), about(cause, part)),
            "due_at": now,
            "created_at": now,
            "position": first + part if is_pulled else None,
            **sent,
        }
        for part, message in enumerate(messages)
    ]
    tx.execute(sa.insert(outbox), rows)


def position(tx: Connection, cause: int, part: int) -> int | None:
    """Return where the platform put this message; None while it is not delivered."""
    query = sa.select(outbox.c.position).where(
        outbox.c.cause == cause, outbox.c.part == part
    )
    return tx.execute(query).scalar()


def open_message(key: Key, cell: bytes, cause: int, part: int) -> Outgoing:
    """Return the message in a cell."""
    return unpack(Outgoing, key.open(cell, about(cause, part)))


def about(cause: int, part: int) -> str:
    """Return what a message's cell is bound to."""
    return f"outbox.message:{cause}:{part}"
