"""Files of a form: each comes in one go, and the form may come twice, even at once."""

from collections.abc import AsyncIterator
from dataclasses import replace
from hashlib import sha256
from typing import Protocol

from handlers.showing import end
from handlers.uploads import append, begin, take_back
from handlers.world import World
from storage import media, uploads
from storage.model.evidence import Media
from storage.model.upload import Upload, UploadState, Wish


class Digest(Protocol):
    """What bytes are counted into."""

    def update(self, piece: bytes, /) -> None: ...


async def take(
    world: World,
    conversation: int,
    wish: Wish,
    group: str,
    pieces: AsyncIterator[bytes],
) -> Media | None:
    """Take a file and return it as we hold it; `wish` is this attempt's own.

    Of the same bytes within `group` only the first to be whole is shown.
    """
    upload, digest = await begin(world, conversation, wish), sha256()
    await _fill(world, upload, _read_by(digest, pieces))
    name = f"{group}:{digest.hexdigest()}"
    if not await world.db.write(uploads.rename, upload.id, name):
        await take_back(world, upload)
        upload = await begin(world, conversation, replace(wish, client_id=name))
    async with world.files.held(upload.object):
        await end(world, upload, UploadState.WHOLE)
    return await world.db.read(media.load, upload.object)


async def _fill(world: World, upload: Upload, pieces: AsyncIterator[bytes]) -> None:
    """Put in what comes; of a form that breaks off nothing is left to be shown."""
    try:
        await append(world, upload, 0, pieces, lambda: False)
    except BaseException:
        await take_back(world, upload)
        raise


async def _read_by(
    digest: Digest, pieces: AsyncIterator[bytes]
) -> AsyncIterator[bytes]:
    async for piece in pieces:
        digest.update(piece)
        yield piece
