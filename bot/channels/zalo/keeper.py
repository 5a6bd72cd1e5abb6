"""Keeping the tokens: of all processes one asks for a new pair, and keeps it first.

A refresh token is good once. If the answer is lost nobody knows whether it is spent: it
is tried again, after growing waits, until Zalo itself says no; only then an administrator
must let us in again. While a dead token is not renewed for long, staff are told so.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from secrets import token_hex
from typing import NoReturn

import structlog

from bot.calling import Unreachable
from bot.channels.zalo.api import BUSY, Refused
from bot.channels.zalo.oauth import OAuth
from storage import accounts, leases
from storage.db import Database
from storage.model.account import UNANSWERED, AccountState, Pair

DUE = timedelta(hours=5)  # before the end of a token
LEASE = timedelta(seconds=45)  # longer than two tries and a commit
MOMENT_S, LONGEST_S, SHUT_OUT_S = 15.0, 240.0, 300.0
PATIENCE = timedelta(minutes=10)  # with a dead token, before staff are told
LOOK_S = 0.25
LOOKS = 240
TRIES = 2
SPENT = "refresh refused"

log = structlog.get_logger()


class NotLetIn(Exception):
    """There is no token that Zalo takes: for a moment, or until a person sees to it."""

    def __init__(self, why: str, wait_s: float = MOMENT_S) -> None:
        super().__init__(why)
        self.wait_s = wait_s


@dataclass(frozen=True, slots=True)
class PutOff:
    """How long the renewal of one pair is put off, how often it was, since when."""

    rotation: int
    since: datetime
    times: int = 0
    until: datetime | None = None

    def again(self, now: datetime) -> "PutOff":
        """Return it put off once more, twice as long as before."""
        wait = min(MOMENT_S * 2**self.times, LONGEST_S)
        until = now + timedelta(seconds=wait)
        return replace(self, times=self.times + 1, until=until)

    def rest_s(self, now: datetime) -> float:
        """Return the seconds until it may be tried; none if it is time."""
        return max((self.until - now).total_seconds(), 0.0) if self.until else 0.0


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
    _dead: str = ""  # the token that Zalo takes no more
    _put_off: PutOff | None = None
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
        self._dead = stale
        return await self._renew(stale)

    async def _renew(self, stale: str) -> str:
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
                await self._renew(pair.access)

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
        now = self.clock()
        if self._put_off is None or self._put_off.rotation != pair.rotation:
            self._put_off = PutOff(pair.rotation, now)
        if rest_s := self._put_off.rest_s(now):
            raise NotLetIn("put off", rest_s)
        try:
            fresh = await self._exchanged(pair)
        except (Unreachable, Refused) as error:
            raise await self._later(pair, self._put_off, str(error)) from None
        if not await self._kept(pair.rotation, fresh):
            return (await self.pair()).access  # we were let in anew meanwhile
        log.info("zalo.token_renewed", rotation=pair.rotation + 1)
        return fresh.access

    async def _exchanged(self, pair: Pair) -> Pair:
        """Return the next pair. Raises Unreachable, or Refused where no no was meant."""
        for left in reversed(range(TRIES)):
            try:
                return await self.oauth.refresh(pair.refresh)
            except Unreachable as lost:
                if not left or not lost.has_left:
                    raise
            except Refused as refused:
                if refused.code == BUSY or refused.code > 0:
                    raise  # a server between us says nothing about the token
                await self._shut_out(f"{SPENT}: {refused.code}")
        raise AssertionError("the last try returns or raises")

    async def _later(self, pair: Pair, before: PutOff, why: str) -> NotLetIn:
        """Put the renewal off; tell staff once a dead token was not renewed for long."""
        now = self.clock()
        put_off = self._put_off = before.again(now)
        log.warning("zalo.token_unrenewed", why=why, times=put_off.times)
        is_dead = pair.access == self._dead or pair.expires_at <= now
        if is_dead and now - put_off.since >= PATIENCE:
            state = AccountState.STOPPED, UNANSWERED
            await self.db.write(accounts.stand, *self._who, *state, now)
        return NotLetIn(why, put_off.rest_s(now))

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
