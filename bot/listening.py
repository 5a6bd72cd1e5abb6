"""Listening: a site whose every answer is ours, also to what is no request at all.

The library answers a line or a header that it cannot read in English, quoting what it
read of it: a cookie, say.
"""

import asyncio

from aiohttp import web

from bot.logs import AccessLogger
from handlers.wording import say


class Site(web.BaseSite):
    """Listens at an address for a runner's application."""

    def __init__(self, runner: web.AppRunner, host: str, port: int) -> None:
        super().__init__(runner)
        self._address = (host, port)

    @property
    def name(self) -> str:
        """Return its address."""
        host, port = self._address
        return f"http://{host}:{port}"

    async def start(self) -> None:
        """Listen."""
        await super().start()
        loop = asyncio.get_running_loop()
        host, port = self._address
        self._server = await loop.create_server(self._greet, host, port)

    def _greet(self) -> "Listener":
        manager = self._runner.server
        if manager is None:
            raise ConnectionAbortedError
        loop = asyncio.get_running_loop()
        # A body is signed as it comes; and nobody who is ours packs one.
        return Listener(
            manager, loop=loop, access_log_class=AccessLogger, auto_decompress=False
        )


class Listener(web.RequestHandler):
    """One connection."""

    __slots__ = ()

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Answer what could not be read, or not be answered, in our own sentence."""
        super().handle_error(request, status, exc, message)
        key = "web.broken" if status >= 500 else "web.no_request"
        answer = web.Response(status=status, text=say(key))
        answer.force_close()
        return answer
