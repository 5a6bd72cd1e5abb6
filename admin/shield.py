"""What every request to the console passes: headers, origin, failures as sentences."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from admin.keys import PUBLIC_URL
from admin.pages import render
from admin.passwords import TooManyChecks
from storage.crypt import WrongRing
from storage.errors import StorageBusy, StorageClosed, StorageFull

STATIC = "/console/static/"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # With no-referrer browsers send `Origin: null` with forms (Fetch, "append a request
    # `Origin` header"), and on plain HTTP nothing else says where a form comes from.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
SENTENCES = {
    403: "Việc này cần quyền quản trị viên.",
    404: "Không có trang này, hoặc tin này không thuộc cơ quan của đồng chí.",
    405: "Trang này không nhận yêu cầu như vậy.",
    413: "Nội dung gửi lên quá dài, xin rút ngắn lại.",
}
BAD_REQUEST = "Nội dung gửi lên chưa đọc được, xin mở lại trang và thử lần nữa."
BROKEN = "Máy chủ gặp trục trặc, việc vừa rồi chưa làm được; xin thử lại sau ít phút."
SEALED = "Tệp khóa đang dùng không mở được nội dung này; xin báo ngay quản trị viên."
FOREIGN = "Yêu cầu này không đến từ trang làm việc, nên chưa thực hiện."
FAILURES: dict[type[Exception], tuple[int, str]] = {
    StorageFull: (507, "Ổ đĩa đã đầy, chưa lưu được gì; xin báo quản trị viên ngay."),
    StorageBusy: (503, "Máy chủ đang bận, chưa lưu được; xin thử lại sau ít giây."),
    StorageClosed: (503, "Máy chủ đang dừng, chưa lưu được; xin thử lại sau ít phút."),
    TooManyChecks: (503, "Đang có quá nhiều lượt đăng nhập, xin thử lại sau ít giây."),
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

log = structlog.get_logger()


class Foreign(web.HTTPForbidden):
    """A form sent from another site."""


@web.middleware
async def headers(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Put the security headers on whatever leaves."""
    try:
        response = await handler(request)
    except web.HTTPException as leaving:
        _guard(request, leaving)
        raise
    if not response.prepared:
        _guard(request, response)
    return response


@web.middleware
async def failures(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn every failure into one sentence; a refusal keeps its status."""
    try:
        return await handler(request)
    except tuple(FAILURES) as error:
        status, text = FAILURES[type(error)]
        return sentence(request, status, text)
    except WrongRing as error:
        log.error("console.sealed", view=_view(request), why=str(error))
        return sentence(request, 500, SEALED)
    except Foreign:
        return sentence(request, 403, FOREIGN)
    except web.HTTPException as error:
        if error.status < 400:
            raise
        text = SENTENCES.get(error.status, BAD_REQUEST)
        return sentence(request, error.status, text)
    except Exception:
        log.exception("console.failed", view=_view(request))
        return sentence(request, 500, BROKEN)


@web.middleware
async def origin(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse changes that a page of another site asks for."""
    if request.method not in SAFE and not is_ours(request, request.app[PUBLIC_URL]):
        raise Foreign
    return await handler(request)


def sentence(request: web.Request, status: int, text: str) -> web.Response:
    """Return a page of one sentence, or the bare words for a part of a page."""
    if "HX-Request" in request.headers:
        return web.Response(text=text, status=status)
    return render(request, "sentence.html", status=status, sentence=text)


def _view(request: web.Request) -> str:
    """Return the route that was asked for, which holds nobody's number."""
    resource = request.match_info.route.resource
    return resource.canonical if resource else "none"


def _guard(request: web.Request, response: web.StreamResponse) -> None:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    is_static = request.path.startswith(STATIC)
    response.headers.setdefault(
        "Cache-Control", "no-cache" if is_static else "no-store"
    )


def is_ours(request: web.Request, public_url: str) -> bool:
    """Return whether a browser sends this from a page of our own."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    host = urlsplit(request.headers.get("Origin", "")).netloc
    return host in (request.host, urlsplit(public_url).netloc)
