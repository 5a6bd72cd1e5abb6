"""The template: fixed words that Zalo takes although somebody was silent for a week.

Zalo approves them beforehand. Ours ask him to write to us, and name the code of his tip:
then the window is open again, and staff can send again what could not go out.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex

import structlog

from bot.calling import Unreachable
from bot.channels.zalo.api import Answer, Refused
from bot.channels.zalo.events import ANONYMOUS
from bot.channels.zalo.keeper import NotLetIn
from storage import leases, tips
from storage.db import Database
from storage.model.line import Unsent

PATH = "v3.0/oa/message/template"
CODE = "ma_thong_tin"  # the one parameter that the template must have
EACH = timedelta(days=7)  # each costs money, and a second one is no better

Post = Callable[[str, object], Awaitable[Answer]]

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Template:
    """The template of one account; `name` is the number that Zalo gave it."""

    db: Database
    clock: Callable[[], datetime]
    name: str

    async def bid(self, message: Unsent, post: Post) -> bool:
        """Ask whoever was to read this to write to us; False where that cannot be.

        All that waits for the same person asks once a week.
        """
        code = await self.db.read(tips.last_code, message.conversation)
        if code is None or message.address.startswith(f"{ANONYMOUS}:"):
            return False
        name = f"{leases.ONCE}zalo.bid:{message.conversation}"
        now, mine = self.clock(), (name, token_hex(8))
        if not await self.db.write(leases.take, *mine, now, now + EACH):
            return True
        if await self._has_gone(message.address, code, post):
            return True
        await self.db.write(leases.drop, *mine)
        return False

    async def _has_gone(self, address: str, code: str, post: Post) -> bool:
        """Return whether it went out, or may have."""
        told = {
            "user_id": address,
            "template_id": self.name,
            "template_data": {CODE: code},
        }
        try:
            await post(PATH, told)
        except Refused as refused:
            log.warning("zalo.template_refused", code=refused.code)
            return False
        except NotLetIn:
            return False
        except Unreachable as lost:
            return lost.has_left
        return True
