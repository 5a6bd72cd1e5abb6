"""Polling: updates are asked for, and are Telegram's until they are ours for good."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.channel import Keep
from bot.channels.telegram.api import Api
from bot.channels.telegram.duty import Piece
from bot.channels.telegram.updates import KINDS, whole

WAIT_S = 25
PATIENCE_S = WAIT_S + 10.0
EMPTY_S = 0.1
STUCK_S = 5.0


log = structlog.get_logger()


@dataclass(slots=True)
class Poller:
    """Where the one who polls stands; `keep` returns once a body is durable."""

    api: Api
    channel: str
    headers: Mapping[str, str] = field(repr=False)
    keep: Keep
    _offset: int = 0
    _has_begun: bool = False

    async def step(self) -> Piece:
        """Take in what has come; only what is kept is asked for no more."""
        if not self._has_begun:
            # Telegram gives nothing to a poller while a webhook stands.
            await self.api.call("deleteWebhook")
            self._has_begun = True
        asked = {"offset": self._offset, "timeout": WAIT_S, "allowed_updates": KINDS}
        updates = await self.api.call("getUpdates", asked, PATIENCE_S)
        bodies = updates if isinstance(updates, list) else [updates]
        await self._keep(bodies)
        further = max([0, *map(_next, bodies)])
        if bodies and further in (0, self._offset):
            # Rubbish without numbers: it is kept for staff, but would come at once again.
            log.warning("telegram.unnumbered", updates=len(bodies))
            return Piece(STUCK_S)
        # Back, too: after a quiet week Telegram numbers from anywhere.
        self._offset = further or self._offset
        return Piece(0.0 if bodies else EMPTY_S)

    async def _keep(self, updates: list[Any]) -> None:
        """Keep all, in their order; they share commits. Raises if one was not kept."""
        kept = await asyncio.gather(
            *(self.keep(self.channel, self.headers, _body(one)) for one in updates),
            return_exceptions=True,
        )
        for outcome in kept:
            if isinstance(outcome, BaseException):
                raise outcome


def _body(update: Any) -> bytes:
    """Return an update's bytes, the same whenever it is given again."""
    return json.dumps(update, sort_keys=True).encode()


def _next(update: Any) -> int:
    number = whole(update.get("update_id")) if isinstance(update, dict) else None
    return 0 if number is None else number + 1
