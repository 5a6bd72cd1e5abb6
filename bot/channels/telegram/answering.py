"""Answering presses: the clock on a pressed button stops, whatever becomes of the press.

Beside the receipt and never in its way: what is not answered only turns a while longer.
"""

import asyncio

import structlog

from bot.calling import Unreachable
from bot.channels.telegram.api import Api, Refused

AT_ONCE = 100
TOO_LATE = "query is too old"

log = structlog.get_logger()


class Answering:
    """The answers of one bot that are on their way."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._under_way: set[asyncio.Task[None]] = set()

    def begin(self, query: str) -> None:
        """Answer this press soon; too many at once are left unanswered."""
        if len(self._under_way) < AT_ONCE:
            task = asyncio.get_running_loop().create_task(self._answer(query))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)

    async def _answer(self, query: str) -> None:
        try:
            await self._api.call("answerCallbackQuery", {"callback_query_id": query})
        except Refused as refused:
            if TOO_LATE not in refused.words.lower():
                log.warning("telegram.press_unanswered", code=refused.code)
        except Unreachable as lost:
            log.warning("telegram.press_unanswered", why=lost.why)
