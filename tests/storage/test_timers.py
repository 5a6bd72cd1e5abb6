import asyncio
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import inbox, timers
from storage.codec import unpack_what
from storage.crypt import KeyRing
from storage.db import Database, open_database
from storage.model.line import Timer
from storage.model.message import Lapsed, What
from storage.model.timing import TimerKind
from storage.tables import conversation
from storage.tables import inbox as rows
from tests.fixtures.line import NOW, begin

DUE = NOW + timedelta(hours=3)


async def test_a_timer_fires_once_however_many_processes_look(
    db: Database, database_url: str, ring: KeyRing
) -> None:
    await _set(db, 20)
    processes = [await open_database(database_url, ring) for _ in range(3)]

    fired = await asyncio.gather(
        *(process.write(timers.fire, DUE) for process in processes for _ in range(3))
    )
    for process in processes:
        await process.close()

    assert sum(fired) == 20
    assert await db.read(_posted) == [Lapsed(TimerKind.NUDGE, 4)] * 20


async def test_a_timer_does_not_fire_before_it_is_due(db: Database) -> None:
    await _set(db, 1)

    assert await db.write(timers.fire, DUE - timedelta(seconds=1)) == 0


async def test_new_timers_replace_the_old_ones(db: Database) -> None:
    where = await db.write(begin)
    old = Timer(where, TimerKind.DRAFT, NOW, 1)
    new = Timer(where, TimerKind.NUDGE, NOW, 2)

    await db.write(timers.put, {where: [old]})
    await db.write(timers.put, {where: [new]})
    await db.write(timers.fire, NOW)

    assert await db.read(_posted) == [Lapsed(TimerKind.NUDGE, 2)]


async def test_a_timer_set_again_for_the_same_turn_wakes_once(db: Database) -> None:
    where = await db.write(begin)
    timer = Timer(where, TimerKind.NUDGE, NOW, 2)

    for _ in range(2):
        await db.write(timers.put, {where: [timer]})
        await db.write(timers.fire, NOW)

    assert await db.read(_posted) == [Lapsed(TimerKind.NUDGE, 2)]


async def test_a_dropped_timer_never_fires(db: Database) -> None:
    await _set(db, 1)

    await db.write(timers.drop, [1])

    assert await db.write(timers.fire, DUE) == 0


async def test_an_erased_conversation_keeps_no_other_from_waking(
    db: Database,
) -> None:
    await _set(db, 2)
    await db.write(_erase, 1)

    await db.write(timers.fire, DUE)

    assert await db.read(_posted) == [Lapsed(TimerKind.NUDGE, 4)]


async def _set(db: Database, count: int) -> None:
    for number in range(count):
        where = await db.write(begin, f"visitor {number}")
        await db.write(timers.put, {where: [Timer(where, TimerKind.NUDGE, DUE, 4)]})


def _erase(tx: Connection, where: int) -> None:
    erased = sa.update(conversation).where(conversation.c.id == where)
    tx.execute(erased.values(key_cell=None))


def _posted(tx: Connection) -> list[What]:
    return [
        unpack_what(inbox.body(tx, row_id))
        for row_id in tx.execute(sa.select(rows.c.id)).scalars()
    ]
