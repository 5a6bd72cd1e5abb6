"""The web application: pages for citizens, the chat, the console, health."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import aiohttp_jinja2
import jinja2
import structlog
from aiohttp import web

from admin.app import console
from bot import health
from bot.entrances import ENTRANCES, WEB, Entrance
from bot.keys import CLOCK, DB, FILES, PUBLIC_URL, ZONE
from bot.logs import route_of
from bot.site import (
    chat,
    landing,
    media,
    pages,
    plain,
    status,
    uploads,
    volunteers,
    volunteers_card,
    volunteers_interview,
)
from bot.site.scans import Scans
from handlers.receiving import Refused
from handlers.wording import say
from nlp.positions.atlas import Atlas
from storage.crypt import WrongRing
from storage.db import Database
from storage.errors import StorageBusy, StorageClosed, StorageFull
from storage.files import FileStore

SITE = Path(__file__).parent / "site"
# One message, or one piece of a file; a file's pieces are streamed besides.
LARGEST_BODY = 1 << 20
SECURITY = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; "
        "worker-src 'self' blob:; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "microphone=(self), geolocation=(self), camera=(self)",
}
FAILURES: dict[type[Exception], tuple[int, str]] = {
    StorageFull: (507, "web.no_room"),
    StorageBusy: (503, "web.busy"),
    StorageClosed: (503, "web.busy"),
}
BROKEN_OFF = (ConnectionError, web.RequestPayloadError)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

log = structlog.get_logger()


def application(
    db: Database,
    files: FileStore,
    clock: Callable[[], datetime],
    zone: ZoneInfo,
    public_url: str,
    entrances: Sequence[Entrance] = (),
    atlas: Atlas | None = None,
) -> web.Application:
    """Return the application, its console mounted; `entrances` beside the web chat."""
    app = web.Application(middlewares=[headers, failures], client_max_size=LARGEST_BODY)
    app[DB], app[FILES], app[CLOCK] = db, files, clock
    app[ZONE], app[PUBLIC_URL] = zone, public_url
    app[ENTRANCES], app[landing.SCANS] = (WEB, *entrances), Scans()
    app[status.TRIES], app[volunteers.TRIED] = status.tries(), Scans()
    loader = jinja2.FileSystemLoader(SITE / "templates")
    aiohttp_jinja2.setup(app, loader=loader, autoescape=True)
    app.add_routes(ROUTES)
    app.router.add_static("/static/", SITE / "static")
    app.add_subapp("/console/", console(db, files, clock, zone, public_url, atlas))
    return app


@web.middleware
async def headers(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Put the security headers on whatever leaves; the console brings its own."""
    response = await handler(request)
    if not response.prepared:
        for name, value in SECURITY.items():
            response.headers.setdefault(name, value)
    return response


@web.middleware
async def failures(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn every failure into one clear sentence, on the page or in JSON."""
    try:
        return await handler(request)
    except Refused as refused:
        return await _sentence(request, refused.status, refused.sentence)
    except tuple(FAILURES) as error:
        status, key = FAILURES[type(error)]
        return await _sentence(request, status, say(key))
    except web.HTTPException as error:
        if error.status < 400 or error.status == 401:
            raise
        key = {404: "web.not_found", 413: "web.too_long"}.get(
            error.status, "web.unreadable"
        )
        return await _sentence(request, error.status, say(key))
    except Exception as error:  # noqa: BLE001 - whatever it is, he hears a sentence
        return await _failed(request, error)


async def _failed(request: web.Request, error: Exception) -> web.Response:
    if isinstance(error, BROKEN_OFF) and _has_left(request):
        log.info("view.left", route=route_of(request))
        return web.Response(status=400)  # nobody hears it
    why = {"why": str(error)} if isinstance(error, WrongRing) else {}
    log.error("view.failed", exc_info=error, route=route_of(request), **why)
    return await _sentence(request, 500, say("web.broken"))


def _has_left(request: web.Request) -> bool:
    return request.transport is None or request.transport.is_closing()


async def _sentence(request: web.Request, status: int, sentence: str) -> web.Response:
    if "text/html" not in request.headers.get("Accept", ""):
        return web.json_response({"error": sentence}, status=status)
    return await pages.render(request, "error.html", status=status, sentence=sentence)


ROUTES = (
    web.get("/", pages.home),
    web.get("/chat", pages.chat),
    web.get("/quyen-rieng-tu", pages.privacy),
    web.get("/chat/plain", plain.show),
    web.post("/chat/plain", plain.send),
    web.post("/chat/messages", chat.post_message),
    web.get("/chat/messages", chat.get_messages),
    web.post("/chat/session", chat.open_session),
    web.post("/chat/link", chat.make_link),
    web.get("/chat/media/{media}", media.show),
    *uploads.ROUTES,
    *landing.ROUTES,
    *volunteers.ROUTES,
    *volunteers_interview.ROUTES,
    *volunteers_card.ROUTES,
    *status.ROUTES,
    *health.ROUTES,
)
