"""`/tra-cuu`: how a telling stands, for who has its code and his telephone number.

Tries are measured, by address and by code: nobody finds a code, or a number to a code, by
trying. A wrong number, an unknown code and a telling without a number look alike.
"""

from datetime import timedelta

import structlog
from aiohttp import web

from bot.keys import CLOCK, DB
from bot.site.pages import render
from bot.site.scans import Scans
from bot.site.whence import address_of
from handlers import looking_up
from handlers.receiving import Refused
from handlers.wording import say

# A village hall looks up from one address; nobody needs one code so often.
OF_ADDRESS = ((timedelta(minutes=10), 30), (timedelta(days=1), 300))
OF_CODE = ((timedelta(minutes=15), 6), (timedelta(days=1), 30))
Tries = tuple[Scans, Scans]
TRIES: web.AppKey[Tries] = web.AppKey("tries")

log = structlog.get_logger()


def tries() -> Tries:
    """Return what remembers the tries of addresses, and those of codes."""
    return Scans(OF_ADDRESS), Scans(OF_CODE)


async def show(request: web.Request) -> web.Response:
    """Show the form."""
    return await render(request, "status.html")


async def look_up(request: web.Request) -> web.Response:
    """Show how the telling stands, or that code and number fit none."""
    form = await request.post()
    code, phone = form.get("code"), form.get("phone")
    if not (isinstance(code, str) and isinstance(phone, str)):
        raise Refused("web.unreadable", 400)
    if not _may_try(request, looking_up.code_of(code)):
        log.info("status.too_many")
        return await _answer(request, code, say("web.too_many"), 429)
    told = await request.app[DB].read(looking_up.look_up, code, phone)
    if told is None:
        return await _answer(request, code, say("web.unknown_code"), 404)
    return await render(request, "status.html", state=told, code=code)


ROUTES = (web.get("/tra-cuu", show), web.post("/tra-cuu", look_up))


def _may_try(request: web.Request, code: str) -> bool:
    now, (of_address, of_code) = request.app[CLOCK](), request.app[TRIES]
    fits = of_address.counts(address_of(request), "", now)
    return of_code.counts("", code, now) and fits if code else fits


async def _answer(
    request: web.Request, code: str, error: str, status: int
) -> web.Response:
    shown = code[: looking_up.LONGEST]
    return await render(request, "status.html", status=status, error=error, code=shown)
