"""Files that still lie with a platform: expected at once, put down when they are here.

What does not come leaves a visible gap, and whoever sent it is asked to send it again.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from handlers.inspecting import inspect, queue_reading
from handlers.world import World
from storage import audit, fetches, inbox, jobs
from storage.fetches import Awaited
from storage.growing import ObjectGone
from storage.model.evidence import Lost, Media, MediaState
from storage.model.message import Incoming, Showed
from storage.tx import Connection


def expect(
    tx: Connection, conversation_id: int, incoming: Iterable[Incoming], now: datetime
) -> None:
    """Let every file that was shown have its row, and a job that fetches it.

    It is called before what was told is stored: a tip holds files by their rows.
    """
    for one in incoming:
        if isinstance(one.what, Showed) and one.what.remote is not None:
            fetches.expect(tx, conversation_id, one.what, one.what.remote, now)
            jobs.add(tx, fetches.KIND, one.what.media, {}, now)


def again(tx: Connection, tip: int, name: str, staff: int, now: datetime) -> bool:
    """Fetch a file of a tip once more; False where that is of no use."""
    if not fetches.again(tx, name, now):
        return False
    audit.write(tx, f"tip:{tip}", f"staff:{staff}", "fetched_again", now, media=name)
    return True


def arrive(tx: Connection, received: Media, now: datetime) -> None:
    """Put down a file that is whole, and queue what reads it."""
    if fetches.arrived(tx, received):
        queue_reading(tx, received, now)


async def give_up(
    world: World, awaited: Awaited, state: MediaState = MediaState.GONE
) -> None:
    """Wait no longer: keep what came of the file, else only say why it did not."""
    held = await _held(world, awaited.media)
    is_too_large = state is MediaState.TOO_LARGE
    kind, link = awaited.media.kind, world.link
    lost = Lost(awaited.media.id, kind, is_too_large, link if is_too_large else "")
    now = world.clock()
    if held is None:
        await world.files.remove(awaited.media.id)
        await world.db.announce(["inbox"], _lose, awaited, state, lost, now)
    else:
        await world.db.announce(["inbox"], _keep_part, held, lost, now)


async def give_up_stranded(world: World) -> None:
    """Wait no longer for files whose jobs have failed for good."""
    for name in await world.db.read(fetches.stranded):
        awaited = await world.db.read(fetches.awaited, name)
        if awaited is not None:
            await give_up(world, awaited)


async def _held(world: World, coming: Media) -> Media | None:
    """Return what came of a file; None where that is nothing."""
    if not coming.size:
        return None
    try:
        part = await inspect(world, coming, coming.size)
    except ObjectGone:
        return None
    return replace(part, state=MediaState.TRUNCATED)


def _lose(
    tx: Connection, awaited: Awaited, state: MediaState, lost: Lost, now: datetime
) -> None:
    if fetches.lose(tx, lost.media, state):
        _tell(tx, awaited.media.conversation, lost, now)


def _keep_part(tx: Connection, part: Media, lost: Lost, now: datetime) -> None:
    if fetches.arrived(tx, part):
        queue_reading(tx, part, now)
        _tell(tx, part.conversation, lost, now)


def _tell(tx: Connection, conversation_id: int, lost: Lost, now: datetime) -> None:
    inbox.post(tx, conversation_id, lost, f"lost:{lost.media}", now)
