"""Keeping the tokens: of all processes one asks for a new pair, and keeps it first.

A refresh token is good once. If the answer is lost nobody knows whether it is spent: it
is tried once more, then an administrator must let us in again.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex
from typing import NoReturn

import structlog

from bot.calling import Unreachable
from bot.channels.zalo.api import BUSY, Refused
from bot.channels.zalo.oauth import OAuth
from storage import accounts, leases
from storage.db import Database
from storage.model.account import AccountState, Pair

DUE = timedelta(hours=5)  # before the end of a token
LEASE = timedelta(seconds=45)  # longer than two tries and a commit
MOMENT_S, SHUT_OUT_S = 15.0, 300.0
LOOK_S = 0.25
LOOKS = 240
TRIES = 2
SPENT, LOST = "refresh refused", "refresh answer lost"

log = structlog.get_logger()


class NotLetIn(Exception):
    """There is no token that Zalo takes: for a moment, or until a person sees to it."""

    def __init__(self, why: str, wait_s: float = MOMENT_S) -> None:
        super().__init__(why)
        self.wait_s = wait_s


@dataclass(eq=False, slots=True)
class Keeper:
    """The tokens of one account; `first` are those of the settings, or empty."""

    db: Database
    oauth: OAuth
    clock: Callable[[], datetime]
    channel: str
    account: str
    first: Pair
    _task: asyncio.Task[str] | None = None
    _is_seeded: bool = False

    async def pair(self) -> Pair:
        """Return the pair as it stands for all processes. Raises NotLetIn."""
        pair = await self._held()
        if not pair.refresh:
            raise NotLetIn("no token yet", SHUT_OUT_S)
        return pair

    async def fresh(self, stale: str) -> str:
        """Return an access token other than this dead one. Raises NotLetIn.

        What is under way is brought to its end, whoever no longer waits for it.
        """
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._renewed(stale))
            self._task.add_done_callback(_heard)
        return await asyncio.shield(self._task)

    async def keep(self) -> None:
        """Renew in good time; what was refused waits for a person."""
        pair = await self._held()
        state = await self.db.read(accounts.state_of, *self._who)
        is_out = state is AccountState.SHUT_OUT
        if pair.expires_at - self.clock() < DUE and not is_out:
            with suppress(NotLetIn):
                await self.fresh(pair.access)

    async def settle(self) -> None:
        """Wait for what is under way: a pair that nobody keeps is lost."""
        if self._task is not None:
            await asyncio.wait({self._task})

    async def admit(self, code: str) -> None:
        """Let us in by a code. Raises Refused or Unreachable."""
        pair = await self.oauth.exchange(code)
        while not await self._kept((await self._held()).rotation, pair):
            continue

    async def _held(self) -> Pair:
        if not self._is_seeded:
            await self.db.write(accounts.seed, *self._who, self.first, self.clock())
            self._is_seeded = True
        return await self.db.read(accounts.pair_of, *self._who)

    @property
    def _who(self) -> tuple[str, str]:
        return self.channel, self.account

    async def _renewed(self, stale: str) -> str:
        lease, holder = f"token:{self.channel}:{self.account}", token_hex(8)
        for _ in range(LOOKS):
            pair = await self.pair()
            if pair.access != stale:
                return pair.access
            now = self.clock()
            if await self.db.write(leases.take, lease, holder, now, now + LEASE):
                try:
                    return await self._asked(stale)
                finally:
                    await self.db.write(leases.drop, lease, holder)
            await asyncio.sleep(LOOK_S)
        raise NotLetIn("another process has been renewing for too long")

    async def _asked(self, stale: str) -> str:
        """Return a token of a new pair, once the pair is kept."""
        pair = await self.pair()
        if pair.access != stale:
            return pair.access
        fresh = await self._exchanged(pair)
        if not await self._kept(pair.rotation, fresh):
            return (await self.pair()).access  # we were let in anew meanwhile
        log.info("zalo.token_renewed", rotation=pair.rotation + 1)
        return fresh.access

    async def _exchanged(self, pair: Pair) -> Pair:
        for _ in range(TRIES):
            try:
                return await self.oauth.refresh(pair.refresh)
            except Unreachable as lost:
                if not lost.has_left:
                    raise NotLetIn(lost.why) from None
            except Refused as refused:
                if refused.code == BUSY:
                    raise NotLetIn(str(refused)) from None
                await self._shut_out(f"{SPENT}: {refused.code}")
        return await self._shut_out(LOST)

    async def _shut_out(self, reason: str) -> NoReturn:
        state, now = AccountState.SHUT_OUT, self.clock()
        if await self.db.write(accounts.stand, *self._who, state, reason, now):
            log.error("zalo.shut_out", reason=reason)
        raise NotLetIn(reason, SHUT_OUT_S)

    async def _kept(self, old: int, pair: Pair) -> bool:
        return await self.db.write(accounts.rotate, *self._who, old, pair, self.clock())


def _heard(task: asyncio.Task[str]) -> None:
    if not task.cancelled():
        task.exception()
