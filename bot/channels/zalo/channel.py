"""Zalo as a channel: signed events in, messages out, files fetched, health kept."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any

import structlog

from bot.calling import Unreachable
from bot.channel import Arrival, Delivered, Pace, SendError
from bot.channels.zalo import sending
from bot.channels.zalo.api import Answer, Api, Refused
from bot.channels.zalo.buttons import Buttons
from bot.channels.zalo.events import QUIET, arrival, is_sample, name_of, parsed
from bot.channels.zalo.health import Health
from bot.channels.zalo.keeper import SHUT_OUT_S, Keeper, NotLetIn
from bot.channels.zalo.oauth import OAuth
from bot.channels.zalo.reading import Reader
from bot.channels.zalo.refusals import (
    TOKEN_DEAD,
    Means,
    failure,
    meaning,
    until_next_minute,
)
from bot.channels.zalo.signature import Seal
from bot.channels.zalo.template import Template
from bot.channels.zalo.windows import Window, Windows
from bot.fetching import Allowed, fetch
from handlers.wording import say
from storage.db import Database
from storage.model.limits import Limits
from storage.model.line import Unread, Unsent
from storage.model.message import Incoming, Remote

NAME = "zalo"
# Zalo takes 2,000 characters; the choices stand below the words (see sending).
LIMITS = Limits(
    text=1660, buttons=5, label=60, upload_bytes=1 << 30, carries_code=False
)
# Of the 4,000 a minute that the API takes; a short window lets a new sender begin.
PACE = Pace(most=65, window_s=1.0, chat_s=0.0)
LOOK_S = 60.0

log = structlog.get_logger()


@dataclass(eq=False, slots=True)
class Zalo:
    """One Official Account; `account` is its id."""

    account: str
    db: Database
    clock: Callable[[], datetime]
    zone: tzinfo
    seal: Seal
    api: Api
    oauth: OAuth
    keeper: Keeper
    health: Health
    buttons: Buttons
    reader: Reader
    hosts: Allowed
    windows: Windows
    template: Template | None = None
    name: str = NAME
    limits: Limits = LIMITS
    pace: Pace = PACE
    _full_until: float = field(default=0.0)

    def receive(self, headers: Mapping[str, str], raw: bytes) -> Arrival | None:
        """Return where the body belongs; None where nobody need keep it.

        Raises BadSignature.
        """
        if not raw.strip():
            return None
        event = parsed(raw)
        if not is_sample(event):
            self.seal.check(headers, raw, event, self.clock())
            is_quiet = name_of(event) in QUIET
            return None if is_quiet else arrival(event, raw, self.account)
        self.seal.check_mac(headers, raw, event)
        return None

    def read(self, row: Unread) -> tuple[Incoming, ...]:
        """Return what the event means."""
        return self.reader.read(row)

    async def send(self, message: Unsent) -> Delivered:
        """Put a message out. Raises SendError."""
        now = self.clock()
        if now.timestamp() < self._full_until:
            wait = self._full_until - now.timestamp()
            raise SendError(say("zalo.busy"), retry_after=wait, for_all=True)
        window = await self.windows.check(message)
        if window is Window.SHUT:
            await self._bid(message)
            raise SendError(say("zalo.shut"), permanent=True)
        try:
            answer = await self._put(message)
        except SendError as error:
            if window is Window.PAID and not error.unknown:
                await self.windows.give_back()
            raise
        put = sending.delivered(answer)
        self.health.sent[sending.payer(answer)] += 1
        return put

    async def _put(self, message: Unsent) -> Answer:
        """Return Zalo's answer. Raises SendError."""
        try:
            path = sending.path_to(message.address)
            told = sending.fields_of(self.buttons, message)
            answer = await self._posted(path, told)
        except Refused as refused:
            await self.health.stopped(refused)
            if meaning(refused.code) is Means.SHUT:
                await self._bid(message)
            jitter = random.random()  # noqa: S311 - spreads a crowd, hides nothing
            now = self.clock()
            raise failure(refused, message.attempts, now, self.zone, jitter) from None
        except NotLetIn as out:
            key = "zalo.shut_out" if out.wait_s == SHUT_OUT_S else "zalo.later"
            raise SendError(say(key), retry_after=out.wait_s, for_all=True) from None
        except Unreachable as lost:
            raise SendError(lost.why, unknown=lost.has_left) from None
        if answer.remaining == 0:
            now = self.clock()
            self._full_until = now.timestamp() + until_next_minute(now)
        return answer

    async def _bid(self, message: Unsent) -> None:
        """Raise SendError where a template asks him to write to us instead."""
        if self.template is not None and await self.template.bid(message, self._paid):
            raise SendError(say("zalo.bidden"), permanent=True)

    async def _paid(self, path: str, told: object) -> Answer:
        """Call, and count which allowance it used; note if nothing is left to pay with."""
        try:
            answer = await self._posted(path, told)
        except Refused as refused:
            await self.health.stopped(refused)
            raise
        self.health.sent[sending.payer(answer)] += 1
        return answer

    async def _posted(self, path: str, told: object) -> Answer:
        """Call with the token as it is for all; once more with another if it is dead."""
        token = (await self.keeper.pair()).access
        try:
            return await self.api.post(path, token, told)
        except Refused as refused:
            if refused.code not in TOKEN_DEAD:
                raise
        return await self.api.post(path, await self.keeper.fresh(token), told)

    def download(self, remote: Remote, offset: int) -> AsyncIterator[bytes]:
        """Return the file's bytes from `offset` on. Raises FetchError."""
        return fetch(self.api.http, remote.ref, offset, self.hosts)

    def link(self, _code: str = "", /) -> str:
        """Return the address that opens the account; no code can ride along."""
        return f"https://zalo.me/{self.account}"

    async def admit(self, query: Mapping[str, str]) -> bool:
        """Let us in by the code that the callback brought; False if it would not do."""
        code = query.get("code", "")
        if not code or not self.oauth.is_ours(query):
            return False
        try:
            await self.keeper.admit(code)
        except (Refused, Unreachable) as error:
            log.warning("zalo.not_admitted", why=str(error))
            return False
        return True

    def work(self) -> Sequence[Coroutine[Any, Any, None]]:
        """Return what runs beside: the tokens are kept, and an eye on the account."""
        return (self._upkeep(),)

    async def _upkeep(self) -> None:
        try:
            while True:
                await self._look()
                await asyncio.sleep(LOOK_S)
        finally:
            await self.keeper.settle()

    async def _look(self) -> None:
        try:
            await self.keeper.keep()
            await self.health.step()
        except Exception as error:  # whatever it is, we look again in a minute
            log.error("zalo.stumbled", exc_info=error)
