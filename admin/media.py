"""Files of tips for staff: the original, the small copy of a photo, gaps fetched again."""

from datetime import datetime

from aiohttp import web

from admin.auth import requires, staff_of
from admin.forms import reason
from admin.keys import DB, FILES
from admin.pages import done, now
from admin.streaming import Object, stream
from handlers import fetching
from storage import audit, media
from storage.crypt import Key
from storage.model.evidence import Media
from storage.model.staff import Role
from storage.tx import Connection


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


@requires(Role.ADMINISTRATOR)
async def give_back(request: web.Request) -> web.StreamResponse:
    """Let a file be opened that was set apart as perhaps secret, with a reason."""
    why = reason(await request.post())
    file, tip, who = await _row(request), _tip(request), staff_of(request)
    if why is None:
        return done(f"/tips/{tip}", "unsaid")
    args = tip, file.id, who.id, why, now(request)
    is_done = await request.app[DB].write(_give_back, *args)
    return done(f"/tips/{tip}", "kept" if is_done else "gone")


ROUTES = (
    web.get(r"/tips/{tip:\d{1,18}}/media/{media}", original),
    web.get(r"/tips/{tip:\d{1,18}}/media/{media}/preview", preview),
    web.post(r"/tips/{tip:\d{1,18}}/media/{media}/fetch", fetch_again),
    web.post(r"/tips/{tip:\d{1,18}}/media/{media}/give-back", give_back),
)


def _give_back(
    tx: Connection, tip: int, name: str, who: int, reason: str, at: datetime
) -> bool:
    if not media.give_back(tx, name):
        return False
    audit.write(tx, f"tip:{tip}", f"staff:{who}", "file_given_back", at, reason)
    return True


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
