"""Health: whether the process lives, and whether it can keep what it is told."""

import asyncio

from aiohttp import web

from bot.keys import BOARD, CLOCK, DB
from bot.prompt import in_time
from storage import leases
from storage.errors import StorageBusy, StorageFull

PROBE = "readyz"


async def healthz(_request: web.Request) -> web.Response:
    """Answer that the process lives."""
    return web.json_response({"ok": True})


async def readyz(request: web.Request) -> web.Response:
    """Answer that the database takes what is written; 503 when it does not.

    What lies in the spool is told beside it: it is durable, and stops nobody.
    """
    now = request.app[CLOCK]()
    try:
        # A row of its own, so that a full disk is noticed and nobody is in the way.
        await in_time(request.app[DB].write(leases.take, PROBE, PROBE, now, now))
    except StorageFull:
        raise StorageBusy from None
    return web.json_response({"ok": True, "spool": await _spool(request)})


async def _spool(request: web.Request) -> str:
    """Return a line on the spool; an empty one while nothing lies there."""
    board = request.app.get(BOARD)
    if board is None:
        return ""
    receipts = board.receipts
    lying = await asyncio.to_thread(receipts.spool.lying)
    if not lying.waiting and not lying.unreadable:
        return ""
    waited = round(lying.waited_s(receipts.clock()))
    return f"{lying.waiting} wait, {waited} s; {lying.unreadable} cannot be read"


ROUTES = (web.get("/healthz", healthz), web.get("/readyz", readyz))
