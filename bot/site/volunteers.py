"""Volunteers' own pages: let in by a link, then known by a cookie until their card ends.

Whatever they ask is checked anew against the card, so that a card which is withdrawn ends
its pages, and an interview's chat, at once. Changes must come from our own pages.
"""

import secrets
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import wraps
from hmac import compare_digest

from aiohttp import web

from admin.forms import Form, text
from admin.links import token_in
from admin.pages import see
from admin.shield import SAFE, is_ours
from bot.keys import CLOCK, DB, PUBLIC_URL, ZONE
from bot.site.pages import render
from bot.site.scans import Scans
from bot.site.whence import address_of
from handlers import interviewing, volunteering
from handlers.receiving import Refused
from handlers.staffing import Refused as NotLetIn
from handlers.volunteering import Pass
from handlers.wording import say
from storage import interviews, volunteer_sessions
from storage.model.volunteer import VolunteerSession

HOME = "/tinh-nguyen"
COOKIE = "manhmoi_volunteer"
CSRF = "csrf"
LONGEST_MARK = 64
TOUCHED_EVERY = timedelta(hours=1)  # spares a write for each view
# Wrong links and wrong cards from one address; the right ones are never counted.
TRIED: web.AppKey[Scans] = web.AppKey("tried", Scans)
SESSION: web.RequestKey[VolunteerSession] = web.RequestKey("volunteer_session")

View = Callable[[web.Request], Awaitable[web.StreamResponse]]


def for_volunteers(view: View) -> View:
    """Close a view to all but volunteers whose card is good."""

    @wraps(view)
    async def closed(request: web.Request) -> web.StreamResponse:
        request[SESSION] = await let_in(request)
        return await view(request)

    return closed


async def let_in(request: web.Request) -> VolunteerSession:
    """Return the session of a volunteer; refused to all others, and to other sites."""
    if request.method not in SAFE and not is_ours(request, request.app[PUBLIC_URL]):
        raise Refused("volunteer.foreign", 403)
    found, now = await _find(request), request.app[CLOCK]()
    if found is None:
        raise Refused("volunteer.out", 403)
    if now - found.seen_at >= TOUCHED_EVERY:
        await request.app[DB].write(volunteer_sessions.touch, found.id, now)
    return found


async def is_still_let_in(request: web.Request) -> bool:
    return await _find(request) is not None


async def filled(request: web.Request) -> Form:
    """Return a form of ours; one without the session's mark is refused."""
    form = await request.post()
    check(request, text(form, CSRF))
    return form


def check(request: web.Request, given: str) -> None:
    """Refuse a form that does not carry the session's mark."""
    mine = request[SESSION].csrf.encode()
    if not compare_digest(given.encode("utf-8", "replace"), mine):
        raise Refused("volunteer.foreign", 403)


async def page(
    request: web.Request, template: str, status: int = 200, **facts: object
) -> web.Response:
    """Return one of the volunteer's pages."""
    mine = request.get(SESSION)
    known = {"me": mine.volunteer, CSRF: mine.csrf} if mine else {}
    shown = await render(request, template, status=status, **known, **facts)
    # Without a referrer browsers send `Origin: null` with forms (see the console's).
    shown.headers["Referrer-Policy"] = "same-origin"
    return shown


def tries(request: web.Request, what: str) -> None:
    """Count something that was wrong; refused once there were many from one address."""
    now = request.app[CLOCK]()
    if not request.app[TRIED].counts(address_of(request), what, now):
        raise Refused("volunteer.slowly", 429)


async def enter(request: web.Request) -> web.Response:
    """Show the page whose script hands the link's secret in."""
    return await page(request, "volunteers_enter.html", alert="")


async def try_enter(request: web.Request) -> web.Response:
    """Use the link up, and let this telephone in."""
    if not is_ours(request, request.app[PUBLIC_URL]):
        raise Refused("volunteer.foreign", 403)
    link = token_in(text(await request.post(), "token"))
    given = Pass(secrets.token_urlsafe(32), secrets.token_urlsafe(32))
    now = request.app[CLOCK]()
    try:
        who = await request.app[DB].write(volunteering.enter, link, given, now)
    except NotLetIn as refused:
        tries(request, "link")
        return await page(request, "volunteers_enter.html", 403, alert=str(refused))
    response = see(HOME)
    response.set_cookie(
        COOKIE,
        given.token,
        path=HOME,
        max_age=int((who.until - now).total_seconds()),
        httponly=True,
        samesite="Lax",
        secure=request.app[PUBLIC_URL].startswith("https://"),
    )
    return response


@for_volunteers
async def home(request: web.Request) -> web.StreamResponse:
    """Show the volunteer's interviews, where each stands, and the form for a new one."""
    return await _home(request)


@for_volunteers
async def begin(request: web.Request) -> web.StreamResponse:
    """Begin an interview with the narrator whose name was written."""
    form = await filled(request)
    who, now = request[SESSION].volunteer, request.app[CLOCK]()
    narrator, mark = text(form, "narrator"), text(form, "form")[:LONGEST_MARK]
    try:
        begun = await request.app[DB].write(
            interviewing.begin, who, narrator, mark, now
        )
    except Refused as refused:
        return await _home(request, refused.sentence, refused.status)
    return see(f"{HOME}/buoi-ke/{begun}")


@for_volunteers
async def leave(request: web.Request) -> web.StreamResponse:
    """End this telephone's session."""
    await filled(request)
    await request.app[DB].write(volunteer_sessions.close, request[SESSION].id)
    response = see(f"{HOME}/vao")
    response.del_cookie(COOKIE, path=HOME)
    return response


async def _home(
    request: web.Request, alert: str = "", status: int = 200
) -> web.Response:
    who = request[SESSION].volunteer
    listed = await request.app[DB].read(interviews.of, who.id)
    return await page(
        request,
        "volunteers.html",
        status,
        interviews=[(one, interviewing.stage(one)) for one in listed],
        local=lambda at: at.astimezone(request.app[ZONE]).strftime("%d/%m/%Y"),
        form=secrets.token_hex(16),
        originals=say("interview.originals"),
        alert=alert,
    )


async def _find(request: web.Request) -> VolunteerSession | None:
    token = request.cookies.get(COOKIE, "")
    if not token:
        return None
    now = request.app[CLOCK]()
    return await request.app[DB].read(volunteer_sessions.find, token, now)


ROUTES = (
    web.get(f"{HOME}/vao", enter),
    web.post(f"{HOME}/vao", try_enter),
    web.get(HOME, home),
    web.post(f"{HOME}/buoi-ke", begin),
    web.post(f"{HOME}/thoat", leave),
)
