"""The web chat's API: post a message once, fetch what was said, keep the way back."""

import contextlib
import json
import secrets

import segno
from aiohttp import web

from bot.keys import CLOCK, DB, PUBLIC_URL
from bot.prompt import in_time
from bot.site import lines, sources
from bot.site.pages import render
from bot.site.visitor import (
    VISITOR,
    conversation_of,
    greeted,
    known_conversation,
    may_hear,
    remember,
    visitor_of,
    who,
)
from handlers import receiving
from handlers.receiving import Posted, Refused
from storage import visitors
from storage.inbox import Receipt
from storage.lines import after as lines_after
from storage.model.line import Line

BEAT = 15.0
PAGE = 500


async def post_message(request: web.Request) -> web.Response:
    """Keep a message; 200 means that it is durable."""
    posted = receiving.read_post(await _json(request))
    request[VISITOR] = visitor_of(request, posted.client_id)
    receipt = await in_time(_keep(request, posted))
    response = web.json_response({"n": receipt.n})
    return greeted(request, sources.forget(request, response))


async def get_messages(request: web.Request) -> web.StreamResponse:
    """Return what was said past `after`, as a list or as server-sent events."""
    after = _place(request)
    if "text/event-stream" in request.headers.get("Accept", ""):
        return await _stream(request, after)
    conversation = await known_conversation(request)
    told: tuple[Line, ...] = ()
    if conversation is not None:
        told = await request.app[DB].read(lines_after, conversation, after, PAGE)
    said = [await lines.as_json(request, line) for line in told]
    return greeted(request, web.json_response(said, dumps=_dumps))


async def open_session(request: web.Request) -> web.Response:
    """Exchange the secret of a private link for the cookie; none begins anew."""
    key = (await _json(request) or {}).get("key", "")
    response = web.json_response({"ok": True})
    if not key:
        return greeted(request, response)
    if await request.app[DB].read(visitors.find, str(key)) is None:
        raise Refused("web.link", 404)
    remember(request, response, str(key))
    return response


async def make_link(request: web.Request) -> web.Response:
    """Return a private link to this conversation, its secret in the fragment."""
    if who(request).is_new:
        raise Refused("web.nothing_yet", 404)
    key = secrets.token_urlsafe(24)
    await in_time(_admit(request, key))
    url = f"{request.app[PUBLIC_URL]}/chat#k={key}"
    svg = segno.make(url, error="m").svg_inline(scale=4, border=2, omitsize=True)
    if "text/html" in request.headers.get("Accept", ""):
        return await render(request, "link.html", url=url, svg=svg)
    return web.json_response({"url": url, "svg": svg})


async def _admit(request: web.Request, key: str) -> None:
    conversation = await conversation_of(request)
    now = request.app[CLOCK]()
    await request.app[DB].write(receiving.give_link, conversation, key, now)


async def _keep(request: web.Request, posted: Posted) -> Receipt:
    """Keep it, and wake the citizen's other windows."""
    await sources.bring(request)
    visitor, db = who(request), request.app[DB]
    receipt = await db.announce(
        ["inbox"],
        receiving.post,
        visitor.secret,
        visitor.channel,
        visitor.address,
        posted,
        request.app[CLOCK](),
    )
    db.bell.ring(visitor.opening)
    db.bell.ring(f"chat:{receipt.conversation}")
    return receipt


async def _stream(request: web.Request, after: int) -> web.StreamResponse:
    """Send events until the browser goes; it comes back with Last-Event-ID."""
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    )
    greeted(request, response)
    await response.prepare(request)
    with contextlib.suppress(ConnectionResetError):  # browsers go without a word
        conversation = await _opened(request, response)
        await _send_all(request, response, conversation, after)
    return response


async def _opened(request: web.Request, response: web.StreamResponse) -> int:
    """Return the visitor's conversation, waiting for his first word."""
    db, topic = request.app[DB], who(request).opening
    while True:
        heard = db.bell.listen(topic)
        conversation = await known_conversation(request)
        if conversation is not None:
            db.bell.forget(heard, topic)
            return conversation
        await db.bell.wait(heard, topic, BEAT)
        await response.write(b": \n\n")


async def _send_all(
    request: web.Request, response: web.StreamResponse, conversation: int, after: int
) -> None:
    db, topic = request.app[DB], f"chat:{conversation}"
    while not _is_closing(request) and await may_hear(request):
        heard = db.bell.listen(topic)
        for line in await db.read(lines_after, conversation, after, PAGE):
            await response.write(await _event(request, line))
            after = line.n
        await db.bell.wait(heard, topic, BEAT)
        await response.write(b": \n\n")


async def _event(request: web.Request, line: Line) -> bytes:
    body = _dumps(await lines.as_json(request, line))
    return f"id: {line.n}\ndata: {body}\n\n".encode()


def _is_closing(request: web.Request) -> bool:
    return request.transport is None or request.transport.is_closing()


def _place(request: web.Request) -> int:
    told = request.headers.get("Last-Event-ID") or request.query.get("after") or "0"
    return int(told) if told.isascii() and told.isdigit() and len(told) < 16 else 0


async def _json(request: web.Request) -> dict[str, object]:
    try:
        body = json.loads(await request.read() or b"{}")
    except (ValueError, RecursionError):
        raise Refused("web.unreadable", 400) from None
    if not isinstance(body, dict):
        raise Refused("web.unreadable", 400)
    return body


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
