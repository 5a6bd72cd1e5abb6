"""Sources: the printed codes that a visitor came by, from the link to his first message.

They wait in a cookie of the chat's own path. With his first message they become rows of
his conversation, as on every other channel, and the cookie goes.
"""

from typing import TypeVar

from aiohttp import web

from bot.keys import CLOCK, DB, PUBLIC_URL
from bot.site.visitor import conversation_of
from handlers import receiving
from handlers.placement_codes import read_code

Answer = TypeVar("Answer", bound=web.StreamResponse)

COOKIE = "manhmoi_source"
PATH = "/chat"
BETWEEN = "."
MOST = 5
A_DAY = 24 * 3600


def note(request: web.Request, response: Answer) -> Answer:
    """Let the browser keep the code in `?q=`, behind those that it came by before."""
    code = read_code(request.query.get("q", ""))
    if code is not None:
        codes = dict.fromkeys((*told(request), code))
        response.set_cookie(
            COOKIE,
            BETWEEN.join(list(codes)[:MOST]),
            max_age=A_DAY,
            path=PATH,
            httponly=True,
            samesite="Lax",
            secure=request.app[PUBLIC_URL].startswith("https://"),
        )
    return response


def told(request: web.Request) -> tuple[str, ...]:
    """Return the codes that still wait for a message."""
    parts = request.cookies.get(COOKIE, "").split(BETWEEN)[:MOST]
    return tuple(filter(None, map(read_code, parts)))


async def bring(request: web.Request) -> None:
    """Put the codes into the visitor's conversation, before what he says now."""
    codes = told(request)
    if codes:
        conversation = await conversation_of(request)
        now = request.app[CLOCK]()
        await request.app[DB].write(receiving.arrive, conversation, codes, now)


def forget(request: web.Request, response: Answer) -> Answer:
    """Let the browser drop what was brought."""
    if told(request):
        response.del_cookie(COOKIE, path=PATH)
    return response
