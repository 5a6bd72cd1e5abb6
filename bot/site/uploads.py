"""Uploads over HTTP: begin, ask how far, send a piece, take back.

Bodies are streamed to the disk as they come, whatever their size. A connection that
breaks keeps what arrived; the sender asks where to go on.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from aiohttp import web

from bot.keys import CLOCK, DB, FILES
from bot.prompt import in_time
from bot.site import sources
from bot.site.visitor import (
    VISITOR,
    conversation_of,
    greeted,
    known_conversation,
    visitor_of,
)
from handlers import uploads
from handlers.interviewing import LABEL_LENGTH
from handlers.receiving import Refused
from handlers.uploads import WrongOffset
from handlers.world import World
from nlp.files.filename import file_name
from nlp.text import clean
from storage.model.evidence import MediaKind
from storage.model.upload import Upload, Wish

PATIENCE = 30.0  # seconds without a byte, then the piece ends here
ID_LENGTH = 200


async def begin(request: web.Request) -> web.Response:
    """Return the id of an upload and where to go on; the same one for a client id."""
    wish = await _wish(request)
    request[VISITOR] = visitor_of(request, wish.client_id)
    upload = await in_time(_begin(request, wish))
    response = web.json_response({"id": upload.id, "offset": uploads.offset_of(upload)})
    return greeted(request, sources.forget(request, response))


async def tell(request: web.Request) -> web.Response:
    """Tell where to go on."""
    upload = await _find(request)
    return web.Response(headers=_at(uploads.offset_of(upload)))


async def take(request: web.Request) -> web.Response:
    """Keep a piece; what we tell as kept is on the disk."""
    upload, offset, body = await _find(request), _offset(request), Body(request)
    says_last = request.headers.get("Upload-Complete", "").strip() in ("1", "?1")

    def is_last() -> bool:
        return says_last and body.is_whole

    try:
        length = await uploads.append(
            _world(request), upload, offset, body.pieces(), is_last
        )
    except WrongOffset as wrong:
        told = {"error": wrong.sentence}
        return web.json_response(told, status=wrong.status, headers=_at(wrong.offset))
    return web.Response(status=204, headers=_at(length))


async def take_back(request: web.Request) -> web.Response:
    """Forget a file that its sender no longer wants to send."""
    await uploads.take_back(_world(request), await _find(request))
    return web.Response(status=204)


ROUTES = (
    web.post("/chat/uploads", begin),
    web.head("/chat/uploads/{id}", tell),
    web.patch("/chat/uploads/{id}", take),
    web.delete("/chat/uploads/{id}", take_back),
)


class Body:
    """A request's body as it comes; `is_whole` once its end was reached."""

    def __init__(self, request: web.Request) -> None:
        self._content = request.content
        self.is_whole = False

    async def pieces(self) -> AsyncIterator[bytes]:
        try:
            while piece := await asyncio.wait_for(self._content.readany(), PATIENCE):
                yield piece
        except (ConnectionError, TimeoutError, web.RequestPayloadError):
            return
        self.is_whole = True


async def _begin(request: web.Request, wish: Wish) -> Upload:
    conversation = await conversation_of(request)
    await sources.bring(request)
    return await uploads.begin(_world(request), conversation, wish)


def _world(request: web.Request) -> World:
    return World(request.app[DB], request.app[FILES], request.app[CLOCK])


async def _find(request: web.Request) -> Upload:
    conversation = await known_conversation(request)
    if conversation is None:
        raise Refused("upload.unknown", 404)
    return await uploads.find(_world(request), conversation, request.match_info["id"])


def _at(offset: int) -> dict[str, str]:
    return {"Upload-Offset": str(offset)}


def _offset(request: web.Request) -> int:
    told = request.headers.get("Upload-Offset", "")
    if not (told.isascii() and told.isdigit() and len(told) < 17):
        raise Refused("web.unreadable", 400)
    return int(told)


async def _wish(request: web.Request) -> Wish:
    """Return what the sender says of his file; the last place that sees its JSON."""
    try:
        told = await request.json()
    except (ValueError, RecursionError):
        raise Refused("web.unreadable", 400) from None
    client_id = told.get("client_id") if isinstance(told, dict) else None
    if not isinstance(client_id, str) or not 0 < len(client_id) <= ID_LENGTH:
        raise Refused("web.unreadable", 400)
    size, after = told.get("size"), told.get("after")
    if size is not None and not _is_count(size):
        raise Refused("web.unreadable", 400)
    return Wish(
        client_id=clean(client_id),
        kind=_kind(told.get("kind")),
        title=file_name(str(told.get("name") or "")),
        mime=clean(str(told.get("mime") or ""))[:ID_LENGTH],
        size=size,
        position=after if _is_count(after) else None,
        label=" ".join(clean(str(told.get("label") or "")).split())[:LABEL_LENGTH],
    )


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value < 1 << 53


def _kind(value: Any) -> MediaKind:
    return MediaKind(value) if value in list(MediaKind) else MediaKind.OTHER
