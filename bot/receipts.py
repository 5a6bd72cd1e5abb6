"""Receipts: a signed body is durable before it is answered for.

What comes at the same time shares a commit. When the database gives none in time, the
body goes to the spool; while nothing at all is committed, at once. Only when that fails
too does the platform hear a no.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from bot.channel import BadSignature, Pushed
from bot.spooling import Spooling, settle
from nlp.text import clean
from storage.db import Database
from storage.errors import StorageBusy, StorageFull
from storage.model.line import Received
from storage.receipts import add_all
from storage.spool import Spool

# Zalo wants its answer within 2 s, and gives up on whoever is late (channels, 1.3).
COMMIT_WITHIN_S = 1.3
STUCK_S = 0.8  # a commit that takes longer: others need not wait to learn it
TOGETHER = 100
AT_ONCE = 2
LARGEST = 1 << 63

log = structlog.get_logger()


class NotKept(Exception):
    """Neither database nor spool took it: it must come again."""


@dataclass(slots=True)
class Tally:
    """How many bodies were taken, not signed, too large, or spooled."""

    taken: int = 0
    refused: int = 0
    oversized: int = 0
    spooled: int = 0


@dataclass(slots=True)
class Receipts:
    """What bodies pass through; `new_name` names files of the spool."""

    db: Database
    spool: Spool
    clock: Callable[[], datetime]
    new_name: Callable[[], str]
    tally: Tally = field(default_factory=Tally)
    spooling: Spooling = field(init=False)
    _waiting: list[tuple[Received, asyncio.Future[None]]] = field(default_factory=list)
    _more: asyncio.Event = field(default_factory=asyncio.Event)
    _under_way: dict[int, float] = field(default_factory=dict)  # lane → since when

    def __post_init__(self) -> None:
        self.spooling = Spooling(self.db, self.spool, self.new_name)

    async def take_in(
        self, channel: Pushed, headers: Mapping[str, str], raw: bytes
    ) -> None:
        """Return once the body is durable. Raises BadSignature or NotKept."""
        try:
            arrival = channel.receive(headers, raw)
        except BadSignature:
            self.tally.refused += 1
            raise
        if arrival is None:
            return
        event = Received(
            channel=channel.name,
            account=channel.account,
            key=clean(arrival.key),
            address=None if arrival.address is None else clean(arrival.address),
            position=_countable(arrival.position),
            body=raw,
            at=self.clock(),
            kind=arrival.kind,
            told_at=arrival.told_at,
        )
        await self._keep(event)
        self.tally.taken += 1

    async def run(self) -> None:
        """Commit what waits, and drain the spool, until cancelled."""
        async with asyncio.TaskGroup() as group:
            for lane in range(AT_ONCE):
                group.create_task(self._commit_all(lane))
            group.create_task(self.spooling.run())

    async def _keep(self, event: Received) -> None:
        if self._is_stuck():
            await self._spool(event)
            return
        loop = asyncio.get_running_loop()
        kept: asyncio.Future[None] = loop.create_future()
        self._waiting.append((event, kept))
        self._more.set()
        late = loop.call_later(COMMIT_WITHIN_S, settle, kept, TimeoutError())
        try:
            await kept
        except Exception:  # noqa: BLE001 - whatever it is, the spool is next
            await self._spool(event)
        finally:
            late.cancel()

    def _is_stuck(self) -> bool:
        """Return whether no commit has come to its end for a while."""
        begun = self._under_way.values()
        return len(begun) == AT_ONCE and time.monotonic() - max(begun) > STUCK_S

    async def _spool(self, event: Received) -> None:
        try:
            await self.spooling.keep(event)
        except (StorageFull, OSError) as error:
            raise NotKept from error
        self.tally.spooled += 1

    async def _commit_all(self, lane: int) -> None:
        while True:
            await self._more.wait()
            batch, self._waiting = self._waiting[:TOGETHER], self._waiting[TOGETHER:]
            if not self._waiting:
                self._more.clear()
            # Who has gone to the spool meanwhile waits no more.
            batch = [one for one in batch if not one[1].done()]
            if batch:
                self._under_way[lane] = time.monotonic()
                await self._commit(batch)
                del self._under_way[lane]

    async def _commit(self, batch: list[tuple[Received, asyncio.Future[None]]]) -> None:
        try:
            events = [event for event, _ in batch]
            await self.db.announce(["inbox"], add_all, events)
        except Exception as error:  # noqa: BLE001 - each is tried alone, then spooled
            is_its_own = not isinstance(error, (StorageBusy, StorageFull))
            if len(batch) > 1 and is_its_own:
                for one in batch:
                    await self._commit([one])
                return
            log.error("receipt.failed", events=len(batch), why=type(error).__name__)
            for _, kept in batch:
                settle(kept, error)
            return
        for _, kept in batch:
            settle(kept, None)


def _countable(position: int | None) -> int | None:
    """Return a place that a database can count with; None of any other number."""
    return position if position is None or abs(position) < LARGEST else None
