"""The bells of other processes are heard again after the server was away."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from storage import listening
from storage.crypt import KeyRing
from storage.db import Database, open_database
from tests.fixtures.line import begin

pytestmark = pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
SOON = 10.0

LISTENERS = (
    "FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'"
)


@pytest.fixture
async def other(database_url: str, ring: KeyRing) -> AsyncIterator[Database]:
    """The same database, opened by another process."""
    database = await open_database(database_url, ring)
    yield database
    await database.close()


def _cut(tx: Connection) -> int:
    """End the connections that listen; return how many."""
    cut = "SELECT count(pg_terminate_backend(pid)) " + LISTENERS
    return int(tx.execute(sa.text(cut)).scalar_one())


def _count(tx: Connection) -> int:
    query = "SELECT count(*) " + LISTENERS
    return int(tx.execute(sa.text(query)).scalar_one())


async def _all_listen(db: Database, wanted: int = 2) -> None:
    async with asyncio.timeout(SOON):
        while True:
            if await db.read(_count) == wanted:
                return
            await asyncio.sleep(0.05)


async def test_a_cut_connection_comes_back_and_hears(
    db: Database, other: Database
) -> None:
    assert await db.write(_cut) == 2
    await _all_listen(db)

    heard = other.bell.listen("inbox")
    await db.announce(["inbox"], begin, "a")

    await asyncio.wait_for(heard, SOON)


async def test_what_was_not_heard_meanwhile_wakes_all_afterwards(
    db: Database, other: Database
) -> None:
    heard = other.bell.listen("chat:1")
    await db.write(_cut)

    await db.announce(["chat:1"], begin, "a")

    await asyncio.wait_for(heard, SOON)


async def test_it_can_be_closed_while_it_is_away(
    database_url: str, ring: KeyRing, db: Database
) -> None:
    third = await open_database(database_url, ring)
    await db.write(_cut)
    await asyncio.sleep(listening.PAUSE / 2)

    await asyncio.wait_for(third.close(), SOON)

    await _all_listen(db, wanted=1)
