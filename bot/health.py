"""Health: whether the process lives, and whether it can keep what it is told."""

from aiohttp import web

from bot.keys import CLOCK, DB
from bot.prompt import in_time
from storage import leases
from storage.errors import StorageBusy, StorageFull

PROBE = "readyz"


async def healthz(_request: web.Request) -> web.Response:
    """Answer that the process lives."""
    return web.json_response({"ok": True})


async def readyz(request: web.Request) -> web.Response:
    """Answer that the database takes what is written; 503 when it does not."""
    now = request.app[CLOCK]()
    try:
        # A row of its own, so that a full disk is noticed and nobody is in the way.
        await in_time(request.app[DB].write(leases.take, PROBE, PROBE, now, now))
    except StorageFull:
        raise StorageBusy from None
    return web.json_response({"ok": True})


ROUTES = (web.get("/healthz", healthz), web.get("/readyz", readyz))
