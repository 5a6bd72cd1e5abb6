"""Put a file that came in before its conversation: what it is, its digest, exactly once."""

from dataclasses import replace
from datetime import datetime

from handlers.inspecting import inspect, queue_reading
from handlers.world import World
from nlp.files.idcards import masked
from storage import inbox, media, uploads
from storage.model.evidence import Media, MediaState
from storage.model.message import Showed
from storage.model.upload import Upload, UploadState
from storage.tx import Connection


async def end(world: World, upload: Upload, state: UploadState) -> None:
    """Take no more bytes, and show the file unless that is done."""
    await world.db.write(uploads.close, upload.id, state, world.clock())
    closed = await world.db.read(uploads.load, upload.id)
    if closed is not None and closed.state in uploads.CLOSED:
        received = await _received(world, closed)
        now = world.clock()
        await world.db.announce(["inbox"], _show, closed, received, now)


async def _received(world: World, upload: Upload) -> Media:
    """Return what came in, by what is on the disk."""
    wish = upload.wish
    told = Media(
        id=upload.object,
        conversation=upload.conversation,
        kind=wish.kind,
        state=MediaState.OK,
        mime="",
        title=wish.title,
        size=upload.offset,
        sha256="",
        key=upload.key,
        received_at=world.clock(),
        label=masked(wish.label),
    )
    received = await inspect(world, told, upload.offset)
    is_cut = upload.state is UploadState.BROKEN
    return replace(received, state=MediaState.TRUNCATED) if is_cut else received


def _show(tx: Connection, upload: Upload, received: Media, now: datetime) -> None:
    """Keep the file's row and say in the conversation that it is here, exactly once."""
    if not uploads.complete(tx, upload.id, now):
        return
    media.add(tx, received)
    queue_reading(tx, received, now)
    shown = Showed(
        received.id,
        received.kind,
        received.duration_s,
        state=received.state,
        name=received.title,
        label=upload.wish.label,
    )
    key, position = f"upload:{received.id}", upload.wish.position
    inbox.post(tx, received.conversation, shown, key, now, position)
