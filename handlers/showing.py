"""Put a file that came in before its conversation: what it is, its digest, exactly once."""

from dataclasses import replace
from datetime import datetime

from handlers.world import World
from nlp.scan import HEAD, Sight, look
from storage import inbox, jobs, media, uploads
from storage.crypt import Key
from storage.model.evidence import Media, MediaKind, MediaState
from storage.model.message import Showed
from storage.model.upload import Upload, UploadState
from storage.tx import Connection

DRAWN = (MediaState.OK, MediaState.TRUNCATED)


async def end(world: World, upload: Upload, state: UploadState) -> None:
    """Take no more bytes, and show the file unless that is done."""
    await world.db.write(uploads.close, upload.id, state, world.clock())
    closed = await world.db.read(uploads.load, upload.id)
    if closed is not None and closed.state in uploads.CLOSED:
        received = await _received(world, closed)
        now = world.clock()
        await world.db.announce(["inbox"], _show, closed, received, now)


async def _received(world: World, upload: Upload) -> Media:
    """Give the object its name for good; return what it is, by what is on the disk."""
    name, key, size = upload.object, Key(upload.key), upload.offset
    await world.files.finish(name, size)
    sight = await _look(world, upload)
    is_cut = upload.state is UploadState.BROKEN
    return Media(
        id=name,
        conversation=upload.conversation,
        kind=MediaKind(sight.kind),
        state=MediaState.TRUNCATED if is_cut else MediaState(sight.state),
        mime=sight.mime,
        title=upload.wish.title,
        size=size,
        sha256=await world.files.sha256(name, key),
        key=upload.key,
        received_at=world.clock(),
        duration_s=sight.duration_s,
    )


async def _look(world: World, upload: Upload) -> Sight:
    size, title = upload.offset, upload.wish.title
    head = await _read(world, upload, 0, HEAD)
    tail = await _read(world, upload, max(0, size - HEAD), size)
    sight = look(head, title, size, tail)
    if upload.wish.kind is MediaKind.VOICE and sight.kind == "video":
        # Film formats without a picture: what the chat page records is a voice.
        return replace(sight, kind="voice", mime=sight.mime.replace("video", "audio"))
    return sight


async def _read(world: World, upload: Upload, start: int, end: int) -> bytes:
    pieces = world.files.read(upload.object, Key(upload.key), start, end)
    return b"".join([piece async for piece in pieces])


def _show(tx: Connection, upload: Upload, received: Media, now: datetime) -> None:
    """Keep the file's row and say in the conversation that it is here, exactly once."""
    if not uploads.complete(tx, upload.id, now):
        return
    media.add(tx, received)
    if received.kind is MediaKind.PHOTO and received.state in DRAWN:
        jobs.add(tx, "preview", received.id, {}, now)
    shown = Showed(received.id, received.kind, received.duration_s)
    key, position = f"upload:{received.id}", upload.wish.position
    inbox.post(tx, received.conversation, shown, key, now, position)
