"""What could not be read, sent or done: seen by staff until they have dealt with it."""

from aiohttp import web

from admin import events
from admin.auth import staff_of
from admin.forms import reason
from admin.keys import DB
from admin.pages import done, now, render
from handlers.labels import CHANNELS
from storage import set_aside, takeovers
from storage.model.line import Origin

WHAT = {
    Origin.INBOX: "Tin nhắn chưa đọc được",
    Origin.OUTBOX: "Tin chưa gửi được",
    Origin.JOB: "Việc xử lý tệp chưa xong",
}
# Whose loop looks at once; it would look by itself a moment later.
TOPICS = {Origin.INBOX: "inbox", Origin.OUTBOX: "outbox", Origin.JOB: "jobs"}
ROW = r"{origin:inbox|outbox|job}/{id:\d{1,18}}"
UNSAID = "Xin ghi ngắn gọn đã giải quyết thế nào."


async def show(request: web.Request) -> web.StreamResponse:
    """Show all that waits."""
    return await _page(request)


async def count(request: web.Request) -> web.StreamResponse:
    """Answer with how much waits, for the menu; nothing if nothing does."""
    waiting = await request.app[DB].read(set_aside.count)
    return web.Response(text=str(waiting) if waiting else "")


async def retry(request: web.Request) -> web.StreamResponse:
    """Try a row again."""
    origin, row_id = _row(request)
    who, at = staff_of(request).id, now(request)
    is_done = await request.app[DB].announce(
        [TOPICS[origin]], set_aside.retry, origin, row_id, who, at
    )
    return done("/set-aside", "retried" if is_done else "gone")


async def see(request: web.Request) -> web.StreamResponse:
    """Note that a row is dealt with, and how."""
    how = reason(await request.post())
    if how is None:
        return await _page(request, UNSAID)
    origin, row_id = _row(request)
    who, at = staff_of(request).id, now(request)
    is_done = await request.app[DB].write(set_aside.see, origin, row_id, who, how, at)
    return done("/set-aside", "seen" if is_done else "gone")


async def hand_back(request: web.Request) -> web.StreamResponse:
    """Let us talk on where an officer did, in the platform's own tool."""
    row_id, who, at = int(request.match_info["id"]), staff_of(request), now(request)
    is_done = await request.app[DB].announce(
        [TOPICS[Origin.INBOX]], takeovers.release, row_id, who, at
    )
    return done("/set-aside", "released" if is_done else "gone")


async def _page(request: web.Request, alert: str = "") -> web.Response:
    rows = await request.app[DB].read(set_aside.listed)
    return render(
        request,
        "set_aside.html",
        status=422 if alert else 200,
        rows=rows,
        taken=await request.app[DB].read(takeovers.listed, staff_of(request)),
        what=WHAT,
        channels=CHANNELS,
        event_of=events.sentence,
        name_of=events.name,
        alert=alert,
    )


def _row(request: web.Request) -> tuple[Origin, int]:
    return Origin(request.match_info["origin"]), int(request.match_info["id"])


ROUTES = (
    web.get("/set-aside", show),
    web.get("/set-aside/count", count),
    web.post(f"/set-aside/{ROW}/retry", retry),
    web.post(f"/set-aside/{ROW}/seen", see),
    web.post(r"/set-aside/taken/{id:\d{1,18}}", hand_back),
)
