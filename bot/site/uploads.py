"""Uploads over HTTP: begin, ask how far, send a piece, take back.

Bodies are streamed to the disk as they come, whatever their size. A connection that
breaks keeps what arrived; the sender asks where to go on.
"""

import asyncio
import unicodedata
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from handlers import uploads
from handlers.uploads import Refused, WrongOffset
from handlers.wording import say
from handlers.world import World
from nlp.text import clean
from storage.errors import StorageBusy, StorageFull
from storage.model.evidence import MediaKind
from storage.model.upload import Upload, Wish

PATIENCE = 30.0  # seconds without a byte, then the piece ends here
NAME_LENGTH = 200
ID_LENGTH = 100
STATUS = {"too_large": 413, "empty": 422, "unknown": 404, "too_many": 429, "busy": 503}
LATER = {429: "10", 503: "2"}

Who = Callable[[web.Request], Awaitable[int]]
View = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Uploads:
    """The views; `who` says whose conversation a request belongs to."""

    world: World
    who: Who

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/chat/uploads", _answered(self.begin)),
            web.head("/chat/uploads/{id}", _answered(self.tell)),
            web.patch("/chat/uploads/{id}", _answered(self.take)),
            web.delete("/chat/uploads/{id}", _answered(self.take_back)),
        ]

    async def begin(self, request: web.Request) -> web.StreamResponse:
        conversation = await self.who(request)
        upload = await uploads.begin(self.world, conversation, await _wish(request))
        return web.json_response({"id": upload.id, "offset": uploads.offset_of(upload)})

    async def tell(self, request: web.Request) -> web.StreamResponse:
        offset = uploads.offset_of(await self._find(request))
        return web.Response(headers={"Upload-Offset": str(offset)})

    async def take(self, request: web.Request) -> web.StreamResponse:
        upload, offset = await self._find(request), _offset(request)
        body = Body(request)
        says_last = request.headers.get("Upload-Complete", "").strip() in ("1", "?1")
        length = await uploads.append(
            self.world,
            upload,
            offset,
            body.pieces(),
            lambda: says_last and body.is_whole,
        )
        return web.Response(status=204, headers={"Upload-Offset": str(length)})

    async def take_back(self, request: web.Request) -> web.StreamResponse:
        await uploads.take_back(self.world, await self._find(request))
        return web.Response(status=204)

    async def _find(self, request: web.Request) -> Upload:
        conversation = await self.who(request)
        return await uploads.find(self.world, conversation, request.match_info["id"])


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


def refusal(status: int, sentence: str, **headers: str) -> web.Response:
    """Return an answer that says in one sentence what was not done."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if status in LATER:
        named["Retry-After"] = LATER[status]
    return web.json_response({"error": sentence}, status=status, headers=named)


def _answered(view: View) -> View:
    """Let a view's refusals become answers."""

    async def answer(request: web.Request) -> web.StreamResponse:
        try:
            return await view(request)
        except WrongOffset as wrong:
            return refusal(409, wrong.sentence, Upload_Offset=str(wrong.offset))
        except Refused as refused:
            return refusal(STATUS[refused.why], refused.sentence)
        except Unclear:
            return refusal(400, say("upload.unclear"))
        except StorageFull:
            return refusal(507, say("upload.full"))
        except StorageBusy:
            return refusal(503, say("upload.busy"))

    return answer


class Unclear(Exception):
    """A request that no page of ours sends."""


async def _wish(request: web.Request) -> Wish:
    """Return what the sender says of his file; the last place that sees its JSON."""
    try:
        told = await request.json()
    except (ValueError, web.HTTPRequestEntityTooLarge) as error:
        raise Unclear from error
    if not isinstance(told, dict):
        raise Unclear
    client_id, size = told.get("client_id"), told.get("size")
    if not isinstance(client_id, str) or not 0 < len(client_id) <= ID_LENGTH:
        raise Unclear
    if size is not None and not _is_count(size):
        raise Unclear
    return Wish(
        client_id=clean(client_id),
        kind=_kind(told.get("kind")),
        title=_name(told.get("name")),
        mime=clean(str(told.get("mime") or ""))[:ID_LENGTH],
        size=size,
        position=told.get("after") if _is_count(told.get("after")) else None,
    )


def _offset(request: web.Request) -> int:
    told = request.headers.get("Upload-Offset", "")
    if not (told.isascii() and told.isdigit() and len(told) < 17):
        raise Unclear
    return int(told)


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value < 1 << 53


def _kind(value: Any) -> MediaKind:
    return MediaKind(value) if value in list(MediaKind) else MediaKind.OTHER


def _name(value: Any) -> str:
    written = unicodedata.normalize("NFC", clean(str(value or "")))
    name = written.replace("\\", "/").rpartition("/")[2].strip()
    stem, dot, ending = name.rpartition(".")
    if len(name) > NAME_LENGTH:
        return (stem or name)[: NAME_LENGTH - 10] + dot + ending[:9]
    return name
