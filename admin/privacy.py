"""Rights of tellers: what each wishes of his data, by when, and who was told of it."""

from datetime import datetime

from aiohttp import web

from admin.auth import staff_of
from admin.forms import reason
from admin.keys import DB
from admin.pages import done, now, render
from handlers.clocks import EXTENSION
from handlers.labels import CHANNELS, RIGHTS
from storage import privacy_requests, receivers
from storage.model.staff import Staff
from storage.tx import Connection

UNSAID = "Xin ghi ngắn gọn đã giải quyết thế nào."
UNTOLD = "Xin báo cho các cơ quan đã nhận tin trước, rồi mới ghi đã giải quyết."
ONE = r"/privacy/{id:\d{1,18}}"


async def show(request: web.Request) -> web.StreamResponse:
    """Show what waits, what is due first first."""
    return await _page(request)


async def count(request: web.Request) -> web.StreamResponse:
    """Answer with how much waits, for the menu; nothing if nothing does."""
    waiting = await request.app[DB].read(privacy_requests.count, staff_of(request))
    return web.Response(text=str(waiting) if waiting else "")


async def close(request: web.Request) -> web.StreamResponse:
    """Note how a wish was seen to; not while a receiver has not heard of it."""
    how = reason(await request.post())
    if how is None:
        return await _page(request, UNSAID)
    who = staff_of(request)
    came = await request.app[DB].write(_close, _id(request), who, how, now(request))
    return await _page(request, UNTOLD) if came == "untold" else done("/privacy", came)


async def extend(request: web.Request) -> web.StreamResponse:
    """Put a wish off, once and with its reason."""
    why = reason(await request.post())
    if why is None:
        return await _page(request, UNSAID)
    args = _id(request), staff_of(request), why, EXTENSION, now(request)
    is_done = await request.app[DB].write(privacy_requests.extend, *args)
    return done("/privacy", "put_off" if is_done else "gone")


async def tell(request: web.Request) -> web.StreamResponse:
    """Note that an agency which has the tip was told of the wish."""
    is_done = await request.app[DB].write(
        receivers.tell, _id(request), staff_of(request), now(request)
    )
    return done("/privacy", "told" if is_done else "gone")


def _close(tx: Connection, request_id: int, who: Staff, how: str, at: datetime) -> str:
    if privacy_requests.untold(tx, request_id, who):
        return "untold"
    is_done = privacy_requests.close(tx, request_id, who, how, at)
    return "seen" if is_done else "gone"


def _id(request: web.Request) -> int:
    return int(request.match_info["id"])


async def _page(request: web.Request, alert: str = "") -> web.Response:
    return render(
        request,
        "privacy.html",
        status=422 if alert else 200,
        waiting=await request.app[DB].read(privacy_requests.waiting, staff_of(request)),
        rights=RIGHTS,
        channels=CHANNELS,
        at=now(request),
        alert=alert,
    )


ROUTES = (
    web.get("/privacy", show),
    web.get("/privacy/count", count),
    web.post(f"{ONE}/close", close),
    web.post(f"{ONE}/extend", extend),
    web.post(r"/privacy/told/{id:\d{1,18}}", tell),
)
