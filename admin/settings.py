"""The office's own data: what citizens see of it, and how long a session may rest."""

import re
from collections.abc import Iterator
from dataclasses import replace

from aiohttp import web

from admin.auth import requires, staff_of
from admin.forms import Form, text
from admin.keys import DB
from admin.pages import done, now, render
from handlers import office
from handlers.conversation.duty import hours as hours_in_words
from handlers.office import HoursUnread
from handlers.staffing import Refused
from storage import agencies
from storage.agencies import UNNAMED
from storage.model.agency import Agency, Level
from storage.model.staff import Role

DAYS = (
    "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật",
)  # fmt: skip
LEVELS = {
    Level.COMMUNE: "Cấp xã (xã, phường, đặc khu)",
    Level.PROVINCE: "Cấp tỉnh, thành phố",
    Level.REGION: "Cấp quân khu",
    Level.NATION: "Cấp trung ương",
}
IDLE = {
    15: "15 phút", 30: "30 phút", 60: "1 giờ", 120: "2 giờ", 240: "4 giờ", 480: "8 giờ",
}  # fmt: skip
PARTS = ("morning", "afternoon")
USUAL = {
    "morning": {"opens": "7:30", "closes": "11:30"},
    "afternoon": {"opens": "13:30", "closes": "17:00"},
}
# 7:30, 7h30, 7h, 7; a day ends at 24:00 or 0:00.
TIME = re.compile(r"([01]?\d|2[0-4]) *(?:[:hg.] *([0-5]\d)?)?", re.IGNORECASE)
MIDNIGHT = 24 * 60


@requires(Role.ADMINISTRATOR)
async def show(request: web.Request) -> web.StreamResponse:
    """Show the form."""
    ours = await _ours(request)
    named = ours if ours.name != UNNAMED else replace(ours, name="")
    return _form(request, named, _typed(ours))


@requires(Role.ADMINISTRATOR)
async def keep(request: web.Request) -> web.StreamResponse:
    """Keep what was written, or show it again with what is wrong."""
    form = await request.post()
    written = _written(form, await _ours(request))
    try:
        hours = office.hours(_stretches(form, day) for day in range(len(DAYS)))
        changed = office.checked(replace(written, hours=hours))
        who, at = staff_of(request), now(request)
        await request.app[DB].write(office.keep, changed, who, at)
    except Refused as refused:
        return _form(request, written, dict(form), str(refused), status=422)
    return done("/settings", "kept")


async def _ours(request: web.Request) -> Agency:
    ours = await request.app[DB].read(agencies.load, staff_of(request).agency)
    if ours is None:
        raise web.HTTPNotFound
    return ours


def _form(
    request: web.Request,
    ours: Agency,
    times: dict[str, object],
    alert: str = "",
    status: int = 200,
) -> web.Response:
    return render(
        request,
        "settings.html",
        status=status,
        office=ours,
        words=hours_in_words(ours),
        times=times,
        usual=USUAL,
        days=DAYS,
        levels=LEVELS,
        idle=IDLE,
        alert=alert,
    )


def _written(form: Form, ours: Agency) -> Agency:
    level, idle = text(form, "level"), text(form, "idle_minutes")
    return replace(
        ours,
        name=text(form, "name"),
        level=Level(level) if level in list(Level) else ours.level,
        address=text(form, "address"),
        telephone=text(form, "telephone"),
        idle_minutes=int(idle) if idle in map(str, IDLE) else ours.idle_minutes,
    )


def _stretches(form: Form, day: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a day that have anything written."""
    for part in PARTS:
        opens, closes = (
            text(form, f"{part}_{day}_{edge}").strip() for edge in ("opens", "closes")
        )
        if opens or closes:
            yield _minute(opens), _minute(closes) or MIDNIGHT


def _minute(written: str) -> int:
    read = TIME.fullmatch(written)
    if read is None:
        raise HoursUnread(written)
    return int(read[1]) * 60 + int(read[2] or 0)


def _typed(ours: Agency) -> dict[str, object]:
    """Return the office's hours as the form's fields."""
    fields: dict[str, object] = {}
    for day, stretches in enumerate(office.week(ours)):
        for part, (opens, closes) in zip(_parts(stretches), stretches, strict=False):
            fields[f"{part}_{day}_opens"] = _clock(opens)
            fields[f"{part}_{day}_closes"] = _clock(closes)
    return fields


def _parts(stretches: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    """Return which boxes a day's stretches stand in; a lone late one is an afternoon."""
    is_late = len(stretches) == 1 and stretches[0][0] >= MIDNIGHT // 2
    return PARTS[1:] if is_late else PARTS


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"


ROUTES = (web.get("/settings", show), web.post("/settings", keep))
