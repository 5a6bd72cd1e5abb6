"""A stored object as an HTTP answer: in ranges, never run by the browser that gets it."""

from dataclasses import dataclass
from urllib.parse import quote

from aiohttp import web

from storage.crypt import Key, SealBroken
from storage.files import FileStore
from storage.growing import ObjectGone

# What a browser may show by itself; everything else is only ever saved to a file.
INLINE = frozenset(
    f"{kind}/{form}"
    for kind, forms in (
        ("image", ("jpeg", "png", "webp", "gif")),
        ("audio", ("mpeg", "ogg", "webm", "mp4", "aac", "wav", "flac", "3gpp")),
        ("video", ("mp4", "webm", "ogg", "3gpp")),
    )
    for form in forms
)
HARMLESS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": (
        "default-src 'none'; img-src 'self'; media-src 'self'; "
        "style-src 'unsafe-inline'; sandbox"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-store",
    "Accept-Ranges": "bytes",
}


@dataclass(frozen=True, slots=True)
class Object:
    """What is streamed: a file or its preview; `tag` changes with its bytes."""

    name: str
    key: Key
    mime: str
    title: str
    tag: str
    size: int | None  # None: small, and not asked for in ranges


async def stream(
    request: web.Request, store: FileStore, sent: Object
) -> web.StreamResponse:
    """Answer with the object, or the range of it that was asked for."""
    asked = _range(request, sent)
    if asked is None:
        headers = {"Content-Range": f"bytes */{sent.size}"}
        raise web.HTTPRequestRangeNotSatisfiable(headers=headers)
    start, end = asked
    response = web.StreamResponse(headers=_headers(sent))
    if sent.size is not None:
        response.content_length = (sent.size if end is None else end) - start
        if end is not None:
            response.set_status(206)
            response.headers["Content-Range"] = f"bytes {start}-{end - 1}/{sent.size}"
    try:
        return await _send(request, response, store, sent, start, end)
    except (ObjectGone, SealBroken):
        if response.prepared:
            raise
        raise web.HTTPNotFound from None


async def _send(
    request: web.Request,
    response: web.StreamResponse,
    store: FileStore,
    sent: Object,
    start: int,
    end: int | None,
) -> web.StreamResponse:
    # The first piece is read before we promise anything.
    pieces = store.read(sent.name, sent.key, start, end)
    piece = await anext(pieces, b"")
    await response.prepare(request)
    while piece and request.method != "HEAD":
        await response.write(piece)
        piece = await anext(pieces, b"")
    return response


def _range(request: web.Request, sent: Object) -> tuple[int, int | None] | None:
    """Return the bytes wanted, end None for all; None where they cannot be given."""
    wanted = request.headers.get("If-Range", _etag(sent))
    if sent.size is None or "Range" not in request.headers or wanted != _etag(sent):
        return 0, None
    try:
        asked = request.http_range
    except ValueError:
        return 0, None  # not a range we know: RFC 9110 has us ignore it
    start, stop = asked.start or 0, asked.stop
    if start < 0:
        start = max(0, sent.size + start)
    if start >= sent.size:
        return None
    return start, sent.size if stop is None else min(stop, sent.size)


def _headers(sent: Object) -> dict[str, str]:
    way = "inline" if sent.mime in INLINE else "attachment"
    mime = sent.mime if sent.mime in INLINE else "application/octet-stream"
    name = quote(sent.title or sent.name, safe="")
    return HARMLESS | {
        "Content-Type": mime,
        "Content-Disposition": f"{way}; filename*=UTF-8''{name}",
        "ETag": _etag(sent),
    }


def _etag(sent: Object) -> str:
    return f'"{sent.tag}"'
