"""One after the other: what two transactions must not do at the same moment."""

from hashlib import sha256

import sqlalchemy as sa
from sqlalchemy import Connection


def in_turn(tx: Connection, name: str) -> None:
    """Wait until no other transaction is at `name`, and hold it until commit."""
    if tx.dialect.name == "sqlite":
        return  # writes in one thread, each transaction begins with the lock
    number = int.from_bytes(sha256(name.encode()).digest()[:8], "big", signed=True)
    tx.execute(sa.select(sa.func.pg_advisory_xact_lock(number)))
