"""Signing in with login, password and code; signing out; one's own sessions."""

from aiohttp import web

from admin import totp
from admin.auth import let_in, let_out, staff_of, ticket
from admin.forms import Form
from admin.keys import DB, PASSWORDS
from admin.pages import SESSION, done, now, render, see
from handlers import signing_in
from handlers.signing_in import NotLetIn
from storage import sessions, staff
from storage.model.staff import Credentials

HOME = "/console/"


async def sign_in(request: web.Request) -> web.Response:
    """Show the form."""
    return _form(request, "", _next(request))


async def try_sign_in(request: web.Request) -> web.StreamResponse:
    """Let in who proves himself; say one sentence to everybody else."""
    form = await request.post()  # a password is taken as it was typed
    login = str(form.get("login", "")).strip().lower()
    try:
        known, step = await _proven(request, login, form)
        given = ticket(request)
        db = request.app[DB]
        await db.write(signing_in.admit, known, step, given, now(request))
    except NotLetIn as refused:
        return _form(request, login, _next(request), str(refused), status=403)
    response = see(_next(request))
    let_in(request, response, given)
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


async def _proven(
    request: web.Request, login: str, form: Form
) -> tuple[Credentials, int]:
    db, at = request.app[DB], now(request)
    known = await db.write(staff.attempt, login, at)
    kept = known.password_hash if known else None
    fits = await request.app[PASSWORDS].fits(str(form.get("password", "")), kept)
    code = str(form.get("code", ""))
    step = totp.step_of(known.totp_secret, code, at, known.step) if known else None
    if known is None:
        raise NotLetIn
    if not fits or step is None:
        await db.write(signing_in.note_failure, known, at)
        raise NotLetIn
    return known, step


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
