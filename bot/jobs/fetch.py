"""Fetch a file that lies with a platform, whole and byte for byte, before its link dies.

What the platform says of it is checked, and a lie is shown to staff: the bytes are kept.
"""

from dataclasses import replace
from datetime import timedelta

from bot.bringing import TOO_LARGE, Withdrawn, bring
from bot.channel import FetchError
from bot.fetching import NOT_ALLOWED
from handlers.fetching import arrive, give_up
from handlers.inspecting import inspect
from handlers.world import Later, World
from storage import fetches
from storage.crypt import Key
from storage.disk import ObjectHeld
from storage.errors import StorageFull
from storage.fetches import Awaited
from storage.growing import ObjectGone
from storage.model.evidence import Media, MediaKind, MediaState
from storage.model.line import Job
from storage.model.message import Remote

IS_WAITING = True  # for others: several at once cost this machine little
GIVEN_UP_AFTER = timedelta(hours=24)  # the links of both platforms are dead by then
SHORTEST = timedelta(seconds=30)
LONGEST = timedelta(hours=2)
SEEN_OR_HEARD = (MediaKind.PHOTO, MediaKind.VOICE, MediaKind.VIDEO)
WHY = {TOO_LARGE: MediaState.TOO_LARGE, NOT_ALLOWED: MediaState.REFUSED}


async def run(job: Job, world: World) -> None:
    """Bring the file here, or say why it will never come. Raises Later."""
    before = await world.db.read(fetches.awaited, job.subject)
    if before is None:
        return
    try:
        async with world.files.held(job.subject):
            await _fetch(job, world)
    except Withdrawn:
        await world.files.remove(job.subject)
    except FetchError as error:
        await _fail(world, before, error)
    except (ObjectHeld, StorageFull) as error:
        raise Later(type(error).__name__, world.clock() + SHORTEST) from error


async def _fetch(job: Job, world: World) -> None:
    awaited = await world.db.read(fetches.awaited, job.subject)
    if awaited is None:
        return
    source = world.sources.get(awaited.channel)
    if source is None:
        raise FetchError(f"{awaited.channel} is off")
    coming, remote = awaited.media, awaited.remote
    try:
        pieces = source.download(remote, coming.size)
        size = await bring(world, job, coming, pieces)
    except ObjectGone as error:
        await world.db.write(fetches.advance, coming.id, coming.size, 0)
        raise FetchError("our part is gone") from error
    if _is_short(coming.size, size, remote.size):
        raise FetchError("short")
    received = await _checked(world, coming, await inspect(world, coming, size), remote)
    await world.db.announce(["jobs"], arrive, received, world.clock())


def _is_short(before: int, after: int, told: int | None) -> bool:
    """Return whether more may come: an end that moves no more is the end.

    Nothing at all is a file only where the platform says that it is empty.
    """
    if after == 0:
        return told != 0
    return told is not None and after < told and after > before


async def _checked(
    world: World, coming: Media, received: Media, remote: Remote
) -> Media:
    """Return the file, marked if it is not what the platform told."""
    # Where a picture lay there may be a page by now that says so.
    is_other = coming.kind in SEEN_OR_HEARD and received.kind not in SEEN_OR_HEARD
    is_other |= remote.size not in (None, received.size)
    if remote.md5 and not is_other:
        md5 = await world.files.digest(received.id, Key(received.key), "md5")
        is_other = md5 != remote.md5.strip().lower()
    return replace(received, state=MediaState.MISMATCHED) if is_other else received


async def _fail(world: World, before: Awaited, error: FetchError) -> None:
    """Give the file up if it never comes; else try again, ever more rarely."""
    awaited = await world.db.read(fetches.awaited, before.media.id)
    if awaited is None:
        return
    now = world.clock()
    waited = now - awaited.since
    if error.permanent or waited >= GIVEN_UP_AFTER:
        await give_up(world, awaited, WHY.get(error.why, MediaState.GONE))
        return
    has_come_on = awaited.media.size > before.media.size
    raise Later(error.why, now + (SHORTEST if has_come_on else pause(waited)))


def pause(waited: timedelta) -> timedelta:
    """Return how long to wait once more, having waited so long."""
    return min(max(waited / 2, SHORTEST), LONGEST)
