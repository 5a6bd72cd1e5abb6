"""A lookout: of several who share one kind of work, one looks for all.

A bell wakes them all, and who comes second would find nothing: in a crowd two looks of
three were such, each a transaction. Who looks waits until there is something; the others
do meanwhile what they were given.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from storage.bell import Bell

T = TypeVar("T")


class Lookout(Generic[T]):
    """What is to be done on one topic; `look` returns some of it, `looks` counts."""

    def __init__(
        self,
        bell: Bell,
        topic: str,
        every: float,
        look: Callable[[], Awaitable[Sequence[T]]],
    ) -> None:
        self._bell, self._topic, self._every = bell, topic, every
        self._look = look
        self._looking = asyncio.Lock()
        self.looks = 0
        self._heard = bell.listen(topic)
        self.look_again()  # nobody has looked yet

    async def next(self) -> Sequence[T]:
        """Return what is to be done now, once there is something."""
        async with self._looking:
            while True:
                await self._bell.wait(self._heard, self._topic, self._every)
                self._heard = self._bell.listen(self._topic)
                self.looks += 1
                if found := await self._look():
                    return found

    def look_again(self) -> None:
        """Have the next look at once: there is more that nobody will ring for."""
        if not self._heard.done():
            self._heard.set_result(None)
