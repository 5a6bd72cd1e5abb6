"""The plain form: story and photos without JavaScript; sent twice it is one.

Files are kept as they stream in, before the box of consent can be read; like everything
before consent they stay sealed until it is given.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import BadHttpMessage

from bot.keys import CLOCK, DB, FILES
from bot.site import sources
from bot.site.pages import render
from bot.site.visitor import VISITOR, conversation_of, greeted, visitor_of
from handlers import form_files, plain_form
from handlers.plain_form import Form
from handlers.receiving import Refused
from handlers.wording import say
from handlers.world import World
from nlp.files.filename import file_name
from storage import conversations
from storage.model.evidence import Media, MediaKind
from storage.model.upload import Wish

FIELD_BYTES = 400_000
PIECE = 1 << 18
PATIENCE = 8.0
LOOK_EVERY = 0.1


async def show(request: web.Request) -> web.Response:
    """Show an empty form with a token of its own."""
    page = await render(request, "plain.html", token=secrets.token_hex(16))
    return sources.note(request, page)


async def send(request: web.Request) -> web.Response:
    """Keep what the form holds; tell its code, or what is still missing."""
    form = await _read(request)
    missing = plain_form.missing(form)
    if missing:
        return greeted(request, await _ask_again(request, form, say(missing)))
    conversation = await conversation_of(request)
    await sources.bring(request)
    now = request.app[CLOCK]()
    await request.app[DB].announce(["inbox"], plain_form.post, conversation, form, now)
    code = await _code(request, conversation)
    page = await render(request, "result.html", code=code, form=form)
    return greeted(request, sources.forget(request, page))


async def _ask_again(request: web.Request, form: Form, missing: str) -> web.Response:
    return await render(
        request,
        "plain.html",
        status=400,
        token=form.token or secrets.token_hex(16),
        story=form.story,
        telephone=form.telephone,
        error=missing,
    )


async def _read(request: web.Request) -> Form:
    if not request.content_type.startswith("multipart/"):
        raise Refused("web.unreadable", 400)
    try:
        return await _read_parts(request)
    except (ValueError, BadHttpMessage):
        raise Refused("web.unreadable", 400) from None


async def _read_parts(request: web.Request) -> Form:
    fields: dict[str, str] = {}
    photos: list[Media] = []
    reader = await request.multipart()
    while isinstance(part := await reader.next(), BodyPartReader):
        if part.filename:
            kept = await _keep(request, part, fields.get("token", ""))
            photos += [kept] if kept and kept not in photos else []
        elif part.name and part.filename is None:
            fields[part.name] = await _words(part)
        if part.name == "token":
            # It comes first: a form sent twice at once has one sender, cookie or not.
            request[VISITOR] = visitor_of(request, fields.get("token", ""))
    return plain_form.form(fields, photos)


async def _words(part: BodyPartReader) -> str:
    raw = bytearray()
    while piece := await part.read_chunk(PIECE):
        raw += piece
        if len(raw) > FIELD_BYTES:
            raise Refused("web.too_long", 413)
    return raw.decode("utf-8", "replace")


async def _keep(request: web.Request, part: BodyPartReader, token: str) -> Media | None:
    app, group = request.app, f"plain:{token}"
    conversation = await conversation_of(request)
    world = World(app[DB], app[FILES], app[CLOCK])
    wish = Wish(
        client_id=f"{group}:{secrets.token_hex(8)}",
        kind=MediaKind.PHOTO,
        title=file_name(part.filename or ""),
        mime=part.headers.get("Content-Type", ""),
        size=None,
    )
    pieces = _pieces(part)
    return await form_files.take(world, conversation, wish, group, pieces)


async def _pieces(part: BodyPartReader) -> AsyncIterator[bytes]:
    while piece := await part.read_chunk(PIECE):
        yield piece


async def _code(request: web.Request, conversation: int) -> str:
    """Wait a little for the tip's code; the page does without if it takes longer."""
    for _ in range(int(PATIENCE / LOOK_EVERY)):
        known = await request.app[DB].read(conversations.load, conversation)
        if known is not None and known.dialogue.confirmed and known.dialogue.code:
            return known.dialogue.code
        await asyncio.sleep(LOOK_EVERY)
    return ""
