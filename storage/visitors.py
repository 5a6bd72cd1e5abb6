"""Visitors of the web chat: secrets that lead back to a conversation, only hashed."""

from datetime import datetime
from hashlib import sha256

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.tables import visitor


def admit(tx: Connection, conversation_id: int, token: str, now: datetime) -> None:
    """Let `token` open this conversation from now on."""
    tx.execute(
        sa.insert(visitor).values(
            conversation_id=conversation_id, token_hash=_hash(token), created_at=now
        )
    )


def find(tx: Connection, token: str) -> int | None:
    """Return the conversation that `token` opens, or None."""
    query = sa.select(visitor.c.conversation_id).where(
        visitor.c.token_hash == _hash(token)
    )
    return tx.execute(query).scalar()


def _hash(token: str) -> bytes:
    # The tokens are 256 random bits: a plain hash cannot be guessed back.
    return sha256(token.encode("utf-8", "replace")).digest()
