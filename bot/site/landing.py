"""`/q/<code>`: what a scanned code opens: one large button, the telephone, the others.

A scan is counted without a word about who it was. What fetches the page without a person
before it is not counted, nor the same browser again within ten minutes, nor more from one
address than people there can be (see `scans`).
"""

import re

import structlog
from aiohttp import web

from bot.entrances import ENTRANCES
from bot.keys import CLOCK, DB
from bot.prompt import in_time
from bot.site.pages import render
from bot.site.scans import Scans
from bot.site.whence import address_of
from handlers.placement_codes import read_code, spoken
from storage import placements
from storage.errors import StorageBusy, StorageFull
from storage.model.placement import Placement

# The first of these that is on gets the large button, under these words.
FIRST = {"zalo": "Kể qua Zalo", "web": "Kể cho chúng tôi"}
LABELS = {
    "zalo": "Kể qua Zalo",
    "web": "Kể ngay trên trang này",
    "telegram": "Kể qua Telegram",
}
LONGEST = 60
COOKIE = "scanned"
AGAIN_AFTER_S = 600
# Browsers say so when they fetch a page that nobody may ever look at.
AHEAD = ("Purpose", "Sec-Purpose", "X-Purpose", "X-Moz")
# Programs that draw previews of links in chats, and those that read the whole web.
PROGRAMS = re.compile(
    r"(?<!cu)bot\b|crawl|spider|preview|externalhit|facebookcatalog|whatsapp|slurp|"
    r"curl|wget|python",
    re.IGNORECASE,
)

SCANS: web.AppKey[Scans] = web.AppKey("scans", Scans)

log = structlog.get_logger()


async def show(request: web.Request) -> web.Response:
    """Show the ways to tell; a code that we do not know only attributes nothing."""
    placement = await _placement(request)
    code = placement.code if placement else ""
    links = {one.name: one.link(code) for one in request.app[ENTRANCES]}
    shown = {name: link for name, link in links.items() if link and name in LABELS}
    main = next(name for name in FIRST if name in shown)
    response = await render(
        request,
        "landing.html",
        main=(FIRST[main], shown.pop(main)),
        others=[(LABELS[name], link) for name, link in shown.items()],
        code=spoken(code),
        is_zalo=main == "zalo",
        is_known=placement is not None,
    )
    if placement and is_visit(request):
        await _count(request, response, placement)
    return response


def is_visit(request: web.Request) -> bool:
    """Return whether a person looks at the page, for the first time in a while."""
    is_ahead = any("prefetch" in request.headers.get(name, "") for name in AHEAD)
    is_program = PROGRAMS.search(request.headers.get("User-Agent", ""))
    is_again = COOKIE in request.cookies
    return request.method == "GET" and not (is_ahead or is_program or is_again)


async def _placement(request: web.Request) -> Placement | None:
    code = read_code(request.match_info["code"][:LONGEST])
    if code is None:
        return None
    return await request.app[DB].read(placements.by_code, code)


async def _count(
    request: web.Request, response: web.Response, placement: Placement
) -> None:
    """Count the scan; one that a busy database takes late is waited for no longer."""
    now = request.app[CLOCK]()
    if not request.app[SCANS].counts(address_of(request), placement.code, now):
        log.info("scan.too_many", placement=placement.id)
        return
    try:
        counted = request.app[DB].write(placements.count_scan, placement.id, now)
        await in_time(counted)
    except (StorageBusy, StorageFull):
        log.warning("scan.not_counted_yet", placement=placement.id)
    # Our own path, never the one that was asked for: that is anybody's text.
    path = f"/q/{placement.code}"
    response.set_cookie(COOKIE, "1", max_age=AGAIN_AFTER_S, path=path, httponly=True)


ROUTES = (web.get("/q/{code}", show),)
