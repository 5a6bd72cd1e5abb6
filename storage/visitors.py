"""Visitors of the web chat: secrets that lead back to a conversation, only hashed."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.tables import conversation, visitor
from storage.tokens import hashed
from storage.upsert import insert


def admit(tx: Connection, conversation_id: int, token: str, now: datetime) -> None:
    """Let `token` open this conversation from now on."""
    row = {
        "conversation_id": conversation_id,
        "token_hash": hashed(token),
        "created_at": now,
    }
    # A first message that is sent twice at once admits its sender twice; who was erased
    # while he was let in begins anew.
    tx.execute(
        insert(tx, visitor)
        .values(row)
        .on_conflict_do_update(
            index_elements=[visitor.c.token_hash],
            set_={"conversation_id": conversation_id},
        )
    )


def recent(tx: Connection, conversation_id: int, since: datetime) -> int:
    """Return how many tokens open this conversation since then."""
    query = sa.select(sa.func.count()).where(
        visitor.c.conversation_id == conversation_id, visitor.c.created_at >= since
    )
    return tx.execute(query).scalar_one()


def find(tx: Connection, token: str) -> int | None:
    """Return the conversation that `token` opens; None too once it is erased."""
    query = (
        sa.select(visitor.c.conversation_id)
        .join(conversation, conversation.c.id == visitor.c.conversation_id)
        .where(
            visitor.c.token_hash == hashed(token), conversation.c.key_cell.is_not(None)
        )
    )
    return tx.execute(query).scalar()
