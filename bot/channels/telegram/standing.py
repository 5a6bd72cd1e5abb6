"""How the bot stands at Telegram, written where staff see it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.channels.telegram.api import Refused
from storage import accounts
from storage.db import Database
from storage.model.account import AccountState
from storage.tx import Connection

EACH = timedelta(minutes=1)
REVOKED = (401, 404)

Told = tuple[AccountState, str, Mapping[str, str]]


@dataclass(slots=True)
class Standing:
    """What is known of one bot; the same is written once a minute at the most."""

    db: Database
    clock: Callable[[], datetime]
    channel: str
    account: str
    _told: Told | None = None
    _told_at: datetime | None = None

    async def well(self, profile: Mapping[str, str]) -> None:
        """Note that Telegram lets us in, and what it tells of us."""
        await self._note((AccountState.OK, "", {"failing": "", **profile}))

    async def refused(self, refused: Refused) -> None:
        """Note that it does not: our token is void, or another uses it."""
        is_void = refused.code in REVOKED
        state = AccountState.STOPPED if is_void else AccountState.OK
        failing = "" if is_void else str(refused)
        await self._note((state, str(refused.code), {"failing": failing}))

    async def _note(self, told: Told) -> None:
        now, before = self.clock(), self._told_at
        if told == self._told and before is not None and now - before < EACH:
            return
        await self.db.write(_write, self.channel, self.account, told, now)
        self._told, self._told_at = told, now


def _write(
    tx: Connection, channel: str, account: str, told: Told, now: datetime
) -> None:
    state, reason, profile = told
    accounts.meet(tx, channel, account, now)
    accounts.stand(tx, channel, account, state, reason, now)
    accounts.describe(tx, channel, account, profile)
    accounts.claim_check(tx, channel, account, now, now)
