"""The staff: who works here, who is let in, who is kept out."""

from aiohttp import web

from admin.auth import requires, staff_of
from admin.forms import text
from admin.keys import DB, PUBLIC_URL
from admin.links import link, new_token, shown_once
from admin.pages import done, now, render
from handlers import staffing
from handlers.staffing import Refused
from storage import staff
from storage.model.staff import Role, Staff

ID = r"{id:\d{1,18}}"


@requires(Role.ADMINISTRATOR)
async def show(request: web.Request) -> web.StreamResponse:
    """Show the list and the form for a newcomer."""
    return await _page(request)


@requires(Role.ADMINISTRATOR)
async def add(request: web.Request) -> web.StreamResponse:
    """Take somebody in, and show his link once."""
    form = await request.post()
    name, login = text(form, "name"), text(form, "login")
    role = text(form, "role")
    token, who = new_token(), staff_of(request)
    try:
        new = staffing.newcomer(
            login or staffing.login_for(name),
            name,
            Role(role) if role in list(Role) else Role.OFFICER,
        )
        actor, at = f"staff:{who.id}", now(request)
        made = await request.app[DB].write(
            staffing.hire, new, who.agency, token, actor, at
        )
    except Refused as refused:
        written = {"name": name, "login": login, "role": role}
        return await _page(request, str(refused), written)
    return _link(request, made, token)


@requires(Role.ADMINISTRATOR)
async def invite(request: web.Request) -> web.StreamResponse:
    """Let somebody choose new credentials, and show his link once."""
    token, who, at = new_token(), staff_of(request), now(request)
    try:
        member = await request.app[DB].write(
            staffing.invite_again, _id(request), token, who, at
        )
    except Refused as refused:
        return await _page(request, str(refused))
    return _link(request, member, token)


@requires(Role.ADMINISTRATOR)
async def suspend(request: web.Request) -> web.StreamResponse:
    """Keep somebody out."""
    who, at = staff_of(request), now(request)
    try:
        await request.app[DB].write(staffing.suspend, _id(request), who, at)
    except Refused as refused:
        return await _page(request, str(refused))
    return done("/staff", "suspended")


@requires(Role.ADMINISTRATOR)
async def restore(request: web.Request) -> web.StreamResponse:
    """Let somebody come back."""
    who, at = staff_of(request), now(request)
    try:
        await request.app[DB].write(staffing.restore, _id(request), who, at)
    except Refused as refused:
        return await _page(request, str(refused))
    return done("/staff", "restored")


async def _page(
    request: web.Request, alert: str = "", written: dict[str, str] | None = None
) -> web.Response:
    members = await request.app[DB].read(staff.of_agency, staff_of(request).agency)
    return render(
        request,
        "staff.html",
        status=422 if alert else 200,
        members=members,
        written=written or {},
        alert=alert,
    )


def _link(request: web.Request, member: Staff, token: str) -> web.Response:
    address = link(request.app[PUBLIC_URL], token)
    return shown_once(request, "staff_link.html", member, address)


def _id(request: web.Request) -> int:
    return int(request.match_info["id"])


ROUTES = (
    web.get("/staff", show),
    web.post("/staff", add),
    web.post(f"/staff/{ID}/link", invite),
    web.post(f"/staff/{ID}/suspend", suspend),
    web.post(f"/staff/{ID}/restore", restore),
)
