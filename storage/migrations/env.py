"""Alembic's entry: runs on the connection that storage.migrate hands over."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from sqlalchemy import Connection

from storage.tables import metadata
from storage.tables.columns import Time


def render(kind: str, thing: Any, _autogen: Any) -> str | Literal[False]:
    """Write our own types by their names, so that migrations stay readable."""
    if kind == "type" and isinstance(thing, Time):
        return "Time()"
    if kind == "type" and isinstance(thing, sa.BigInteger):
        return "ID" if thing._variant_mapping else False  # noqa: SLF001 - no public way
    return False


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        render_item=render,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
