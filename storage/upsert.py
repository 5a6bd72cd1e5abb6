"""INSERT … ON CONFLICT for the dialect at hand."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite


def insert(tx: Connection, table: sa.Table) -> Any:
    """Return an insert that knows `on_conflict_do_nothing` and `…_do_update`."""
    if tx.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)
