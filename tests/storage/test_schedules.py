import asyncio
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import schedules
from storage.crypt import KeyRing
from storage.db import Database, open_database
from storage.tables import firing, schedule
from tests.fixtures.line import NOW

DAILY = "0 7 * * *"


def a_day_later(_cron: str, after: datetime) -> datetime:
    return after + timedelta(days=1)


async def test_a_plan_fires_once_however_many_processes_look(
    db: Database, database_url: str, ring: KeyRing
) -> None:
    await db.write(schedules.put, "report", DAILY, NOW)
    processes = [await open_database(database_url, ring) for _ in range(3)]

    fired = await asyncio.gather(
        *(process.write(schedules.fire, NOW, a_day_later) for process in processes)
    )
    for process in processes:
        await process.close()

    assert sorted(fired) == [(), (), ("report",)]
    assert await db.read(_firings) == [("report", NOW)]


async def test_a_plan_fires_again_when_its_next_time_has_come(db: Database) -> None:
    await db.write(schedules.put, "report", DAILY, NOW)
    tomorrow = NOW + timedelta(days=1)

    assert await db.write(schedules.fire, NOW, a_day_later) == ("report",)
    assert await db.write(schedules.fire, NOW, a_day_later) == ()
    assert await db.write(schedules.fire, tomorrow, a_day_later) == ("report",)


async def test_after_a_long_sleep_a_plan_fires_once_not_for_every_day(
    db: Database,
) -> None:
    await db.write(schedules.put, "report", DAILY, NOW)
    much_later = NOW + timedelta(days=9)

    assert await db.write(schedules.fire, much_later, a_day_later) == ("report",)
    assert await db.write(schedules.fire, much_later, a_day_later) == ()


async def test_a_restart_keeps_the_next_time_unless_the_plan_has_changed(
    db: Database,
) -> None:
    await db.write(schedules.put, "report", DAILY, NOW)
    later = NOW + timedelta(hours=5)

    await db.write(schedules.put, "report", DAILY, later)
    assert await db.read(_next) == NOW

    await db.write(schedules.put, "report", "0 8 * * *", later)
    assert await db.read(_next) == later


def _firings(tx: Connection) -> list[tuple[str, datetime]]:
    return [tuple(row) for row in tx.execute(sa.select(firing.c.name, firing.c.at))]


def _next(tx: Connection) -> datetime:
    return tx.execute(sa.select(schedule.c.next_at)).scalar_one()
