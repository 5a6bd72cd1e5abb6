"""Arrivals: by which codes a citizen came to a conversation; the first one counts."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.tables import arrival
from storage.upsert import insert


def keep(
    tx: Connection,
    conversation_id: int,
    codes: Sequence[str],
    first: str | None,
    now: datetime,
) -> None:
    """Keep these codes; which is the first may only now be known."""
    rows = [
        {
            "conversation_id": conversation_id,
            "code": code,
            "is_first": code == first,
            "at": now,
        }
        for code in codes
    ]
    if rows:
        statement = insert(tx, arrival).values(rows)
        tx.execute(
            statement.on_conflict_do_update(
                index_elements=["conversation_id", "code"],
                set_={"is_first": statement.excluded.is_first},
            )
        )


def of(tx: Connection, conversation_id: int) -> tuple[str, ...]:
    """Return the codes of a conversation, the first one first."""
    query = (
        sa.select(arrival.c.code)
        .where(arrival.c.conversation_id == conversation_id)
        .order_by(arrival.c.is_first.desc(), arrival.c.at, arrival.c.code)
    )
    return tuple(tx.execute(query).scalars())
