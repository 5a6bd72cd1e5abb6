"""A bell that wakes waiting loops; only a hint, they look by themselves as well."""

import asyncio
from collections import defaultdict


class Bell:
    """One event a topic, in this process; PostgreSQL carries it between processes."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._waiting: defaultdict[str, set[asyncio.Future[None]]] = defaultdict(set)

    def ring(self, topic: str) -> None:
        """Wake who waits for `topic`; call it in the loop's own thread."""
        for future in self._waiting.pop(topic, ()):
            if not future.done():
                future.set_result(None)

    def ring_all(self) -> None:
        """Wake everybody: what was rung meanwhile was not heard."""
        for topic in tuple(self._waiting):
            self.ring(topic)

    def listen(self, topic: str) -> asyncio.Future[None]:
        """Return a future for the next ring; take it before looking, so none is missed."""
        future: asyncio.Future[None] = self._loop.create_future()
        self._waiting[topic].add(future)
        return future

    async def wait(
        self, heard: asyncio.Future[None], topic: str, seconds: float
    ) -> None:
        """Return when `heard` rang, or after `seconds`."""
        await asyncio.wait({heard}, timeout=seconds)
        self.forget(heard, topic)

    def forget(self, heard: asyncio.Future[None], topic: str) -> None:
        """Wait for this ring no more."""
        self._waiting[topic].discard(heard)
