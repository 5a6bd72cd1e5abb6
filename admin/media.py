"""Files of tips for staff: the original as it came, and the small copy of a photo."""

from aiohttp import web

from admin.auth import staff_of
from admin.keys import DB, FILES
from admin.streaming import Object, stream
from storage import media
from storage.crypt import Key
from storage.model.evidence import Media


async def original(request: web.Request) -> web.StreamResponse:
    """Stream a file, byte for byte what was received."""
    file = await _file(request)
    sent = Object(file.id, Key(file.key), file.mime, file.title, file.sha256, file.size)
    return await stream(request, request.app[FILES], sent)


async def preview(request: web.Request) -> web.StreamResponse:
    """Stream the small copy of a photo."""
    file = await _file(request)
    if file.preview is None or file.preview_key is None:
        raise web.HTTPNotFound
    key, title = Key(file.preview_key), f"{file.title}.jpg"
    sent = Object(file.preview, key, "image/jpeg", title, file.preview, None)
    return await stream(request, request.app[FILES], sent)


ROUTES = (
    web.get(r"/tips/{tip:\d{1,18}}/media/{media}", original),
    web.get(r"/tips/{tip:\d{1,18}}/media/{media}/preview", preview),
)


async def _file(request: web.Request) -> Media:
    tip, name = int(request.match_info["tip"]), request.match_info["media"]
    db, who = request.app[DB], staff_of(request)
    file = await db.read(media.open_to, who, tip, name)
    if file is None or not file.is_here:
        raise web.HTTPNotFound
    return file
