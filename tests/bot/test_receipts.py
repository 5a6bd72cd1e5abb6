"""What the database does not take lies in the spool, and is brought there later."""

import asyncio
import time
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from bot.receipts import AT_ONCE, COMMIT_WITHIN_S, STUCK_S, TOGETHER
from storage.db import Database
from storage.tables import conversation
from tests.fixtures.line import begin
from tests.fixtures.platform import NAME, told
from tests.fixtures.webhook import Door, locked, opened, refusing

IN_TIME_S = 2.0
MANY = 2 * TOGETHER + 10


async def test_what_the_database_refuses_is_spooled_and_drained_in_order(
    door: Door,
) -> None:
    async with refusing(door.db):
        knocks = [await door.knock(told(f"k{n}", n)) for n in range(5)]
        assert door.spooled() == 5

    await door.drained()
    assert knocks == [200] * 5
    assert await door.kept() == [(f"k{n}", n) for n in range(5)]
    assert (door.receipts.tally.taken, door.receipts.tally.spooled) == (5, 5)


async def test_what_is_spooled_outlives_the_process(
    db: Database, door: Door, tmp_path: Path
) -> None:
    async with refusing(db):
        async with opened(db, tmp_path / "other") as other:
            for n in range(3):
                assert await other.knock(told(f"k{n}", n)) == 200
        assert other.spooled() == 3

    async with opened(db, tmp_path / "other") as again:
        await again.drained()

    assert await door.kept() == [(f"k{n}", n) for n in range(3)]


async def test_more_than_one_commit_takes_is_drained(door: Door) -> None:
    async with refusing(door.db):
        knocks = await asyncio.gather(
            *(door.knock(told(f"k{n}", n, address=f"v{n % 9}")) for n in range(MANY))
        )

    await door.drained()
    assert knocks == [200] * MANY
    assert len(await door.kept()) == MANY


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_a_commit_that_comes_late_is_no_second_event(
    door: Door, database_url: str
) -> None:
    async with locked(database_url):
        assert await door.knock(told("k1", 1)) == 200
        assert door.spooled() == 1
        await asyncio.sleep(COMMIT_WITHIN_S / 4)

    await door.drained()
    assert await door.kept() == [("k1", 1)]


async def test_a_server_that_stops_answers_for_the_last_ones(
    db: Database, tmp_path: Path
) -> None:
    async with refusing(db), opened(db, tmp_path) as door:
        last = [asyncio.create_task(door.knock(told(f"k{n}", n))) for n in range(3)]
        await asyncio.sleep(0)  # they are on their way
        await door.stop()
        statuses = await asyncio.gather(*last, door.knock(told("k9", 9)))

    assert statuses == [200] * 4
    assert door.spooled() == 4


async def test_where_neither_takes_it_it_must_come_again(
    door: Door, tmp_path: Path
) -> None:
    (tmp_path / "spool").write_bytes(b"no folder")

    async with refusing(door.db):
        assert await door.knock(told("k1", 1)) == 503
    assert door.receipts.tally.taken == 0

    assert await door.knock(told("k1", 1)) == 200
    assert await door.kept() == [("k1", 1)]


async def test_one_event_that_will_not_go_holds_up_no_other(door: Door) -> None:
    await door.db.write(begin, "spoilt", NAME)
    await door.db.write(_spoil)
    whose = ("a", "spoilt", "b", "spoilt", "c")

    knocks = await asyncio.gather(
        *(door.knock(told(f"k{n}", n, address=one)) for n, one in enumerate(whose))
    )

    assert knocks == [200] * 5
    assert [n for _, n in await door.kept()] == [0, 2, 4]
    assert door.spooled() == 2


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_while_nothing_is_committed_nobody_waits_to_learn_it(
    door: Door, database_url: str
) -> None:
    async with locked(database_url):
        knocks = []
        for n in range(AT_ONCE):
            knocks.append(asyncio.create_task(door.knock(told(f"k{n}", n))))
            await asyncio.sleep(0.1)  # each is a commit of its own
        await asyncio.sleep(STUCK_S)
        begun = time.monotonic()
        assert await door.knock(told("k9", 9)) == 200
        took = time.monotonic() - begun

    assert took < COMMIT_WITHIN_S / 2
    assert await asyncio.gather(*knocks) == [200] * AT_ONCE
    await door.drained()
    assert await door.kept() == [("k0", 0), ("k1", 1), ("k9", 9)]


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_two_hundred_a_second_before_a_lock_of_four_seconds_are_answered_in_time(
    door: Door, database_url: str
) -> None:
    waits: list[float] = []

    async def knock(n: int) -> int:
        await asyncio.sleep(n / 200)
        begun = time.monotonic()
        status = await door.knock(told(f"k{n}", n, address=f"v{n % 40}"))
        waits.append(time.monotonic() - begun)
        return status

    async with locked(database_url):
        knocks = asyncio.gather(*(knock(n) for n in range(800)))
        await asyncio.sleep(4)
    statuses = await knocks

    assert statuses == [200] * 800
    assert max(waits) < IN_TIME_S
    await door.drained()
    assert await door.kept() == [(f"k{n}", n) for n in range(800)]


async def test_what_will_not_go_stays_in_the_spool_and_lets_others_pass(
    door: Door,
) -> None:
    await door.db.write(begin, "spoilt", NAME)
    await door.db.write(_spoil)
    async with refusing(door.db):
        for n, address in enumerate(("spoilt", "a", "b")):
            await door.knock(told(f"k{n}", n, address=address))

    async with asyncio.timeout(10):
        while door.spooled() > 1:  # noqa: ASYNC110 - a spool rings no bell
            await asyncio.sleep(0.05)
    assert [n for _, n in await door.kept()] == [1, 2]


def _spoil(tx: Connection) -> None:
    """Let nothing open the keys of the conversations there are."""
    tx.execute(sa.update(conversation).values(key_cell=b"spoilt"))
