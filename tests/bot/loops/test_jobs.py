"""Slow work is done once, again where somebody died over it, and never given up unseen."""

import asyncio
import contextlib
from datetime import timedelta

from bot.loops import jobs
from bot.loops.jobs import do_one
from storage import jobs as rows
from storage import set_aside
from storage.jobs import ATTEMPTS, LEASE
from storage.model.evidence import Media
from storage.model.line import Origin, SetAside
from tests.fixtures.uploading import Visitor, jpeg

SOON = 20.0


async def _photo(visitor: Visitor, client_id: str = "c-1") -> Media:
    """Return a photo that waits for its preview."""
    raw = jpeg()
    name = await visitor.begun(client_id=client_id, name="a.jpg", size=len(raw))
    visitor.clock.now += timedelta(seconds=1)
    await visitor.send(name, 0, raw)
    return (await visitor.kept())[-1]


async def _all_drawn(visitor: Visitor) -> None:
    async with asyncio.timeout(SOON):
        while not all(kept.preview for kept in await visitor.kept()):  # noqa: ASYNC110 - rows ring no bell
            await asyncio.sleep(0.05)


async def test_work_is_done_and_then_there_is_none(visitor: Visitor) -> None:
    await _photo(visitor)

    assert await do_one(visitor.world)
    assert not await do_one(visitor.world)

    (kept,) = await visitor.kept()
    assert kept.preview is not None


async def test_work_that_fails_each_time_goes_before_staff(visitor: Visitor) -> None:
    photo = await _photo(visitor)
    await visitor.world.files.remove(photo.id)

    for _ in range(ATTEMPTS):
        assert await visitor.world.db.read(set_aside.count) == 0
        assert await do_one(visitor.world)
        visitor.clock.now += timedelta(hours=1)

    assert not await do_one(visitor.world)
    (aside,) = await visitor.world.db.read(set_aside.listed)
    assert _told(aside) == (Origin.JOB, "preview", ATTEMPTS, "ObjectGone")


async def test_work_that_fails_does_not_hold_up_the_rest(visitor: Visitor) -> None:
    gone = await _photo(visitor)
    await visitor.world.files.remove(gone.id)
    await _photo(visitor, "c-2")

    assert await do_one(visitor.world)
    assert await do_one(visitor.world)

    first, second = await visitor.kept()
    assert (first.preview, second.preview is not None) == (None, True)


async def test_work_that_somebody_died_over_is_done_when_his_lease_ends(
    visitor: Visitor,
) -> None:
    await _photo(visitor)
    await visitor.world.db.write(rows.take, visitor.clock())

    assert not await do_one(visitor.world)
    visitor.clock.now += LEASE
    assert await do_one(visitor.world)

    await _all_drawn(visitor)


async def test_work_that_kills_each_time_goes_before_staff(visitor: Visitor) -> None:
    await _photo(visitor)

    for _ in range(ATTEMPTS):
        await visitor.world.db.write(rows.take, visitor.clock())
        visitor.clock.now += LEASE

    assert not await do_one(visitor.world)
    (aside,) = await visitor.world.db.read(set_aside.listed)
    assert _told(aside) == (Origin.JOB, "preview", ATTEMPTS, "never finished")


async def test_what_staff_try_again_is_done(visitor: Visitor) -> None:
    photo = await _photo(visitor)
    db = visitor.world.db
    for _ in range(ATTEMPTS):
        await db.write(rows.take, visitor.clock())
        visitor.clock.now += LEASE
    assert not await do_one(visitor.world)
    (aside,) = await db.read(set_aside.listed)

    assert await db.write(set_aside.retry, Origin.JOB, aside.id, 1, visitor.clock())
    assert await do_one(visitor.world)

    (drawn,) = await visitor.kept()
    assert (drawn.id, drawn.preview is not None) == (photo.id, True)


async def test_the_loop_does_all_that_comes_and_ends_when_told(
    visitor: Visitor,
) -> None:
    loop = asyncio.create_task(jobs.run(visitor.world))
    await _photo(visitor)
    await _photo(visitor, "c-2")

    await _all_drawn(visitor)

    loop.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.wait_for(loop, SOON)
    assert loop.cancelled()


def _told(aside: SetAside) -> tuple[Origin, str, int, str]:
    return (aside.origin, aside.channel, aside.attempts, aside.error)
