"""Volunteers' cards: printed by them, believed by families only where we say so.

`/tinh-nguyen/<code>` is what the QR code on a card leads to. It never says more than the
card itself, and never whose card a withdrawn or an invented one was.
"""

import segno
from aiohttp import web

from bot.keys import CLOCK, DB, PUBLIC_URL, ZONE
from bot.site import volunteers as volunteering_pages
from bot.site.pages import render
from bot.site.volunteers import HOME, SESSION, for_volunteers
from handlers.card_codes import read_code, spoken
from handlers.volunteering import day_of
from storage import volunteers
from storage.model.volunteer import Standing, Volunteer

LONGEST = 60
STATUSES = {Standing.VALID: 200, Standing.EXPIRED: 410, Standing.WITHDRAWN: 410}


@for_volunteers
async def show(request: web.Request) -> web.StreamResponse:
    """Show the volunteer's own card, to be printed or held out on the telephone."""
    who = request[SESSION].volunteer
    address = f"{request.app[PUBLIC_URL]}{HOME}/{who.code}"
    picture = segno.make(address, error="m").svg_inline(omitsize=True, border=2)
    return await volunteering_pages.page(
        request,
        "volunteers_card.html",
        code=spoken(who.code),
        until=_until(request, who),
        address=address,
        svg=picture,
    )


async def check(request: web.Request) -> web.Response:
    """Tell a family whether the card that it scanned is genuine; warn where it is not."""
    code = read_code(request.match_info["code"][:LONGEST])
    known = await _known(request, code)
    standing = known.standing(request.app[CLOCK]()) if known else None
    is_valid = known is not None and standing is Standing.VALID
    return await render(
        request,
        "volunteers_check.html",
        status=STATUSES[standing] if standing else 404,
        standing=standing.value if standing else "unknown",
        who=known if is_valid else None,
        code=spoken(code) if code else "",
        until=_until(request, known) if known else "",
    )


async def _known(request: web.Request, code: str | None) -> Volunteer | None:
    """Return whose card it is; who tries many that are nobody's has to wait."""
    known = await request.app[DB].read(volunteers.by_code, code) if code else None
    if known is None:
        volunteering_pages.tries(request, "card")
    return known


def _until(request: web.Request, who: Volunteer) -> str:
    return day_of(who.until, request.app[ZONE]).strftime("%d/%m/%Y")


ROUTES = (
    web.get(f"{HOME}/the", show),
    # The last of them all: whatever is no page of ours is looked up as a card.
    web.get(HOME + "/{code}", check),
)
