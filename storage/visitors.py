"""Visitors of the web chat: secrets that lead back to a conversation, only hashed."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.tables import visitor
from storage.tokens import hashed
from storage.upsert import insert


def admit(tx: Connection, conversation_id: int, token: str, now: datetime) -> None:
    """Let `token` open this conversation from now on."""
    row = {
        "conversation_id": conversation_id,
        "token_hash": hashed(token),
        "created_at": now,
    }
    # A first message that is sent twice at once admits its sender twice.
    tx.execute(insert(tx, visitor).values(row).on_conflict_do_nothing())


def find(tx: Connection, token: str) -> int | None:
    """Return the conversation that `token` opens, or None."""
    query = sa.select(visitor.c.conversation_id).where(
        visitor.c.token_hash == hashed(token)
    )
    return tx.execute(query).scalar()
