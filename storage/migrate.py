"""Bring the database to the newest shape, one process at a time."""

import asyncio
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, make_url

from storage import postgresql, sqlite
from storage.crypt import KeyRing

TREE = Path(__file__).parent / "migrations"
LOCK = 0x6D616E68  # "manh": one migrating process a PostgreSQL database


async def migrate(url: str, ring: KeyRing, revision: str = "head") -> None:
    """Return when the database stands at `revision`; other processes wait meanwhile."""
    if make_url(url).get_backend_name() == "sqlite":
        await asyncio.to_thread(_migrate_sqlite, url, ring, revision)
        return
    engine = postgresql.engine(url, ring)
    async with engine.begin() as tx:
        await tx.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
        await tx.run_sync(apply, revision)
    await engine.dispose()


def apply(tx: Connection, revision: str = "head") -> None:
    """Run the tree on an open transaction, forward to head or back to base."""
    config = config_for(tx)
    if revision == "base":
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)


def config_for(tx: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(TREE))
    config.attributes["connection"] = tx
    return config


def _migrate_sqlite(url: str, ring: KeyRing, revision: str) -> None:
    # BEGIN IMMEDIATE is the lock: a second process waits for the first to commit.
    engine = sqlite.engine(url, ring)
    with engine.begin() as tx:
        apply(tx, revision)
    engine.dispose()
