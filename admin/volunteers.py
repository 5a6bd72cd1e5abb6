"""Volunteers of "Số hóa ký ức": who is invited to narrators' houses, and who no longer."""

import re
import secrets

from aiohttp import web

from admin.auth import requires, staff_of
from admin.forms import text
from admin.keys import DB, PUBLIC_URL
from admin.links import new_token, shown_once
from admin.pages import done, now, render, zone
from handlers import succession, volunteering
from handlers.card_codes import spoken
from handlers.staffing import Refused
from storage import interviews, volunteers
from storage.model.staff import Role
from storage.model.volunteer import Standing, Volunteer

ID = r"{id:\d{1,18}}"
NUMBER = re.compile(r"\d{1,18}", re.ASCII)
STANDINGS = {
    Standing.VALID: ("Đang hoạt động", "good"),
    Standing.EXPIRED: ("Thẻ hết hạn", "warn"),
    Standing.WITHDRAWN: ("Đã thu hồi", ""),
}
PARTS = ("name", "area", "unit", "until")


@requires(Role.ADMINISTRATOR)
async def show(request: web.Request) -> web.StreamResponse:
    """Show the volunteers and the form for a new one."""
    return await _page(request)


@requires(Role.ADMINISTRATOR)
async def invite(request: web.Request) -> web.StreamResponse:
    """Invite a volunteer, and show his link once."""
    form = await request.post()
    written = {part: text(form, part) for part in PARTS}
    who, at, token = staff_of(request), now(request), new_token()
    actor = f"staff:{who.id}"
    try:
        new = volunteering.invited(**written, zone=zone(request), now=at)
    except Refused as refused:
        return await _page(request, str(refused), written)
    made = await request.app[DB].write(
        volunteering.invite, new, who.agency, token, secrets.randbelow, actor, at
    )
    return _link(request, made, token)


@requires(Role.ADMINISTRATOR)
async def invite_again(request: web.Request) -> web.StreamResponse:
    """Let a volunteer in by another telephone, and show his link once."""
    who, at, token = staff_of(request), now(request), new_token()
    try:
        known = await request.app[DB].write(
            volunteering.invite_again, _id(request), token, who, at
        )
    except Refused as refused:
        return await _page(request, str(refused))
    return _link(request, known, token)


@requires(Role.ADMINISTRATOR)
async def withdraw(request: web.Request) -> web.StreamResponse:
    """End a volunteer's card and access."""
    reason = text(await request.post(), "reason")
    who, at = staff_of(request), now(request)
    try:
        await request.app[DB].write(
            volunteering.withdraw, _id(request), reason, who, at
        )
    except Refused as refused:
        return await _page(request, str(refused))
    return done("/volunteers", "card_withdrawn")


@requires(Role.ADMINISTRATOR)
async def hand_on(request: web.Request) -> web.StreamResponse:
    """Let another volunteer go on with the interviews of one who comes no more."""
    form = await request.post()
    chosen, reason = text(form, "successor"), text(form, "reason")
    heir = int(chosen) if NUMBER.fullmatch(chosen) else 0
    who, at = staff_of(request), now(request)
    try:
        await request.app[DB].write(
            succession.hand_on, _id(request), heir, reason, who, at
        )
    except Refused as refused:
        return await _page(request, str(refused))
    return done("/volunteers", "handed_on")


async def _page(
    request: web.Request, alert: str = "", written: dict[str, str] | None = None
) -> web.Response:
    ours, at = staff_of(request).agency, now(request)
    invited = await request.app[DB].read(volunteers.of_agency, ours)
    left = await request.app[DB].read(interviews.left, [one.id for one in invited])
    listed = [
        (one, *STANDINGS[one.standing(at)], one.standing(at) is Standing.VALID)
        for one in invited
    ]
    return render(
        request,
        "volunteers.html",
        status=422 if alert else 200,
        volunteers=listed,
        left=left,
        successors=lambda gone: succession.successors(gone, invited, at),
        until=volunteering.last_day(at, zone(request)),
        day=lambda until: volunteering.day_of(until, zone(request)),
        spoken=spoken,
        written=written or {},
        alert=alert,
    )


def _link(request: web.Request, who: Volunteer, token: str) -> web.Response:
    address = f"{request.app[PUBLIC_URL]}/tinh-nguyen/vao#{token}"
    return shown_once(request, "volunteer_link.html", who, address)


def _id(request: web.Request) -> int:
    return int(request.match_info["id"])


ROUTES = (
    web.get("/volunteers", show),
    web.post("/volunteers", invite),
    web.post(f"/volunteers/{ID}/link", invite_again),
    web.post(f"/volunteers/{ID}/withdraw", withdraw),
    web.post(f"/volunteers/{ID}/hand-on", hand_on),
)
