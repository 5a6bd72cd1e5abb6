"""Bringing a file: its pieces are put down slice by slice, so that none comes twice.

A slice is on the disk before its row says so; after a kill we go on behind the last.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

from bot.channel import FetchError
from handlers.world import World
from storage import fetches, jobs
from storage.crypt import Key
from storage.model.evidence import Media
from storage.model.line import Job
from storage.tx import Connection

SLICE_BYTES = 8 << 20
SLICE_S = 10.0
SILENCE_S = 60.0
RUN_S = 1800.0
MOST_BYTES = 4 << 30
TOO_LARGE = "too_large"


class Withdrawn(Exception):
    """Nobody waits for this file any more: it was erased while it came."""


@dataclass(slots=True)
class Slices:
    """Pieces as they come, cut where it is time to put them down.

    `error` is why they ended early: what came before it is kept all the same.
    """

    pieces: AsyncIterator[bytes]
    room: int
    until: float
    is_over: bool = False
    error: FetchError | None = None

    async def next(self) -> AsyncIterator[bytes]:
        """Give the pieces of one slice."""
        size, until = 0, time.monotonic() + SLICE_S
        while size < SLICE_BYTES and time.monotonic() < until:
            piece = await self._piece()
            if self.is_over:
                return
            size += len(piece)
            yield piece
        if time.monotonic() > self.until:
            self._end(FetchError("slow"))

    async def _piece(self) -> bytes:
        try:
            async with asyncio.timeout(SILENCE_S):
                piece = await anext(self.pieces, None)
        except FetchError as error:
            return self._end(error)
        except TimeoutError:
            return self._end(FetchError("silent"))
        self.room -= len(piece or b"")
        if piece is None:
            return self._end(None)
        if self.room < 0:
            return self._end(FetchError(TOO_LARGE, permanent=True))
        return piece

    def _end(self, error: FetchError | None) -> bytes:
        self.is_over, self.error = True, error
        return b""


async def bring(
    world: World, job: Job, coming: Media, pieces: AsyncIterator[bytes]
) -> int:
    """Put down what follows the bytes that we hold; return how many there are then.

    Raises FetchError once what came before it is on the disk, and Withdrawn.
    """
    until = time.monotonic() + RUN_S
    slices = Slices(pieces, MOST_BYTES - coming.size, until)
    offset, key = coming.size, Key(coming.key)
    while not slices.is_over:
        length = await world.files.append(coming.id, key, offset, slices.next())
        now = world.clock()
        if not await world.db.write(_note, job, coming.id, offset, length, now):
            raise Withdrawn(coming.id)
        offset = length
    if slices.error is not None:
        raise slices.error
    return offset


def _note(
    tx: Connection, job: Job, name: str, before: int, after: int, now: datetime
) -> bool:
    if before != after:
        jobs.renew(tx, job.id, now)
    return fetches.advance(tx, name, before, after)
