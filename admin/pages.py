"""Pages: templates with what all of them show, and the way back after a form."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp_jinja2
import jinja2
from aiohttp import web

from admin import menu, times
from admin.browsers import browser
from admin.keys import CLOCK, ZONE
from handlers.placement_codes import spoken
from handlers.wording import say
from storage.model.staff import Role, Session

HERE = Path(__file__).parent
SESSION: web.RequestKey[Session] = web.RequestKey("session", Session)

# What a page says once after a form: `?done=<key>`.
DONE = {
    "kept": "Đã lưu.",
    "unsaid": "Chưa làm gì, vì chưa ghi lý do.",
    "added": "Đã thêm cán bộ.",
    "suspended": "Đã ngừng tài khoản; mọi phiên của người này đã kết thúc.",
    "restored": "Đã mở lại tài khoản.",
    "ended": "Đã kết thúc phiên.",
    "card_withdrawn": "Đã thu hồi thẻ; quyền vào của người này đã hết.",
    "handed_on": "Đã giao các buổi kể cho tình nguyện viên mới.",
    "placed": "Đã tạo mã; xin tải áp phích ở bảng dưới.",
    "placed_before": "Nơi này đã có mã từ trước; mã cũ giữ nguyên.",
    "retried": "Đã đưa vào hàng để thử lại.",
    "released": "Đã trả lại cuộc trò chuyện cho hệ thống.",
    "seen": "Đã ghi nhận là đã xem.",
    "put_off": "Đã gia hạn và ghi lý do.",
    "told": "Đã ghi nhận là đã báo.",
    "gone": "Việc này vừa có người khác giải quyết.",
    "enrolled": "Đã đăng ký xong. Từ nay đồng chí đăng nhập bằng mật khẩu và mã.",
}


def set_up(app: web.Application) -> None:
    """Give the application its templates, with times in the office's zone."""
    zone, clock = app[ZONE], app[CLOCK]
    environment = aiohttp_jinja2.setup(
        app,
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        filters={
            "local": lambda at: times.local(at, zone),
            "ago": lambda at: times.ago(at, clock()),
            "browser": browser,
            "purpose": lambda name: say(f"purpose.{name}"),
        },
        context_processors=[_shared],
    )
    environment.filters["code"] = spoken
    environment.globals.update(
        pages_of=menu.pages_of, role_names=menu.ROLES, counted=menu.COUNTED
    )


def render(
    request: web.Request, template: str, status: int = 200, **context: Any
) -> web.Response:
    """Return the page."""
    return aiohttp_jinja2.render_template(template, request, context, status=status)


def see(address: str) -> web.Response:
    """Return the way to another page."""
    return web.Response(status=303, headers={"Location": address})


def done(path: str, key: str) -> web.Response:
    """Return the way to a page under /console, which then says the words of `key`."""
    return see(f"/console{path}?done={key}")


def now(request: web.Request) -> datetime:
    return request.app[CLOCK]()


def zone(request: web.Request) -> ZoneInfo:
    return request.app[ZONE]


async def _shared(request: web.Request) -> dict[str, Any]:
    session = request.get(SESSION)
    staff = session.staff if session and session.staff.is_enrolled else None
    return {
        "me": staff,
        "is_administrator": staff is not None and staff.role is Role.ADMINISTRATOR,
        "csrf": session.csrf if session else "",
        "is_at": partial(menu.is_at, request.path),
        "done": DONE.get(request.query.get("done", "")),
    }
