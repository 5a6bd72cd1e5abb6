"""What the loops share: step while there is more, rest until the bell, never die.

A database that is full, restarting or out of reach comes back: a loop that waits for it
is worth more than a process that ends, since the pages go on taking what people tell.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

import structlog

from storage.bell import Bell

PAUSE_AFTER_ERROR = 1.0

log = structlog.get_logger()

Step = Callable[[], Awaitable[bool]]
T = TypeVar("T")


async def steadily(bell: Bell, topic: str, every: float, step: Step) -> None:
    """Step until cancelled: at once while it says that there was something to do."""
    while True:
        heard = bell.listen(topic)
        while await safely(topic, step):
            pass
        await bell.wait(heard, topic, every)


async def safely(topic: str, step: Step) -> bool:
    """Return what the step returns; False, after a pause, when it breaks."""
    try:
        return await step()
    except Exception as error:  # whatever it is, the loop goes on
        log.error("loop.stumbled", exc_info=error, topic=topic)
        await asyncio.sleep(PAUSE_AFTER_ERROR)
        return False


async def whole(work: Coroutine[Any, Any, T]) -> T:
    """Return what the work returns; when cancelled, end only after it."""
    running = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait({running})
        raise
