"""A file on a platform comes whole, byte for byte, whatever interrupts its way."""

import asyncio
import os
from datetime import timedelta

import pytest

from bot import bringing
from bot.jobs.fetch import GIVEN_UP_AFTER, LONGEST, pause
from bot.loops.jobs import run as run_jobs
from storage import fetches, jobs
from storage.model.evidence import MediaKind, MediaState
from tests.fixtures.fetching import Sender
from tests.fixtures.uploading import jpeg

LARGE = os.urandom(11 << 20)
SLICE = bringing.SLICE_BYTES


async def test_a_file_stands_as_coming_and_then_as_its_bytes_say(
    sender: Sender,
) -> None:
    sender.shelf.content = jpeg()
    await sender.sends(kind="document", size=len(sender.shelf.content))
    before = await sender.look()

    assert await sender.work()

    after = await sender.look()
    assert (before.state, before.is_here) == (MediaState.COMING, False)
    assert (after.state, after.kind) == (MediaState.OK, MediaKind.PHOTO)
    assert await sender.has_whole()
    assert await sender.world.db.read(fetches.awaited, after.id) is None
    preview = await sender.world.db.write(jobs.take, sender.clock())
    assert preview is not None
    assert (preview.kind, preview.subject) == ("preview", after.id)


async def test_a_download_that_was_killed_goes_on_where_it_stopped(
    sender: Sender,
) -> None:
    shelf, clock = sender.shelf, sender.clock
    shelf.content, shelf.stops_at = LARGE, SLICE + (1 << 20)
    await sender.sends(name="phim.mp4", kind="video", size=len(LARGE))
    killed = asyncio.create_task(sender.work())
    await shelf.reached.wait()
    await _until_held(sender, SLICE)
    killed.cancel()
    await asyncio.gather(killed, return_exceptions=True)
    sender.starts_anew_after_a_kill()

    clock.now, shelf.stops_at = clock.now + jobs.LEASE, None
    held = (await sender.look()).size
    assert await sender.work()

    assert held >= SLICE
    assert shelf.asked == ["", f"bytes={held}-"]
    assert await sender.has_whole()


async def test_what_came_before_the_line_dropped_is_not_asked_for_again(
    sender: Sender,
) -> None:
    shelf, clock = sender.shelf, sender.clock
    shelf.content, shelf.stops_at, shelf.drops = jpeg(512), 5000, True
    await sender.sends()
    assert await sender.work()

    shelf.stops_at, clock.now = None, clock.now + timedelta(seconds=30)
    assert await sender.work()

    assert shelf.asked == ["", "bytes=5000-"]
    assert await sender.has_whole()


async def test_a_dead_link_leaves_a_gap_and_its_sender_is_asked_again(
    sender: Sender,
) -> None:
    sender.shelf.status = 404
    await sender.sends()

    assert await sender.work()
    assert not await sender.work()

    assert (await sender.look()).state is MediaState.GONE
    assert [(lost.is_too_large, lost.link) for lost in await sender.told()] == [
        (False, "")
    ]


async def test_the_part_of_a_file_that_came_before_its_link_died_is_kept(
    sender: Sender,
) -> None:
    shelf, clock = sender.shelf, sender.clock
    shelf.content, shelf.stops_at, shelf.drops = jpeg(512), 5000, True
    await sender.sends()
    assert await sender.work()

    shelf.status, clock.now = 410, clock.now + timedelta(seconds=30)
    assert await sender.work()

    part = await sender.look()
    assert (part.state, part.size, part.is_here) == (MediaState.TRUNCATED, 5000, True)
    assert len(await sender.told()) == 1


async def test_a_file_beyond_every_limit_is_told_with_a_place_to_give_it(
    sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "MOST_BYTES", 1000)
    sender.shelf.content = jpeg()
    await sender.sends()

    assert await sender.work()

    assert (await sender.look()).state is MediaState.TOO_LARGE
    (lost,) = await sender.told()
    assert (lost.is_too_large, lost.link) == (True, "https://vi-du.vn/chat")


async def test_a_platform_that_falls_silent_is_asked_again_later(
    sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "SILENCE_S", 0.3)
    sender.shelf.content, sender.shelf.stops_at = jpeg(512), 5000
    await sender.sends()

    assert await sender.work()

    held = await sender.look()
    assert (held.state, held.size) == (MediaState.COMING, 5000)
    assert not await sender.work()


@pytest.mark.parametrize(
    ("host", "state"),
    [("127.0.0.1", MediaState.OK), ("localhost", MediaState.REFUSED)],
)
async def test_a_file_that_moved_is_followed_to_known_hosts_only(
    sender: Sender, host: str, state: MediaState
) -> None:
    sender.shelf.content = jpeg()
    await sender.sends(ref=sender.url.replace("/file", "/moved"))
    sender.shelf.moved_to = sender.url.replace("127.0.0.1", host)

    assert await sender.work()

    assert (await sender.look()).state is state


async def test_it_is_tried_for_a_day_and_ever_more_rarely(sender: Sender) -> None:
    sender.shelf.status = 503
    await sender.sends()
    started, tries = sender.clock.now, 0
    while (await sender.look()).state is MediaState.COMING:
        tries += await sender.work()
        sender.clock.now += timedelta(minutes=5)

    assert 10 < tries < 40
    assert sender.clock.now - started - GIVEN_UP_AFTER < LONGEST
    assert (await sender.look()).state is MediaState.GONE
    assert len(await sender.told()) == 1
    assert pause(timedelta(0)) < pause(timedelta(hours=1)) < pause(timedelta(days=1))


async def test_what_is_erased_while_it_comes_leaves_nothing(sender: Sender) -> None:
    shelf = sender.shelf
    shelf.content, shelf.stops_at = LARGE, SLICE + (1 << 20)
    await sender.sends()
    coming = asyncio.create_task(sender.work())
    await _until_held(sender, SLICE)
    await sender.is_erased()
    shelf.let_go.set()
    await coming

    assert not [path for path in sender.world.files.root.rglob("*") if path.is_file()]
    assert await sender.told() == []


async def test_a_slow_download_holds_up_nobody(sender: Sender) -> None:
    sender.shelf.content, sender.shelf.stops_at = jpeg(512), 5000
    await sender.sends("cd" * 16)
    working = asyncio.create_task(run_jobs(sender.world))
    await sender.shelf.reached.wait()

    sender.shelf.stops_at = None
    await sender.sends()
    async with asyncio.timeout(10):
        while not (await sender.look()).is_here:  # noqa: ASYNC110 - a row tells it
            await asyncio.sleep(0.05)

    assert not (await sender.look("cd" * 16)).is_here
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)


async def _until_held(sender: Sender, size: int) -> None:
    while (await sender.look()).size < size:  # noqa: ASYNC110 - a row tells it
        await asyncio.sleep(0.02)
