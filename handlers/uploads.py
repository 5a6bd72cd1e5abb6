"""Files on their way in: taken piece by piece, put before the conversation once.

What is on the disk is told, what is told is on the disk. A last piece may come again and
again: the file is shown exactly once.
"""

from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta

from handlers.receiving import Refused
from handlers.showing import end
from handlers.world import World
from storage import uploads
from storage.crypt import Key, SealBroken
from storage.disk import ObjectHeld
from storage.errors import StorageFull
from storage.growing import ObjectGone
from storage.model.upload import Upload, UploadState, Wish
from storage.tx import Connection

MOST_BYTES = 4 << 30
OPEN_AT_ONCE = 20
A_DAY_AT_MOST = 500


class WrongOffset(Refused):
    """A piece that does not follow what we hold: `offset` is where to go on."""

    def __init__(self, offset: int) -> None:
        super().__init__("upload.offset", 409)
        self.offset = offset


async def begin(world: World, conversation: int, wish: Wish) -> Upload:
    """Return the upload for this wish, new or as far as it has come."""
    if wish.size is not None and wish.size > MOST_BYTES:
        raise Refused("upload.too_large", 413)
    if not world.files.has_room(wish.size or 0):
        raise Refused("upload.full", 507)
    try:
        upload = await world.db.write(_begin, conversation, wish, world.clock())
    except SealBroken as error:  # erased this very moment: the next try begins anew
        raise Refused("web.busy", 503) from error
    if wish.size == 0:
        await end(world, upload, UploadState.WHOLE)
        raise Refused("upload.empty", 422)
    return upload


async def find(world: World, conversation: int, upload_id: str) -> Upload:
    """Return an upload of this conversation."""
    try:
        upload = await world.db.read(uploads.load, upload_id)
    except SealBroken as error:
        raise Refused("upload.unknown", 404) from error
    if upload is None or upload.conversation != conversation:
        raise Refused("upload.unknown", 404)
    return upload


def offset_of(upload: Upload) -> int:
    """Return where to go on; who comes back to a cut file begins it again."""
    return 0 if upload.state is UploadState.CUT else upload.offset


async def append(
    world: World,
    upload: Upload,
    offset: int,
    pieces: AsyncIterator[bytes],
    is_last: Callable[[], bool],
) -> int:
    """Take the bytes from `offset` on; return how many we hold now.

    `is_last` is asked after them: a file whose size nobody knew may end there.
    """
    if upload.state is UploadState.CUT and offset == 0:
        await world.db.write(uploads.restart, upload, world.clock())
        upload = await find(world, upload.conversation, upload.id)
    try:
        async with world.files.held(upload.object):
            return await _append(world, upload, offset, pieces, is_last)
    except ObjectHeld as error:
        raise Refused("upload.busy", 503) from error
    except StorageFull as error:
        raise Refused("upload.full", 507) from error


async def take_back(world: World, upload: Upload) -> None:
    """Forget a file that its sender no longer wants to send."""
    if await world.db.write(uploads.drop, upload.id):
        await world.files.remove(upload.object)


async def take_whole(
    world: World, conversation: int, wish: Wish, pieces: AsyncIterator[bytes]
) -> None:
    """Take a file that comes in one go."""
    upload = await begin(world, conversation, wish)
    await append(world, upload, offset_of(upload), pieces, lambda: True)


def _begin(tx: Connection, conversation: int, wish: Wish, now: datetime) -> Upload:
    upload = uploads.begin(tx, conversation, wish, now)
    today = uploads.recent(tx, conversation, now - timedelta(days=1))
    if uploads.open_count(tx, conversation) > OPEN_AT_ONCE or today > A_DAY_AT_MOST:
        raise Refused("upload.too_many", 429)
    return upload


async def _append(
    world: World,
    asked: Upload,
    offset: int,
    pieces: AsyncIterator[bytes],
    is_last: Callable[[], bool],
) -> int:
    upload = await find(world, asked.conversation, asked.id)
    if upload.object != asked.object:
        raise Refused("upload.busy", 503)
    if offset != offset_of(upload):
        raise WrongOffset(offset_of(upload))
    if upload.state is not UploadState.OPEN:
        await end(world, upload, UploadState.WHOLE)
        return upload.offset
    length = await _keep_pieces(world, upload, pieces)
    if length == upload.wish.size or (upload.wish.size is None and is_last()):
        await end(world, upload, UploadState.WHOLE)
    return length


async def _keep_pieces(
    world: World, upload: Upload, pieces: AsyncIterator[bytes]
) -> int:
    """Write the pieces, then say so in the row; return how many bytes we hold."""
    size, key = upload.wish.size, Key(upload.key)
    most = (MOST_BYTES if size is None else size) - upload.offset
    bounded = _bounded(pieces, most, is_promised=size is not None)
    try:
        length = await world.files.append(upload.object, key, upload.offset, bounded)
    except ObjectGone as error:
        await world.db.write(uploads.restart, upload, world.clock())
        raise WrongOffset(0) from error
    step = (upload.id, upload.offset, length, world.clock())
    if not await world.db.write(uploads.advance, *step):
        raise Refused("upload.unknown", 404)
    if size is None and length == MOST_BYTES:
        await end(world, upload, UploadState.BROKEN)
        raise Refused("upload.too_large", 413)
    return length


async def _bounded(
    pieces: AsyncIterator[bytes], room: int, *, is_promised: bool
) -> AsyncIterator[bytes]:
    """Give what fits; more than was promised is refused, an open end is cut."""
    async for piece in pieces:
        if len(piece) > room and is_promised:
            raise Refused("upload.longer", 413)
        yield piece[:room]
        room -= len(piece)
        if room <= 0 and not is_promised:
            return
