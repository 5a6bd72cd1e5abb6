"""Spooling: what the database does not take in time is put down, and brought there later.

What waits to be put down goes into one file together: syncing costs the same for one event
as for a hundred, and each is still answered for in time.
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import structlog

from bot.loops.steady import whole
from storage.db import Database
from storage.errors import StorageBusy, StorageFull
from storage.model.line import Received
from storage.receipts import add_all
from storage.spool import Spool

TOGETHER = 100
DRAIN_EVERY_S = 1.0

Kept = asyncio.Future[None]  # done when an event is durable

log = structlog.get_logger()


@dataclass(eq=False, slots=True)
class Spooling:
    """The spool of one process; `new_name` names its files."""

    db: Database
    spool: Spool
    new_name: Callable[[], str]
    _waiting: list[tuple[Received, Kept]] = field(default_factory=list)
    _more: asyncio.Event = field(default_factory=asyncio.Event)
    _is_running: bool = False

    async def keep(self, event: Received) -> None:
        """Return once the event is on the disk. Raises StorageFull or OSError."""
        kept: Kept = asyncio.get_running_loop().create_future()
        self._waiting.append((event, kept))
        self._more.set()
        if not self._is_running:  # a process that stops answers for the last ones
            await self._put_some()
        await kept

    async def run(self) -> None:
        """Put down what waits, and bring what lies there, until cancelled."""
        self._is_running = True
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._put_all())
                group.create_task(self._drain_all())
        finally:
            self._is_running = False
            while self._waiting:
                await self._put_some()

    async def _put_all(self) -> None:
        while True:
            await self._more.wait()
            await self._put_some()

    async def _put_some(self) -> None:
        """Put down what waits, as much as shares a file; whoever is cancelled meanwhile."""
        batch, self._waiting = self._waiting[:TOGETHER], self._waiting[TOGETHER:]
        if not self._waiting:
            self._more.clear()
        if batch:
            await whole(self._settled(batch))

    async def _settled(self, batch: Sequence[tuple[Received, Kept]]) -> None:
        error = await self._put([event for event, _ in batch])
        for _, kept in batch:
            settle(kept, error)

    async def _put(self, events: Sequence[Received]) -> Exception | None:
        """Return why these could not be put down; None when they lie there."""
        try:
            await asyncio.to_thread(self.spool.put, events, self.new_name())
        except (StorageFull, OSError) as error:
            log.error("receipt.lost", events=len(events), why=type(error).__name__)
            return error
        log.warning("receipt.spooled", events=len(events))
        return None

    async def _drain_all(self) -> None:
        while True:
            try:
                await self._drain()
            except Exception as error:  # noqa: BLE001 - it lies there until it goes
                log.warning("spool.waits", why=type(error).__name__)
            await asyncio.sleep(DRAIN_EVERY_S)

    async def _drain(self) -> None:
        """Bring what was spooled into the database; what will not go stays there."""
        paths = await asyncio.to_thread(self.spool.waiting)
        for some in together(paths):
            try:
                await self._bring(some)
            except (StorageBusy, StorageFull):
                raise
            except Exception:  # noqa: BLE001 - each is tried alone
                await self._bring_apart(some)

    async def _bring(self, paths: Sequence[Path]) -> None:
        events = await asyncio.to_thread(lambda: list(self.spool.read(paths)))
        await self.db.announce(["inbox"], add_all, events)
        await asyncio.to_thread(self.spool.remove, paths)

    async def _bring_apart(self, paths: Sequence[Path]) -> None:
        """Bring each by itself; raises the last error when none goes."""
        failed: list[Exception] = []
        for path in paths:
            if Spool.count(path) > 1:
                await asyncio.to_thread(self.spool.split, path, self.new_name)
                continue  # its events come again, each by itself
            try:
                await self._bring([path])
            except Exception as error:  # noqa: BLE001 - the next one may go
                log.error("spool.stuck", why=type(error).__name__)
                failed.append(error)
        if len(failed) == len(paths):
            raise failed[-1]


def together(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """Yield files in their order, as many as share a commit."""
    some: list[Path] = []
    for path in paths:
        if some and sum(map(Spool.count, some)) + Spool.count(path) > TOGETHER:
            yield some
            some = []
        some.append(path)
    if some:
        yield some


def settle(kept: Kept, error: Exception | None) -> None:
    """Tell whoever still waits that it is kept, or why not."""
    if kept.done():
        return
    if error is None:
        kept.set_result(None)
    else:
        kept.set_exception(error)
