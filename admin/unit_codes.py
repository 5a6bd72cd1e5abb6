"""Codes of units that nobody has decoded yet: how often they were told, what they were."""

from aiohttp import web

from admin import pages
from admin.auth import staff_of
from admin.forms import text
from admin.keys import DB
from handlers import triage
from storage import unit_codes

LONGEST = 120
WORDS = "words"  # the bell of who holds the lexicon


async def show(request: web.Request) -> web.Response:
    """Show all codes, those that wait for a decoding first."""
    return await _page(request)


async def decode(request: web.Request) -> web.Response:
    """Keep what a code stands for; whatever is read from now on says so."""
    form = await request.post()
    try:
        decoded = triage.words(text(form, "decoded"), LONGEST)
    except triage.Refused as refused:
        return await _page(request, str(refused))
    who, now = staff_of(request), pages.now(request)
    kept = await request.app[DB].announce(
        [WORDS], unit_codes.decode, text(form, "code"), decoded, who.id, now
    )
    return pages.done("/unit-codes", "kept" if kept else "gone")


ROUTES = (
    web.get("/unit-codes", show),
    web.post("/unit-codes", decode),
)


async def _page(request: web.Request, alert: str = "") -> web.Response:
    codes = await request.app[DB].read(unit_codes.every)
    status = 409 if alert else 200
    return pages.render(request, "unit_codes.html", status, codes=codes, alert=alert)
