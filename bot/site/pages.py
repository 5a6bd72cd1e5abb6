"""Pages for citizens: the campaign page, the chat page, the notice of privacy."""

from typing import Any

import aiohttp_jinja2
from aiohttp import web

from bot.keys import DB
from bot.site import sources
from bot.site.visitor import greeted
from handlers.conversation.duty import hours
from storage import agencies
from storage.model.agency import Level

# Raised with every change of the notice; consent refers to it.
PRIVACY_VERSION = "1 (11/2026)"
LEVELS = {
    Level.COMMUNE: "Cấp xã",
    Level.PROVINCE: "Cấp tỉnh",
    Level.REGION: "Cấp quân khu",
    Level.NATION: "Cấp quốc gia",
}


async def home(request: web.Request) -> web.Response:
    return await render(request, "home.html")


async def chat(request: web.Request) -> web.Response:
    """Show the chat, and let the visitor have his secret before his first word."""
    return greeted(request, sources.note(request, await render(request, "chat.html")))


async def privacy(request: web.Request) -> web.Response:
    return await render(request, "privacy.html", version=PRIVACY_VERSION)


async def render(
    request: web.Request, template: str, *, status: int = 200, **facts: Any
) -> web.Response:
    """Return a page with the office's own data at hand."""
    known = {"office": await office(request), **facts}
    response = aiohttp_jinja2.render_template(template, request, known, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


async def office(request: web.Request) -> dict[str, str]:
    """Return the office as citizens see it."""
    ours = await request.app[DB].read(agencies.first)
    return {
        "name": ours.name,
        "level": LEVELS[ours.level],
        "address": ours.address,
        "hours": hours(ours),
        "telephone": ours.telephone,
    }
