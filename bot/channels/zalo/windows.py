"""Windows: until when Zalo takes what we say to somebody, and what waits by our own wish.

Zalo counts from his last word or press: 48 hours free, then paid until the seventh day,
then nothing. At night nothing goes out that answers nobody, though Zalo would take it: a
telephone that rings at three in the morning frightens the old.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import Enum, auto

from bot.channel import SendError
from handlers.wording import say
from storage import accounts, hearing
from storage.db import Database
from storage.model.line import Unsent

FREE, OPEN = timedelta(hours=48), timedelta(days=7)
AWAKE = timedelta(hours=1)  # since his last word, before what we say to him
# Kinds of rows, by how their keys begin, that Zalo counts as the citizen's acts.
HEARD = (
    "user_send_", "anonymous_send_", "follow:", "user_click_", "user_submit_info:",
    "user_call_oa", "widget_interaction_accepted",
)  # fmt: skip
OURS = "oa_"  # what the account itself does
MORNING = 6
MINUTE, SPREAD_S = 5, 600  # past the hour, and not all of us at once


class Window(Enum):
    """What Zalo makes of a message to somebody."""

    FREE = auto()
    PAID = auto()
    SHUT = auto()


@dataclass(frozen=True, slots=True)
class Quiet:
    """The hours in which nothing goes out that answers nobody; none if they are equal."""

    begins: int
    ends: int

    @classmethod
    def read(cls, hours: str) -> "Quiet":
        """Return the hours in a setting, like 22-6."""
        begins, _, ends = hours.partition("-")
        return cls(int(begins), int(ends))

    def holds(self, local: datetime) -> bool:
        """Return whether these hours are now."""
        past = (local.hour - self.begins) % 24
        return past < (self.ends - self.begins) % 24


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows of one account's citizens; `paid_daily` is what the office pays for."""

    db: Database
    clock: Callable[[], datetime]
    zone: tzinfo
    channel: str
    account: str
    quiet: Quiet
    paid_daily: int

    async def check(self, message: Unsent) -> Window:
        """Return in which window a message goes. Raises SendError where it has to wait."""
        now = self.clock()
        heard = await self.db.read(hearing.of, message, HEARD, OURS, AWAKE)
        if self.quiet.holds(now.astimezone(self.zone)) and not heard.is_answered:
            raise self._held("zalo.quiet", now, self.quiet.ends)
        window = window_of(heard.at_ms, now)
        if window is Window.PAID:
            await self._pay(now)
        return window

    async def give_back(self) -> None:
        """Count one paid message of today less: it did not go out, and costs nothing."""
        await self.db.write(accounts.unspend, *self._today(self.clock()))

    async def _pay(self, now: datetime) -> None:
        """Count one more paid message of today. Raises SendError where it is one too many."""
        if not await self.db.write(accounts.spend, *self._today(now), self.paid_daily):
            raise self._held("zalo.spent", now, MORNING)

    def _today(self, now: datetime) -> tuple[str, str, date]:
        return self.channel, self.account, now.astimezone(self.zone).date()

    def _held(self, key: str, now: datetime, hour: int) -> SendError:
        jitter = random.random()  # noqa: S311 - spreads a crowd, hides nothing
        wait = until_hour(now, self.zone, hour, jitter)
        return SendError(say(key), retry_after=wait, held=True)


def window_of(heard_ms: int | None, now: datetime) -> Window:
    """Return the window of somebody last heard then; who is unknown is let through."""
    silent = timedelta(0)
    if heard_ms is not None:
        silent = timedelta(seconds=now.timestamp() - heard_ms / 1000)
    if silent <= FREE:
        return Window.FREE
    return Window.PAID if silent <= OPEN else Window.SHUT


def until_hour(now: datetime, zone: tzinfo, hour: int, jitter: float) -> float:
    """Return the seconds until shortly past that hour; `jitter` is 0 to 1."""
    local = now.astimezone(zone)
    then = local.replace(hour=hour, minute=MINUTE, second=0, microsecond=0)
    if then <= local:
        then += timedelta(days=1)
    return (then - local).total_seconds() + jitter * SPREAD_S
