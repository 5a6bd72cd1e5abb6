"""The webhook: set where it should stand, and looked after each minute."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from bot.channels.telegram.api import Api
from bot.channels.telegram.duty import Piece
from bot.channels.telegram.updates import KINDS, whole, words

LOOK_S = 60.0
AT_ONCE = 40
MANY = 200  # updates that wait
RECENTLY = timedelta(minutes=3)

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Health:
    """How updates come in: how many wait, and what failed last."""

    pending: int = 0
    failed: str = ""
    failed_at: datetime | None = None

    def is_ill(self, now: datetime) -> bool:
        """Return whether Telegram could not bring us something just now."""
        has_failed = self.failed_at is not None and now - self.failed_at < RECENTLY
        return has_failed or self.pending > MANY


@dataclass(slots=True)
class Webhook:
    """The one webhook of a bot."""

    api: Api
    url: str
    secret: str = field(repr=False)
    clock: Callable[[], datetime]
    _is_set: bool = False

    async def step(self) -> Piece:
        """See that it stands and how it does."""
        info = await self.api.call("getWebhookInfo")
        info = info if isinstance(info, dict) else {}
        if not self._is_set or words(info, "url") != self.url:
            await self._set()
        health = health_of(info)
        is_ill = health.is_ill(self.clock())
        if is_ill:
            log.error("telegram.ill", pending=health.pending, why=health.failed)
        failing = (health.failed or f"pending: {health.pending}") if is_ill else ""
        return Piece(LOOK_S, {"pending": str(health.pending), "failing": failing})

    async def _set(self) -> None:
        """Set it; what waits is kept, and the secret may be another than before."""
        wanted = {
            "url": self.url,
            "secret_token": self.secret,
            "allowed_updates": KINDS,
            "max_connections": AT_ONCE,
        }
        await self.api.call("setWebhook", wanted)
        self._is_set = True


def health_of(info: dict[str, Any]) -> Health:
    """Return the health in what Telegram tells of a webhook."""
    at = whole(info.get("last_error_date"))
    return Health(
        pending=whole(info.get("pending_update_count")) or 0,
        failed=words(info, "last_error_message")[:200],
        failed_at=datetime.fromtimestamp(at, UTC) if at and at < 2**33 else None,
    )
