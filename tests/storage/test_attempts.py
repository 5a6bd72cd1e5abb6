"""Who fails to sign in waits longer each time, and he alone."""

import asyncio
from datetime import timedelta

import pytest
import sqlalchemy as sa

from storage import attempts
from storage.db import Database
from storage.tables import attempt
from tests.fixtures.told import NOW

HERE, THERE = "address:192.0.2.1", "address:192.0.2.2"


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (10, 900), (1_000_000, 900)],
)
def test_the_wait_grows_up_to_a_quarter_of_an_hour(failures: int, seconds: int) -> None:
    assert attempts.wait_after(failures) == timedelta(seconds=seconds)


async def test_who_failed_five_times_waits_and_nobody_beside_him(db: Database) -> None:
    for _ in range(4):
        await db.write(attempts.failed, HERE, NOW)
    assert await db.read(attempts.may_try, HERE, NOW)

    await db.write(attempts.failed, HERE, NOW)

    assert not await db.read(attempts.may_try, HERE, NOW)
    assert await db.read(attempts.may_try, THERE, NOW)
    assert await db.read(attempts.may_try, HERE, NOW + timedelta(seconds=30))


async def test_failures_at_the_same_moment_are_counted_each(db: Database) -> None:
    await asyncio.gather(*(db.write(attempts.failed, HERE, NOW) for _ in range(5)))

    assert not await db.read(attempts.may_try, HERE, NOW)


async def test_who_proves_himself_begins_anew(db: Database) -> None:
    for _ in range(9):
        await db.write(attempts.failed, HERE, NOW)

    await db.write(attempts.forget, HERE)

    assert await db.read(attempts.may_try, HERE, NOW)


async def test_no_address_is_kept_and_no_failure_for_ever(db: Database) -> None:
    await db.write(attempts.failed, HERE, NOW)
    await db.write(attempts.failed, THERE, NOW + timedelta(days=1, seconds=1))

    kept = await db.read(lambda tx: tx.execute(sa.select(attempt.c.place)).all())
    assert len(kept) == 1
    assert b"192.0.2" not in kept[0].place
