"""Receipts: a signed body is durable before it is answered for.

What comes at the same time shares a commit. When the database gives none in time, the
body goes to the spool; only when that fails too does the platform hear a no.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import structlog

from bot.channel import BadSignature, Pushed
from nlp.text import clean
from storage.db import Database
from storage.errors import StorageBusy, StorageFull
from storage.model.line import Received
from storage.receipts import add_all
from storage.spool import Spool

# Zalo wants its answer within 2 s, and gives up on whoever is late (channels, 1.3).
COMMIT_WITHIN_S = 1.7
TOGETHER = 100
AT_ONCE = 2
DRAIN_EVERY_S = 1.0
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
    _waiting: list[tuple[Received, asyncio.Future[None]]] = field(default_factory=list)
    _more: asyncio.Event = field(default_factory=asyncio.Event)

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
        )
        await self._keep(event)
        self.tally.taken += 1

    async def run(self) -> None:
        """Commit what waits, and drain the spool, until cancelled."""
        async with asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(self._commit_all())
            group.create_task(self._drain_all())

    async def _keep(self, event: Received) -> None:
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((event, kept))
        self._more.set()
        try:
            await asyncio.wait_for(kept, COMMIT_WITHIN_S)
        except Exception as error:  # noqa: BLE001 - whatever it is, the spool is next
            log.warning("receipt.spooled", channel=event.channel, why=_name(error))
            await self._spool(event)

    async def _spool(self, event: Received) -> None:
        try:
            await asyncio.to_thread(self.spool.put, event, self.new_name())
        except (StorageFull, OSError) as error:
            log.error("receipt.lost", channel=event.channel, why=_name(error))
            raise NotKept from error
        self.tally.spooled += 1

    async def _commit_all(self) -> None:
        while True:
            await self._more.wait()
            batch, self._waiting = self._waiting[:TOGETHER], self._waiting[TOGETHER:]
            if not self._waiting:
                self._more.clear()
            # Who has gone to the spool meanwhile waits no more.
            batch = [one for one in batch if not one[1].done()]
            if batch:
                await self._commit(batch)

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
            log.error("receipt.failed", events=len(batch), why=_name(error))
            for _, kept in batch:
                _tell(kept, error)
            return
        for _, kept in batch:
            _tell(kept, None)

    async def _drain_all(self) -> None:
        while True:
            try:
                await self._drain()
            except Exception as error:  # noqa: BLE001 - it lies there until it goes
                log.warning("spool.waits", why=_name(error))
            await asyncio.sleep(DRAIN_EVERY_S)

    async def _drain(self) -> None:
        """Bring what was spooled into the database; what will not go stays there."""
        paths = await asyncio.to_thread(self.spool.waiting)
        for first in range(0, len(paths), TOGETHER):
            some = paths[first : first + TOGETHER]
            try:
                await self._bring(some)
            except (StorageBusy, StorageFull):
                raise
            except Exception:  # noqa: BLE001 - each is tried alone
                await self._bring_apart(some)

    async def _bring(self, paths: list[Path]) -> None:
        events = await asyncio.to_thread(lambda: list(self.spool.read(paths)))
        await self.db.announce(["inbox"], add_all, events)
        await asyncio.to_thread(self.spool.remove, paths)

    async def _bring_apart(self, paths: list[Path]) -> None:
        """Bring each by itself; raises the last error when none goes."""
        failed: list[Exception] = []
        for path in paths:
            try:
                await self._bring([path])
            except Exception as error:  # noqa: BLE001 - the next one may go
                log.error("spool.stuck", why=_name(error))
                failed.append(error)
        if len(failed) == len(paths):
            raise failed[-1]


def _countable(position: int | None) -> int | None:
    """Return a place that a database can count with; None of any other number."""
    return position if position is None or abs(position) < LARGEST else None


def _tell(kept: asyncio.Future[None], error: Exception | None) -> None:
    if kept.done():
        return
    if error is None:
        kept.set_result(None)
    else:
        kept.set_exception(error)


def _name(error: Exception) -> str:
    return type(error).__name__
