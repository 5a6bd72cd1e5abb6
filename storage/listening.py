"""Listening on PostgreSQL for the bells of other processes, whatever becomes of the server.

A lost connection comes back by itself. Meanwhile the loops look every second or so; only
a page that waits for an answer would notice, so all bells ring once we hear again.
"""

import asyncio
import contextlib
from typing import Any, TypeAlias

import asyncpg
import structlog

from storage.bell import Bell

CHANNEL = "manhmoi"
PAUSE = 1.0
# A server that vanished without a word is found out by asking.
ASK_EVERY = 30.0
PATIENCE = 5.0
LOST = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError)

log = structlog.get_logger()

Connection: TypeAlias = "asyncpg.Connection[Any]"


class Listener:
    """One connection that listens, and what keeps it up."""

    def __init__(self, dsn: str, bell: Bell) -> None:
        self._dsn = dsn
        self._bell = bell
        self._connection: Connection | None = None
        self._is_lost = asyncio.Event()
        self._staying: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Listen from now on; raises where there is no server yet."""
        self._connection = await self._connect()
        self._staying = asyncio.create_task(self._stay(self._connection))

    async def close(self) -> None:
        if self._staying is not None:
            self._staying.cancel()
            await asyncio.wait({self._staying})
        if self._connection is not None:
            await _leave(self._connection)

    async def _stay(self, connection: Connection) -> None:
        while True:
            await self._until_lost(connection)
            log.warning("bell.lost")
            await _leave(connection)
            self._connection = connection = await self._come_back()
            log.info("bell.heard_again")
            self._bell.ring_all()

    async def _until_lost(self, connection: Connection) -> None:
        while not self._is_lost.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._is_lost.wait(), ASK_EVERY)
            if not await _answers(connection):
                return

    async def _come_back(self) -> Connection:
        while True:
            await asyncio.sleep(PAUSE)
            with contextlib.suppress(*LOST):
                return await self._connect()

    async def _connect(self) -> Connection:
        self._is_lost.clear()
        connection: Connection = await asyncpg.connect(self._dsn, timeout=PATIENCE)
        connection.add_termination_listener(lambda _: self._is_lost.set())
        try:
            await connection.add_listener(CHANNEL, self._heard)
        except BaseException:  # also when we are told to end just now
            connection.terminate()
            raise
        return connection

    def _heard(self, _connection: Any, _pid: int, _channel: str, rung: object) -> None:
        for topic in str(rung).split():
            self._bell.ring(topic)


async def _answers(connection: Connection) -> bool:
    try:
        await connection.execute("SELECT 1", timeout=PATIENCE)
    except LOST:
        return False
    return True


async def _leave(connection: Connection) -> None:
    with contextlib.suppress(*LOST):
        await connection.close(timeout=PATIENCE)
