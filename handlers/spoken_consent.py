"""Spoken consent: the recording of a narrator's own words, kept as evidence.

It is no part of his story: it stands by the interview, unread by the conversation.
"""

from collections.abc import AsyncIterator

from handlers import interviewing
from handlers.inspecting import inspect
from handlers.receiving import Refused
from handlers.wording import say
from handlers.world import World
from storage.crypt import Key
from storage.errors import StorageFull
from storage.files import new_name
from storage.model.evidence import Media, MediaKind, MediaState
from storage.model.volunteer import Interview

MOST_BYTES = 20 << 20  # half an hour of speech; the sentence takes half a minute
HEARD = (MediaKind.VOICE, MediaKind.VIDEO)


async def keep(
    world: World, held: Interview, title: str, pieces: AsyncIterator[bytes]
) -> None:
    """Take the recording, and with it the narrator's consent."""
    name, key = new_name(), Key.new()
    async with world.files.held(name):
        spoken = await _whole(world, held, title, name, key, pieces)
        now = world.clock()
        is_kept = await world.db.announce(
            ["inbox"], interviewing.agree_spoken, held, spoken, now
        )
    if not is_kept:
        await world.files.remove(name)


async def _whole(
    world: World,
    held: Interview,
    title: str,
    name: str,
    key: Key,
    pieces: AsyncIterator[bytes],
) -> Media:
    """Return what came in; of a form that breaks off nothing is left."""
    try:
        return await _take(world, held, title, name, key, pieces)
    except StorageFull as error:
        await world.files.remove(name)
        raise Refused("upload.full", 507) from error
    except BaseException:
        await world.files.remove(name)
        raise


async def _take(
    world: World,
    held: Interview,
    title: str,
    name: str,
    key: Key,
    pieces: AsyncIterator[bytes],
) -> Media:
    size = await world.files.append(name, key, 0, _bounded(pieces))
    if size == 0:
        raise Refused("upload.empty", 422)
    told = Media(
        id=name,
        conversation=held.conversation,
        kind=MediaKind.VOICE,
        state=MediaState.OK,
        mime="",
        title=title,
        size=size,
        sha256="",
        key=key.secret,
        received_at=world.clock(),
        label=say("interview.recording"),
    )
    spoken = await inspect(world, told, size)
    if spoken.kind not in HEARD:
        raise Refused("interview.no_voice", 422)
    return spoken


async def _bounded(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    left = MOST_BYTES
    async for piece in pieces:
        left -= len(piece)
        if left < 0:
            raise Refused("interview.long", 413)
        yield piece
