"""What was left: files half sent, packages half made, objects that no row knows."""

import asyncio
from datetime import timedelta

import structlog

from handlers.fetching import give_up_stranded
from handlers.showing import end
from handlers.uploads import take_back
from handlers.world import World
from storage import leases, media, rooms, uploads
from storage.disk import ObjectHeld
from storage.growing import ObjectGone
from storage.model.upload import Upload, UploadState

RECORDING_LEFT = timedelta(minutes=30)
FILE_LEFT = timedelta(hours=24)
ORPHAN = timedelta(days=2)

log = structlog.get_logger()


async def give_up(world: World) -> None:
    """Put files that nobody goes on sending or fetching before staff as they are."""
    now = world.clock()
    left = (now - RECORDING_LEFT, now - FILE_LEFT)
    for upload in await world.db.read(uploads.stale, *left):
        try:
            async with world.files.held(upload.object):
                await _give_up(world, upload)
        except ObjectHeld:
            continue
    await give_up_stranded(world)


async def tidy(world: World) -> None:
    """Remove what a crash or an erasure left: objects without a row, unheld rooms.

    And leases that are over, among them what still told who was erased.
    """
    await world.db.write(leases.sweep, world.clock())
    known = await world.db.read(media.known_objects)
    removed = await world.files.sweep(known, ORPHAN)
    cleared = await asyncio.to_thread(rooms.clear, world.files.root)
    log.info("media.tidied", removed=removed, rooms=cleared)


async def _give_up(world: World, upload: Upload) -> None:
    if await world.db.read(uploads.load, upload.id) != upload:
        return  # somebody went on sending meanwhile
    try:
        if upload.offset:
            await end(world, upload, UploadState.BROKEN)
        else:
            await take_back(world, upload)
    except ObjectGone:
        log.error("upload.lost", upload=upload.id, bytes=upload.offset)
        await world.db.write(uploads.drop, upload.id)
