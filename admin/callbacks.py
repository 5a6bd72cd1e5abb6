"""Citizens who wait for a call: number, best hour, why, and what came of it."""

from aiohttp import web

from admin import pages
from admin.auth import staff_of
from admin.forms import text
from admin.keys import DB
from admin.tips import hours
from handlers import triage
from storage import callbacks


async def show(request: web.Request) -> web.Response:
    """Show who waits, the longest first."""
    return await _page(request)


async def close(request: web.Request) -> web.Response:
    """Keep what came of a call."""
    form = await request.post()
    asked = request.match_info["call"]
    try:
        outcome = triage.words(text(form, "outcome"), triage.LONGEST_WORDS)
    except triage.Refused as refused:
        return await _page(request, str(refused))
    who, now = staff_of(request), pages.now(request)
    closed = await request.app[DB].write(callbacks.close, int(asked), who, outcome, now)
    return pages.done("/callbacks", "kept" if closed else "gone")


ROUTES = (
    web.get("/callbacks", show),
    web.post(r"/callbacks/{call:\d{1,18}}", close),
)


async def _page(request: web.Request, alert: str = "") -> web.Response:
    waiting = await request.app[DB].read(callbacks.waiting, staff_of(request))
    status = 409 if alert else 200
    return pages.render(
        request, "callbacks.html", status, waiting=waiting, alert=alert, hours=hours
    )
