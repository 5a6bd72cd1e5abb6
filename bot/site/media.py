"""A citizen's own files, given back to the conversation that sent them and to no other."""

from aiohttp import web

from admin.streaming import Object, stream
from bot.keys import DB, FILES
from bot.site.visitor import known_conversation
from handlers.receiving import Refused
from storage import media
from storage.crypt import Key


def address(request: web.Request, media_id: str) -> str:
    """Return where the page finds a file: beside the messages of its conversation."""
    place = request.path.removesuffix("/messages")
    return f"{place}/media/{media_id}"


async def show(request: web.Request) -> web.StreamResponse:
    """Stream a file, byte for byte as it came."""
    conversation = await known_conversation(request)
    file = await request.app[DB].read(media.load, request.match_info["media"])
    is_his = file is not None and file.conversation == conversation
    if file is None or not (is_his and file.is_here):
        raise Refused("web.not_found", 404)
    sent = Object(file.id, Key(file.key), file.mime, file.title, file.sha256, file.size)
    return await stream(request, request.app[FILES], sent)
