"""Files of tips for staff: the original, the small copy of a photo, gaps fetched again."""

from aiohttp import web

from admin.auth import staff_of
from admin.keys import DB, FILES
from admin.pages import done, now
from admin.streaming import Object, stream
from handlers import fetching
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


async def fetch_again(request: web.Request) -> web.StreamResponse:
    """Ask the platform once more for a file that did not come."""
    file, tip, who = await _row(request), _tip(request), staff_of(request)
    args = tip, file.id, who.id, now(request)
    is_done = await request.app[DB].announce(["jobs"], fetching.again, *args)
    return done(f"/tips/{tip}", "retried" if is_done else "gone")


ROUTES = (
    web.get(r"/tips/{tip:\d{1,18}}/media/{media}", original),
    web.get(r"/tips/{tip:\d{1,18}}/media/{media}/preview", preview),
    web.post(r"/tips/{tip:\d{1,18}}/media/{media}/fetch", fetch_again),
)


async def _file(request: web.Request) -> Media:
    file = await _row(request)
    if not file.is_here:
        raise web.HTTPNotFound
    return file


async def _row(request: web.Request) -> Media:
    name, who = request.match_info["media"], staff_of(request)
    file = await request.app[DB].read(media.open_to, who, _tip(request), name)
    if file is None:
        raise web.HTTPNotFound
    return file


def _tip(request: web.Request) -> int:
    return int(request.match_info["tip"])
