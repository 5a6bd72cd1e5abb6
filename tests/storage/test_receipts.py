"""Events of many are kept together as each would be alone."""

import asyncio

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from storage import conversations, erasure, inbox
from storage.codec import unpack_what
from storage.crypt import KeyRing
from storage.db import Database, open_database
from storage.model.line import InboxState, Received
from storage.model.message import Said
from storage.receipts import add_all
from storage.tables import inbox as rows
from tests.fixtures.line import NOW, begin, received

ON_POSTGRESQL = pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)


async def test_each_event_has_its_place_in_its_own_conversation(db: Database) -> None:
    whose = ("a", "b", "a", "a", "b")
    events = [received(f"k{n}", f"{n}", who) for n, who in enumerate(whose)]

    assert await db.write(add_all, events) == 5

    assert await db.read(_told) == [
        ("a", 1, Said("0")),
        ("b", 1, Said("1")),
        ("a", 2, Said("2")),
        ("a", 3, Said("3")),
        ("b", 2, Said("4")),
    ]


async def test_an_event_is_kept_once_however_often_it_comes(db: Database) -> None:
    one, two = received("k1"), received("k2")

    assert await db.write(add_all, [one, one]) == 1
    assert await db.write(add_all, [one, two, two]) == 1
    await db.write(inbox.add, one)

    assert [n for _, n, _ in await db.read(_told)] == [1, 2]


async def test_the_same_key_with_another_body_is_another_event(db: Database) -> None:
    events = [received("k1", "một"), received("k1", "hai")]

    assert await db.write(add_all, events) == 2


async def test_an_event_of_nobodys_is_set_aside(db: Database) -> None:
    await db.write(add_all, [received("k1", address=None), received("k2")])

    assert await db.read(_states) == [InboxState.SET_ASIDE, InboxState.NEW]


async def test_what_comes_after_an_erasure_belongs_to_a_new_conversation(
    db: Database,
) -> None:
    old = await db.write(begin)
    await db.write(erasure.erase, old, "own wish", "staff:1", NOW)

    await db.write(add_all, [received("k1")])

    assert await db.write(begin) != old
    assert [n for _, n, _ in await db.read(_told)] == [1]


@ON_POSTGRESQL
async def test_what_comes_during_an_erasure_belongs_to_a_new_conversation(
    db: Database, database_url: str
) -> None:
    old = await db.write(begin)
    engine = create_async_engine(database_url, execution_options={"ring": db.ring})
    async with engine.begin() as tx:
        of_him = (old, "own wish", "staff:1", NOW)
        await tx.run_sync(lambda sync: erasure.erase(sync, *of_him))
        coming = asyncio.create_task(db.write(add_all, [received("k1")]))
        await asyncio.sleep(0.3)
        assert not coming.done()
    await engine.dispose()

    assert await coming == 1

    fresh = await db.write(begin)
    assert fresh != old
    assert await db.read(_whose) == [fresh]


@ON_POSTGRESQL
async def test_processes_that_keep_events_of_the_same_people_never_wait_in_a_ring(
    database_url: str, ring: KeyRing
) -> None:
    processes = [await open_database(database_url, ring) for _ in range(3)]
    db = processes[0]

    for turn in range(6):
        await asyncio.gather(
            *(
                process.write(add_all, _mixed(f"{turn}-{at}", turn, at))
                for at, process in enumerate(processes * 2)
            )
        )

    assert len(await db.read(_told)) == 6 * 6 * 20
    assert await db.read(_deadlocks) == 0
    for process in processes:
        await process.close()


def _mixed(key: str, turn: int, at: int) -> list[Received]:
    """Return events of the same ten people, of whom each time others come first."""
    whose = [f"{turn // 2}-{(n * (2 * at + 1) + at) % 10}" for n in range(20 - at)]
    whose += [f"{turn // 2}-{at}"] * at
    return [received(f"{key}-{n}", address=who) for n, who in enumerate(whose)]


def _told(tx: Connection) -> list[tuple[str, int, object]]:
    told = tx.execute(sa.select(rows).order_by(rows.c.id)).all()
    return [
        (
            conversations.whose(tx, row.conversation_id).address,
            row.n,
            unpack_what(inbox.open_body(tx, row)),
        )
        for row in told
    ]


def _states(tx: Connection) -> list[str]:
    return list(tx.execute(sa.select(rows.c.state).order_by(rows.c.id)).scalars())


def _whose(tx: Connection) -> list[int]:
    return list(tx.execute(sa.select(rows.c.conversation_id)).scalars())


def _deadlocks(tx: Connection) -> int:
    query = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
    found: int = tx.execute(sa.text(query)).scalar_one()
    return found
