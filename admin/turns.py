"""Turns: whoever comes from one place proves himself one after the other.

So a failure is counted before the next attempt is looked at, and a flood from one place
takes one of the threads in which passwords are checked, never all.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from admin.passwords import TooManyChecks

WAITING = 200  # from one place; beyond this one more would only wait


class Turns:
    """The queues, one for each place at which somebody waits."""

    def __init__(self) -> None:
        self._locks: dict[str, asyncio.Lock] = {}
        self._here: Counter[str] = Counter()

    @asynccontextmanager
    async def at(self, place: str) -> AsyncIterator[None]:
        """Wait until it is one's turn, and hold it."""
        if self._here[place] >= WAITING:
            raise TooManyChecks
        self._here[place] += 1
        try:
            async with self._locks.setdefault(place, asyncio.Lock()):
                yield
        finally:
            self._leave(place)

    def _leave(self, place: str) -> None:
        self._here[place] -= 1
        if not self._here[place]:
            del self._here[place], self._locks[place]
