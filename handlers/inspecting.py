"""Inspect a file that is whole: what it is by its own bytes, and who reads it next."""

from dataclasses import replace
from datetime import datetime

from handlers.world import World
from nlp.scan import HEAD, Sight, look
from storage import jobs
from storage.crypt import Key
from storage.model.evidence import Media, MediaKind, MediaState
from storage.tx import Connection

DRAWN = (MediaState.OK, MediaState.TRUNCATED, MediaState.MISMATCHED)


async def inspect(world: World, item: Media, size: int) -> Media:
    """Give the object its name for good; return the file as it is on the disk."""
    await world.files.finish(item.id, size)
    sight = await _look(world, item, size)
    return replace(
        item,
        kind=MediaKind(sight.kind),
        state=MediaState(sight.state),
        mime=sight.mime,
        size=size,
        sha256=await world.files.digest(item.id, Key(item.key)),
        duration_s=sight.duration_s or item.duration_s,
    )


def queue_reading(tx: Connection, received: Media, now: datetime) -> None:
    """Queue what is to be read out of a file."""
    if received.kind is MediaKind.PHOTO and received.state in DRAWN:
        jobs.add(tx, "preview", received.id, {}, now)


async def _look(world: World, item: Media, size: int) -> Sight:
    head = await _read(world, item, 0, HEAD)
    tail = await _read(world, item, max(0, size - HEAD), size)
    sight = look(head, item.title, size, tail)
    if item.kind is MediaKind.VOICE and sight.kind == "video":
        # Film formats without a picture: what the chat page records is a voice.
        return replace(sight, kind="voice", mime=sight.mime.replace("video", "audio"))
    return sight


async def _read(world: World, item: Media, start: int, end: int) -> bytes:
    pieces = world.files.read(item.id, Key(item.key), start, end)
    return b"".join([piece async for piece in pieces])
