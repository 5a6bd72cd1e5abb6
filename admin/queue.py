"""The queue: where officers land, views with counts, refreshed while they look on."""

from datetime import datetime
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

import aiohttp_jinja2
from aiohttp import web

from admin import pages
from admin.auth import staff_of
from admin.keys import DB
from handlers.labels import CHANNELS, STATUSES
from storage import callbacks, conversations, queue
from storage.db import Database
from storage.model.evidence import MediaKind
from storage.model.staff import Staff
from storage.queue import View

PAGE = 50
TITLES = {
    View.NEW: "Mới",
    View.MINE: "Của tôi",
    View.ANSWERED: "Công dân vừa trả lời",
    View.WAITING: "Chờ công dân",
    View.DRAFTS: "Bản nháp",
    View.DECIDED: "Đã kết luận",
    View.HANDED_OVER: "Đã chuyển",
    View.APART: "Đã để riêng",
    View.ALL: "Tất cả",
}
EMPTY = {
    View.NEW: "Không còn tin nào chờ nhận. Tin mới tự hiện ở đây.",
    View.MINE: "Đồng chí chưa giữ tin nào. Mở khung nhìn “Mới”, chọn một tin và bấm "
    "“Nhận xử lý”.",
    View.ANSWERED: "Chưa có công dân nào trả lời thêm.",
    View.WAITING: "Không có câu hỏi nào đang chờ công dân.",
    View.DRAFTS: "Không có lời kể nào dở dang.",
    View.DECIDED: "Chưa có tin nào được kết luận.",
    View.HANDED_OVER: "Chưa có tin nào được chuyển.",
    View.APART: "Không có tin nào để riêng: quảng cáo, lời tục, tin lặp lại.",
    View.ALL: "Chưa có tin nào. In mã QR để công dân bắt đầu kể.",
}
ICONS = "/static/icons"
EVIDENCE = (
    (MediaKind.PHOTO, f"{ICONS}/photo.svg", "ảnh"),
    (MediaKind.VOICE, "/console/static/voice.svg", "ghi âm"),
    (MediaKind.VIDEO, "/console/static/video.svg", "video"),
    (MediaKind.DOCUMENT, f"{ICONS}/file.svg", "tài liệu"),
    (MediaKind.OTHER, f"{ICONS}/file.svg", "tệp khác"),
    ("place", f"{ICONS}/place.svg", "vị trí"),
)


async def show(request: web.Request) -> web.Response:
    """Show a view of the queue."""
    return pages.render(request, "queue.html", **await _context(request))


async def refresh(request: web.Request) -> web.Response:
    """Answer with the changed part of the page, or 204 if nothing changed."""
    context = await _context(request)
    if request.query.get("seen") == context["seen"]:
        return web.Response(status=204)
    return pages.render(request, "queue_rows.html", **context)


ROUTES = (web.get("/", show), web.get("/queue", refresh))


async def _context(request: web.Request) -> dict[str, Any]:
    who, now = staff_of(request), pages.now(request)
    view, q, skip = _view(request), request.query.get("q", "").strip(), _skip(request)
    db = request.app[DB]
    # One more than a page holds says whether there is a next one.
    rows = await db.read(queue.rows, view, who, now, q, PAGE + 1, skip)
    asked = {"view": view.value, "q": q}
    context = await _numbers(db, who, now) | {
        "view": view,
        "q": q,
        "rows": rows[:PAGE],
        "more": len(rows) > PAGE,
        "skip": skip,
        "limit": PAGE,
        "query": urlencode(asked | {"skip": skip}),
        "query_in_all": urlencode({"view": View.ALL.value, "q": q}),
        "query_at": lambda start: urlencode(asked | {"skip": max(0, start)}),
        "titles": TITLES,
        "empty": EMPTY,
        "evidence": EVIDENCE,
        "statuses": STATUSES,
        "channels": CHANNELS,
        "seen": "",
    }
    drawn = aiohttp_jinja2.render_string("queue_rows.html", request, context)
    return context | {"seen": sha256(drawn.encode()).hexdigest()[:16]}


async def _numbers(db: Database, who: Staff, now: datetime) -> dict[str, Any]:
    return {
        "counts": await db.read(queue.counts, who, now),
        "calls": await db.read(callbacks.count, who),
        "sealed": await db.read(conversations.sealed),
        "newest": await db.read(queue.newest, who),
    }


def _view(request: web.Request) -> View:
    try:
        return View(request.query.get("view", View.NEW))
    except ValueError:
        raise web.HTTPNotFound from None


def _skip(request: web.Request) -> int:
    asked = request.query.get("skip", "0")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 0
