"""Prompt: a citizen hears in time that he must wait, whatever the database does."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from storage.errors import StorageBusy

ANSWER_WITHIN_S = 1.7

T = TypeVar("T")


async def in_time(work: Awaitable[T]) -> T:
    """Return what comes in time; StorageBusy when nothing does.

    The work goes on: what is sent again under the same id is kept once.
    """
    try:
        return await asyncio.wait_for(asyncio.shield(work), ANSWER_WITHIN_S)
    except TimeoutError as error:
        raise StorageBusy from error
