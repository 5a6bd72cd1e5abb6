"""Alerts: remains found just now, somebody in distress; a person looks at once."""

from aiohttp import web

from admin.auth import staff_of
from admin.forms import reason
from admin.keys import DB
from admin.pages import done, now, render
from handlers.labels import ALERTS, CHANNELS
from storage import alerts

UNSAID = "Xin ghi ngắn gọn đã xử lý thế nào."


async def show(request: web.Request) -> web.StreamResponse:
    """Show what waits, the newest first."""
    return await _page(request)


async def bar(request: web.Request) -> web.StreamResponse:
    """Answer with the bar over every page; nothing while nobody waits."""
    waiting = await request.app[DB].read(alerts.count, staff_of(request))
    return render(request, "alert_bar.html", waiting=waiting)


async def close(request: web.Request) -> web.StreamResponse:
    """Note how somebody saw to it."""
    how = reason(await request.post())
    if how is None:
        return await _page(request, UNSAID)
    row_id, who, at = int(request.match_info["id"]), staff_of(request), now(request)
    is_done = await request.app[DB].write(alerts.close, row_id, who, how, at)
    return done("/alerts", "seen" if is_done else "gone")


async def _page(request: web.Request, alert: str = "") -> web.Response:
    return render(
        request,
        "alerts.html",
        status=422 if alert else 200,
        waiting=await request.app[DB].read(alerts.waiting, staff_of(request)),
        reasons=ALERTS,
        channels=CHANNELS,
        alert=alert,
    )


ROUTES = (
    web.get("/alerts", show),
    web.get("/alerts/bar", bar),
    web.post(r"/alerts/{id:\d{1,18}}", close),
)
