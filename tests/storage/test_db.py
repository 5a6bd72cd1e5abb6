import asyncio

import pytest
from sqlalchemy import Connection

from storage.crypt import KeyRing
from storage.db import Database, open_database
from storage.errors import StorageClosed
from tests.fixtures.line import begin


class Broken(Exception):
    pass


async def test_a_write_that_fails_takes_nothing_of_the_others_with_it(
    db: Database,
) -> None:
    outcomes = await asyncio.gather(
        *(
            db.write(_fail if number % 3 == 0 else begin, f"visitor {number}")
            for number in range(12)
        ),
        return_exceptions=True,
    )

    failed = [number for number in range(12) if isinstance(outcomes[number], Broken)]
    assert failed == [0, 3, 6, 9]
    again = await asyncio.gather(
        *(db.write(begin, f"visitor {number}") for number in range(12))
    )
    assert [again[n] for n in range(12) if n % 3] == [
        outcomes[n] for n in range(12) if n % 3
    ]


async def test_a_write_that_runs_dry_keeps_nobody_waiting(db: Database) -> None:
    writes = [db.write(begin, "a"), db.write(_run_dry), db.write(begin, "b")]

    async with asyncio.timeout(5):
        outcomes = await asyncio.gather(*writes, return_exceptions=True)

    assert [type(outcome) for outcome in outcomes] == [int, RuntimeError, int]


async def test_a_write_that_fails_leaves_nothing(db: Database) -> None:
    with pytest.raises(Broken):
        await db.write(_fail, "a")

    assert await db.write(_count) == 0


async def test_writes_go_on_after_one_who_waited_has_gone(db: Database) -> None:
    for _ in range(20):
        gone = asyncio.create_task(db.write(begin, "a"))
        await asyncio.sleep(0)
        gone.cancel()

    assert await db.write(begin, "b")


async def test_who_comes_after_the_end_is_told_so_and_who_came_before_is_served(
    database_url: str, ring: KeyRing
) -> None:
    db = await open_database(database_url, ring)
    before = asyncio.create_task(db.write(begin, "a"))
    await asyncio.sleep(0)

    async with asyncio.timeout(5):
        await db.close()
        for late in (
            db.write(begin, "b"),
            db.announce(["x"], begin, "c"),
            db.read(_count),
        ):
            with pytest.raises(StorageClosed):
                await late

    assert await before


async def test_the_bell_rings_when_an_announced_write_is_durable(
    db: Database,
) -> None:
    heard = db.bell.listen("inbox")

    await db.announce(["inbox"], begin, "a")

    await asyncio.wait_for(heard, 5)


def _fail(tx: Connection, address: str) -> int:
    begin(tx, address)
    raise Broken


def _run_dry(_tx: Connection) -> int:
    return next(iter(()))


def _count(tx: Connection) -> int:
    counted: int = tx.exec_driver_sql("SELECT count(*) FROM conversation").scalar_one()
    return counted
