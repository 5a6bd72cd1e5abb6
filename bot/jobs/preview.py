"""Draw a small copy of a photo for staff, and note where and when it was taken."""

from collections.abc import AsyncIterator
from dataclasses import asdict

from bot.apart import DiedApart, apart
from handlers.world import World
from nlp.files.picture import Drawn, PictureTooLarge, PictureUnreadable, draw
from storage import media
from storage.crypt import Key
from storage.model.evidence import Media, MediaState, Shot
from storage.model.line import Job
from storage.tx import Connection

MOST_BYTES = 64 << 20
MOST_DEATHS = 2


async def run(job: Job, world: World) -> None:
    """Link the photo's preview, or say in its state why there is none."""
    photo = await world.db.read(media.load, job.subject)
    if photo is None or photo.preview is not None:
        return
    if photo.size > MOST_BYTES:
        await world.db.write(media.set_state, photo.id, MediaState.OVERSIZED)
        return
    drawn = await _draw(job, world, photo)
    if isinstance(drawn, MediaState):
        await world.db.write(media.set_state, photo.id, drawn)
    else:
        await _keep(world, photo, drawn)


async def _draw(job: Job, world: World, photo: Media) -> Drawn | MediaState:
    pieces = world.files.read(photo.id, Key(photo.key))
    raw = b"".join([piece async for piece in pieces])
    try:
        return await apart(draw, raw)
    except PictureTooLarge:
        return MediaState.OVERSIZED
    except PictureUnreadable:
        return MediaState.UNREADABLE
    except DiedApart:
        # Once may be the machine's fault, for it was short of memory.
        if job.attempts < MOST_DEATHS:
            raise
        return MediaState.UNREADABLE


async def _keep(world: World, photo: Media, drawn: Drawn) -> None:
    key = Key.new()

    async def jpeg() -> AsyncIterator[bytes]:
        yield drawn.jpeg

    name = await world.files.create(jpeg(), key)
    if not await world.db.write(_link, photo, drawn, name, key):
        await world.files.remove(name)


def _link(tx: Connection, photo: Media, drawn: Drawn, name: str, key: Key) -> bool:
    shot = Shot(**asdict(drawn.exif))
    if shot != Shot():
        media.set_shot(tx, photo.id, shot)
    if not drawn.is_whole:
        media.set_state(tx, photo.id, MediaState.TRUNCATED)
    return media.set_preview(tx, photo.id, name, key.secret)
