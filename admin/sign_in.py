"""Signing in with login, password and code; signing out; one's own sessions."""

from aiohttp import web

from admin import totp
from admin.auth import let_in, let_out, staff_of, ticket
from admin.forms import Form
from admin.keys import DB, PASSWORDS, TURNS
from admin.pages import SESSION, done, now, render, see
from admin.whence import know, place_of
from handlers import signing_in
from handlers.signing_in import NotLetIn, Ticket
from storage import attempts, sessions, staff

HOME = "/console/"


async def sign_in(request: web.Request) -> web.Response:
    """Show the form."""
    return _form(request, "", _next(request))


async def try_sign_in(request: web.Request) -> web.StreamResponse:
    """Let in who proves himself; say one sentence to everybody else."""
    form = await request.post()  # a password is taken as it was typed
    login = str(form.get("login", "")).strip().lower()
    given, place = ticket(request), place_of(request, login)
    try:
        async with request.app[TURNS].at(place):
            await _prove(request, login, form, place, given)
    except NotLetIn as refused:
        return _form(request, login, _next(request), str(refused), status=403)
    response = see(_next(request))
    let_in(request, response, given)
    know(request, response, login)
    return response


async def sign_out(request: web.Request) -> web.StreamResponse:
    """End this session."""
    mine = request[SESSION]
    await request.app[DB].write(signing_in.leave, mine.staff, mine.id, now(request))
    return _farewell()


async def my_sessions(request: web.Request) -> web.Response:
    """Show where the member is signed in."""
    mine = await request.app[DB].read(sessions.of, staff_of(request).id, now(request))
    return render(request, "sessions.html", sessions=mine, this=request[SESSION].id)


async def end_session(request: web.Request) -> web.StreamResponse:
    """End one of the member's sessions."""
    session_id = int(request.match_info["id"])
    who, at = staff_of(request), now(request)
    await request.app[DB].write(signing_in.leave, who, session_id, at)
    if session_id == request[SESSION].id:
        return _farewell()
    return done("/sessions", "ended")


async def end_all_sessions(request: web.Request) -> web.StreamResponse:
    """End all of the member's sessions, this one too."""
    who, at = staff_of(request), now(request)
    await request.app[DB].write(signing_in.leave_everywhere, who, at)
    return _farewell()


async def _prove(
    request: web.Request, login: str, form: Form, place: str, given: Ticket
) -> None:
    """Sign him in, or count his failure; NotLetIn whatever was wrong."""
    db, at = request.app[DB], now(request)
    if not await db.read(attempts.may_try, place, at):
        raise NotLetIn
    known = await db.read(staff.credentials, login)
    kept = known.password_hash if known else None
    fits = await request.app[PASSWORDS].fits(str(form.get("password", "")), kept)
    if known is None or not fits:
        await db.write(attempts.failed, place, at)
        raise NotLetIn
    if not await db.write(staff.may_show_code, known.staff.id, at):
        raise NotLetIn
    step = totp.step_of(known.totp_secret, str(form.get("code", "")), at, known.step)
    if step is None or not await db.write(
        signing_in.admit, known, step, place, given, at
    ):
        await db.write(signing_in.refuse_code, known, place, at)
        raise NotLetIn


def _form(
    request: web.Request, login: str, target: str, alert: str = "", status: int = 200
) -> web.Response:
    context = {"login": login, "next": target, "alert": alert}
    return render(request, "sign_in.html", status=status, **context)


def _next(request: web.Request) -> str:
    """Return where he wanted to go: only pages of the console."""
    wanted = request.query.get("next", HOME)
    is_ours = wanted.startswith(HOME) and "\\" not in wanted and "//" not in wanted
    return wanted if is_ours and wanted.isprintable() else HOME


def _farewell() -> web.Response:
    response = see("/console/sign-in")
    let_out(response)
    return response


ROUTES = (
    web.get("/sign-in", sign_in, name="sign_in"),
    web.post("/sign-in", try_sign_in, name="try_sign_in"),
    web.post("/sign-out", sign_out, name="sign_out"),
    web.get("/sessions", my_sessions),
    web.post(r"/sessions/{id:\d{1,18}}/end", end_session),
    web.post("/sessions/end", end_all_sessions),
)
