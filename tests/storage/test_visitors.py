import asyncio

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import visitors
from storage.db import Database
from storage.tables import visitor
from tests.fixtures.line import NOW, begin


async def test_a_secret_leads_back_to_its_conversation(db: Database) -> None:
    where = await db.write(begin)

    await db.write(visitors.admit, where, "a long secret", NOW)

    assert await db.read(visitors.find, "a long secret") == where
    assert await db.read(visitors.find, "another secret") is None


async def test_several_secrets_may_open_one_conversation(db: Database) -> None:
    where = await db.write(begin)

    for secret in ("browser", "printed link"):
        await db.write(visitors.admit, where, secret, NOW)

    assert await db.read(visitors.find, "browser") == where
    assert await db.read(visitors.find, "printed link") == where


async def test_a_secret_admitted_many_times_at_once_stands_once(db: Database) -> None:
    where = await db.write(begin)

    await asyncio.gather(
        *(db.write(visitors.admit, where, "browser", NOW) for _ in range(6))
    )

    assert len(await db.read(_hashes)) == 1


async def test_the_secret_itself_is_not_kept(db: Database) -> None:
    where = await db.write(begin)
    await db.write(visitors.admit, where, "a long secret", NOW)

    (kept,) = await db.read(_hashes)

    assert b"secret" not in kept


async def test_a_secret_with_a_lone_surrogate_opens_nothing(db: Database) -> None:
    assert await db.read(visitors.find, "\ud800" * 20) is None


def _hashes(tx: Connection) -> list[bytes]:
    return list(tx.execute(sa.select(visitor.c.token_hash)).scalars())
