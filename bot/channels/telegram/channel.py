"""Telegram as a channel: signed bodies in, messages out, files fetched, health kept."""

import hmac
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.channel import Arrival, BadSignature, Delivered, Means, Pace
from bot.channels.telegram import downloading, duty, sending
from bot.channels.telegram.answering import Answering
from bot.channels.telegram.api import Api
from bot.channels.telegram.buttons import Buttons
from bot.channels.telegram.duty import Duty, Step
from bot.channels.telegram.reading import Reader
from bot.channels.telegram.standing import Standing
from bot.channels.telegram.updates import arrival, parsed, part, words
from storage.model.limits import Limits
from storage.model.line import Unread, Unsent
from storage.model.message import Incoming, Remote

NAME = "telegram"
# Telegram counts 4,096 units of UTF-16, of which a character may take two.
LIMITS = Limits(
    text=2048, buttons=10, label=60, upload_bytes=downloading.LARGEST, shares=True
)
WINDOW_S = 1.0
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(eq=False, slots=True)
class Telegram:
    """One bot; `account` is its number, which its token begins with.

    `username` is known once Telegram has told it; `upkeep` is what one process does.
    """

    account: str
    means: Means = field(repr=False)
    api: Api
    secret: str = field(repr=False)
    buttons: Buttons
    reader: Reader
    answering: Answering
    upkeep: Step
    holder: str
    pace: Pace
    username: str = ""
    name: str = NAME
    limits: Limits = LIMITS

    def receive(self, headers: Mapping[str, str], raw: bytes) -> Arrival:
        """Return where the body belongs. Raises BadSignature."""
        brought = headers.get(HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(brought, self.secret.encode()):
            raise BadSignature
        update = parsed(raw)
        if query := words(part(update, "callback_query"), "id"):
            self.answering.begin(query)
        return arrival(update, raw)

    def read(self, row: Unread) -> tuple[Incoming, ...]:
        """Return what the update means."""
        return self.reader.read(row)

    async def send(self, message: Unsent) -> Delivered:
        """Put a message out. Raises SendError."""
        return await sending.send(self.api, self.buttons, message)

    def download(self, remote: Remote, offset: int) -> AsyncIterator[bytes]:
        """Return the file's bytes from `offset` on. Raises FetchError."""
        return downloading.download(self.api, remote, offset)

    def work(self) -> Sequence[Coroutine[Any, Any, None]]:
        """Return what runs beside: one process polls, or keeps the webhook."""
        name = f"{NAME}:{self.account}"
        db, clock = self.means.db, self.means.clock
        standing = Standing(db, clock, NAME, self.account)
        who = name, self.holder, self.greet, self.upkeep, standing
        return (duty.run(Duty(db, clock, *who)),)

    async def greet(self) -> str:
        """Return the name under which people find the bot."""
        if not self.username:
            me = await self.api.call("getMe")
            self.username = words(me, "username") if isinstance(me, dict) else ""
        return self.username

    def link(self, code: str = "") -> str:
        """Return the address that opens the bot; empty while its name is unknown."""
        start = f"?start={code}" if code else ""
        return f"https://t.me/{self.username}{start}" if self.username else ""
