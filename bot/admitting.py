"""Admitting: where an administrator comes back who let us in at a platform.

The link that he opened carries a secret of ours; without it nobody brings us a code.
"""

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

import structlog
from aiohttp import web

from bot.keys import BOARD
from bot.site import pages
from handlers.wording import say

log = structlog.get_logger()


@runtime_checkable
class Admitted(Protocol):
    """A channel that a platform lets in by a code."""

    name: str

    async def admit(self, query: Mapping[str, str]) -> bool:
        """Let us in by what the callback brought; False if it would not do."""


async def come_back(request: web.Request) -> web.Response:
    """Take the code that the platform gave, and say how it went."""
    channel = request.app[BOARD].channels.get(request.match_info["channel"])
    if not isinstance(channel, Admitted):
        raise web.HTTPNotFound
    is_admitted = await channel.admit(request.query)
    log.info("channel.admitted", channel=channel.name, ok=is_admitted)
    return await pages.render(
        request,
        "admitted.html",
        status=200 if is_admitted else 400,
        sentence=say("admitted" if is_admitted else "admitted.not"),
    )


ROUTES = (web.get("/{channel:zalo}/oauth", come_back),)
