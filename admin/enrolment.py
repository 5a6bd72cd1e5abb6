"""Coming in by a one-time link, and choosing login, password and second factor."""

import segno
from aiohttp import web

from admin import totp
from admin.auth import let_in, staff_of, ticket
from admin.forms import text
from admin.keys import DB, PASSWORDS
from admin.links import token_in
from admin.pages import done, now, render, see
from admin.passwords import LONGEST, SHORTEST
from admin.whence import know
from handlers import signing_in, staffing
from handlers.staffing import Newcomer, Refused
from storage import agencies, staff
from storage.agencies import UNNAMED
from storage.model.staff import Role, Staff


class Unfit(Refused):
    """A password or code that cannot be taken."""


async def enter(request: web.Request) -> web.Response:
    """Show the page whose script hands the link's secret in."""
    return render(request, "enter.html", alert="")


async def try_enter(request: web.Request) -> web.StreamResponse:
    """Use the link up, and go on to choosing the credentials."""
    link = token_in(text(await request.post(), "token"))
    given = ticket(request)
    secret, at = totp.new_secret(), now(request)
    try:
        await request.app[DB].write(signing_in.enter, link, secret, given, at)
    except Refused as refused:
        return render(request, "enter.html", status=403, alert=str(refused))
    response = see("/console/enrol")
    let_in(request, response, given)
    return response


async def enrol(request: web.Request) -> web.StreamResponse:
    """Show what is to be chosen, and the second factor."""
    who = staff_of(request)
    return await _form(request, who.login, who.name)


async def try_enrol(request: web.Request) -> web.StreamResponse:
    """Take what was chosen."""
    form = await request.post()
    login, name = text(form, "login"), text(form, "name")
    try:
        chosen = staffing.newcomer(login, name, Role.OFFICER)
        return await _enrol(request, staff_of(request), chosen)
    except Refused as refused:
        return await _form(request, login, name, alert=str(refused), status=422)


async def _enrol(
    request: web.Request, who: Staff, chosen: Newcomer
) -> web.StreamResponse:
    db, at, given = request.app[DB], now(request), ticket(request)
    form = await request.post()
    password = _password(str(form.get("password", "")), chosen)
    step = await _step(request, who, str(form.get("code", "")))
    kept = await request.app[PASSWORDS].hashed(password)
    await db.write(signing_in.enrol, who, chosen, kept, step, given, at)
    response = done(await _first_page(request, who), "enrolled")
    let_in(request, response, given)
    know(request, response, chosen.login)
    return response


def _password(password: str, chosen: Newcomer) -> str:
    if len(password) < SHORTEST:
        raise Unfit(
            f"Mật khẩu cần ít nhất {SHORTEST} ký tự; một câu ngắn dễ nhớ là tốt nhất."
        )
    if len(password) > LONGEST:
        raise Unfit(f"Mật khẩu dài quá {LONGEST} ký tự, xin chọn câu ngắn hơn.")
    if len(set(password)) < 5 or password.lower() in (
        chosen.login,
        chosen.name.lower(),
    ):
        raise Unfit("Mật khẩu này dễ đoán quá, xin chọn một câu khác.")
    return password


async def _step(request: web.Request, who: Staff, code: str) -> int:
    secret = await request.app[DB].read(staff.offered_totp, who.id)
    step = totp.step_of(secret, code, now(request), last=0) if secret else None
    if step is None:
        raise Unfit(
            "Mã 6 số chưa khớp; xin xem giờ trên điện thoại có đúng không rồi nhập mã "
            "mới nhất."
        )
    return step


async def _first_page(request: web.Request, who: Staff) -> str:
    """Return where to begin: an office without a name is named first."""
    office = await request.app[DB].read(agencies.load, who.agency)
    is_unnamed = office is not None and office.name == UNNAMED
    is_first = is_unnamed and who.role is Role.ADMINISTRATOR
    return "/settings" if is_first else "/"


async def _form(
    request: web.Request, login: str, name: str, alert: str = "", status: int = 200
) -> web.StreamResponse:
    who = staff_of(request)
    secret = await request.app[DB].read(staff.offered_totp, who.id)
    if who.is_enrolled or secret is None:
        return see("/console/")
    picture = segno.make(totp.address(secret, login), error="m")
    return render(
        request,
        "enrol.html",
        status=status,
        login=login,
        name="" if name == staffing.FIRST_NAME else name,
        alert=alert,
        shortest=SHORTEST,
        spelled=totp.spelled(secret),
        picture=picture.svg_inline(omitsize=True, border=2),
    )


ROUTES = (
    web.get("/enter", enter, name="enter"),
    web.post("/enter", try_enter, name="try_enter"),
    web.get("/enrol", enrol, name="enrol"),
    web.post("/enrol", try_enrol, name="try_enrol"),
)
