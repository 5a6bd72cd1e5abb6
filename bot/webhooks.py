"""Webhooks: one view for every channel that a platform pushes to.

200 means that the body is durable; whatever it says, a known signature is enough.
"""

from aiohttp import web

from bot import admitting
from bot.channel import BadSignature, Pushed
from bot.keys import BOARD, LET_IN
from bot.receipts import NotKept
from bot.switchboard import Switchboard


def mount(app: web.Application, board: Switchboard) -> None:
    """Let the platforms of these channels in."""
    app[BOARD] = board
    app[LET_IN] = {channel.name: channel for channel in board.pushed}
    app.router.add_post("/webhook/{channel}", receive)
    app.router.add_get("/webhook/{channel}", greet)
    app.add_routes(admitting.ROUTES)


async def receive(request: web.Request) -> web.Response:
    """Keep what a platform sends: 200 kept, 401 not signed, 503 must come again.

    413 what no platform sends: it is not read to its end, whoever signed it.
    """
    channel, receipts = _channel(request), request.app[BOARD].receipts
    try:
        raw = await request.read()
    except web.HTTPRequestEntityTooLarge:
        receipts.tally.oversized += 1
        raise
    try:
        await receipts.take_in(channel, request.headers, raw)
    except BadSignature:
        raise web.HTTPUnauthorized from None
    except NotKept:
        raise web.HTTPServiceUnavailable from None
    return web.Response(text="OK")


async def greet(request: web.Request) -> web.Response:
    """Answer whoever looks whether somebody is here."""
    _channel(request)
    return web.Response(text="OK")


def _channel(request: web.Request) -> Pushed:
    channel = request.app[LET_IN].get(request.match_info["channel"])
    if channel is None:
        raise web.HTTPNotFound
    return channel
