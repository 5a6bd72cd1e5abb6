"""Who asks: the session behind a request, and what it may see.

Every view is closed unless it stands in OPEN; a member who has not chosen his
credentials yet sees only the views in ENROLLING.
"""

import secrets
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import wraps
from hmac import compare_digest
from urllib.parse import quote

from aiohttp import web

from admin.keys import CLOCK, DB, PUBLIC_URL
from admin.pages import SESSION, now, see
from admin.shield import SAFE, Foreign, sentence
from handlers.signing_in import Ticket
from storage import sessions
from storage.model.staff import Role, Session, Staff

COOKIE = "console"
PATH = "/console"
OPEN = frozenset({"static", "sign_in", "try_sign_in", "enter", "try_enter"})
ENROLLING = frozenset({"enrol", "try_enrol", "sign_out"})
TOUCHED_EVERY = timedelta(minutes=1)  # spares a write for each view
CSRF_FIELD, CSRF_HEADER = "csrf", "X-CSRF-Token"
CLIENT_LENGTH = 200
ENDED = "Phiên làm việc đã hết, nội dung vừa gửi chưa được lưu; xin đăng nhập lại."

View = Callable[[web.Request], Awaitable[web.StreamResponse]]


def staff_of(request: web.Request) -> Staff:
    """Return who is asking."""
    return request[SESSION].staff


def requires(role: Role) -> Callable[[View], View]:
    """Close a view to all whose role is less."""
    order = list(Role)

    def close(view: View) -> View:
        @wraps(view)
        async def closed(request: web.Request) -> web.StreamResponse:
            if order.index(staff_of(request).role) < order.index(role):
                raise web.HTTPForbidden
            return await view(request)

        return closed

    return close


def ticket(request: web.Request) -> Ticket:
    """Return fresh secrets for the browser that asks."""
    client = request.headers.get("User-Agent", "")[:CLIENT_LENGTH]
    return Ticket(secrets.token_urlsafe(32), secrets.token_urlsafe(32), client)


def let_in(request: web.Request, response: web.StreamResponse, given: Ticket) -> None:
    """Give the browser the cookie of its session."""
    response.set_cookie(
        COOKIE,
        given.token,
        path=PATH,
        httponly=True,
        samesite="Lax",  # Strict would sign out who follows a link to the console
        secure=request.app[PUBLIC_URL].startswith("https://"),
    )


def let_out(response: web.StreamResponse) -> None:
    """Take the cookie back."""
    response.del_cookie(COOKIE, path=PATH)


@web.middleware
async def session(request: web.Request, handler: View) -> web.StreamResponse:
    """Find the session behind the cookie; without one only OPEN views answer."""
    view = request.match_info.route.name
    if view == "static":
        return await handler(request)
    found = await _find(request)
    if found is not None:
        request[SESSION] = found
    if view in OPEN:
        return await handler(request)
    if found is None:
        return _to_sign_in(request)
    if not found.staff.is_enrolled and view not in ENROLLING:
        return see("/console/enrol")
    await _check_csrf(request, found)
    await _touch(request, found)
    return await handler(request)


async def _find(request: web.Request) -> Session | None:
    token = request.cookies.get(COOKIE)
    if not token:
        return None
    return await request.app[DB].read(sessions.find, token, now(request))


async def _check_csrf(request: web.Request, found: Session) -> None:
    if request.method in SAFE:
        return
    given = request.headers.get(CSRF_HEADER) or (await request.post()).get(CSRF_FIELD)
    if not isinstance(given, str):
        raise Foreign
    if not compare_digest(given.encode("utf-8", "replace"), found.csrf.encode()):
        raise Foreign


async def _touch(request: web.Request, found: Session) -> None:
    # What a page refreshes by itself does not keep an empty chair signed in.
    is_by_itself = request.method == "GET" and "HX-Request" in request.headers
    at = request.app[CLOCK]()
    if not is_by_itself and at - found.seen_at >= TOUCHED_EVERY:
        await request.app[DB].write(sessions.touch, found.id, at)


def _to_sign_in(request: web.Request) -> web.StreamResponse:
    if request.method not in SAFE:
        return sentence(request, 401, ENDED)
    target = f"/console/sign-in?next={quote(request.path_qs, safe='')}"
    if "HX-Request" in request.headers:
        return web.Response(headers={"HX-Redirect": "/console/sign-in"})
    return see(target)
