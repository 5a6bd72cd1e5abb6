"""What the calendar asks is done once, in the office's own time, whatever else breaks."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from bot.loops import scheduler
from bot.loops.scheduler import Plan, Scheduler, fire, following
from storage import timers
from storage.db import Database
from storage.model.line import Timer
from storage.model.timing import TimerKind
from storage.tables import inbox
from tests.fixtures.console import Clock
from tests.fixtures.line import begin

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NIGHTLY = "17 3 * * *"
AT_NIGHT = datetime(2026, 11, 25, 20, 17, tzinfo=UTC)  # 3:17 of the 26th in Việt Nam
SOON = 15.0


class Desk:
    """Plans whose work is noted; one that breaks is broken each time."""

    def __init__(self, db: Database, clock: Clock, *names: str) -> None:
        self.done: list[str] = []
        plans = {name: Plan(NIGHTLY, self._work(name)) for name in names}
        self.scheduler = Scheduler(db, clock, ZONE, plans)

    def _work(self, name: str) -> Callable[[], Awaitable[None]]:
        async def work() -> None:
            self.done.append(name)
            if name == "broken":
                raise OSError(name)

        return work


@asynccontextmanager
async def _running(desk: Desk) -> AsyncIterator[None]:
    loop = asyncio.create_task(scheduler.run(desk.scheduler))
    yield
    loop.cancel()
    with suppress(asyncio.CancelledError):
        await loop


async def _planned(desk: Desk) -> None:
    """Let the loop put its plans down, and look once."""
    async with _running(desk):
        await asyncio.sleep(0.3)


async def _until_done(desk: Desk, names: list[str]) -> None:
    async with asyncio.timeout(SOON):
        while desk.done != names:  # noqa: ASYNC110 - a plan rings no bell
            await asyncio.sleep(0.05)


@pytest.mark.parametrize(
    ("after", "due"),
    [
        (AT_NIGHT - timedelta(seconds=1), AT_NIGHT),
        (AT_NIGHT + timedelta(seconds=1), AT_NIGHT + timedelta(days=1)),
    ],
)
def test_the_calendar_is_the_offices_own(after: datetime, due: datetime) -> None:
    assert following(ZONE, NIGHTLY, after) == due


async def test_a_plan_is_done_when_its_time_comes_and_not_again(
    db: Database, clock: Clock
) -> None:
    clock.now = AT_NIGHT - timedelta(hours=1)
    desk = Desk(db, clock, "tidy")

    async with _running(desk):
        await asyncio.sleep(0.3)
        assert desk.done == []
        clock.now = AT_NIGHT
        await _until_done(desk, ["tidy"])
        await fire(desk.scheduler)

    assert desk.done == ["tidy"]


async def test_what_fell_due_while_nobody_served_is_done_once_at_the_start(
    db: Database, clock: Clock
) -> None:
    clock.now = AT_NIGHT - timedelta(hours=1)
    await _planned(Desk(db, clock, "tidy"))
    clock.now += timedelta(days=3)
    desk = Desk(db, clock, "tidy")

    async with _running(desk):
        await _until_done(desk, ["tidy"])
        await fire(desk.scheduler)

    assert desk.done == ["tidy"]


async def test_two_processes_do_a_plan_once(db: Database, clock: Clock) -> None:
    clock.now = AT_NIGHT - timedelta(hours=1)
    one, other = Desk(db, clock, "tidy"), Desk(db, clock, "tidy")
    await _planned(one)
    clock.now = AT_NIGHT

    await asyncio.gather(fire(one.scheduler), fire(other.scheduler))

    assert one.done + other.done == ["tidy"]


async def test_a_plan_that_breaks_stops_no_other_and_comes_again(
    db: Database, clock: Clock
) -> None:
    clock.now = AT_NIGHT - timedelta(hours=1)
    desk = Desk(db, clock, "broken", "tidy")
    await _planned(desk)

    for _ in range(2):
        clock.now += timedelta(days=1)
        await fire(desk.scheduler)

    assert sorted(desk.done) == ["broken", "broken", "tidy", "tidy"]


async def test_a_plan_that_is_no_longer_ours_is_passed_over(
    db: Database, clock: Clock
) -> None:
    clock.now = AT_NIGHT - timedelta(hours=1)
    await _planned(Desk(db, clock, "old", "tidy"))
    clock.now = AT_NIGHT
    desk = Desk(db, clock, "tidy")

    await fire(desk.scheduler)

    assert desk.done == ["tidy"]


async def test_a_timer_wakes_its_conversation_and_rings_for_it(
    db: Database, clock: Clock
) -> None:
    where = await db.write(begin)
    timer = Timer(where, TimerKind.NUDGE, clock.now, 1)
    await db.write(timers.put, {where: [timer]})
    heard = db.bell.listen("inbox")

    await fire(Desk(db, clock).scheduler)

    await asyncio.wait_for(heard, SOON)
    assert await db.read(_posted) == [where]


def _posted(tx: Connection) -> list[int]:
    return list(tx.execute(sa.select(inbox.c.conversation_id)).scalars())
