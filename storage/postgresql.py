"""PostgreSQL through asyncpg: many connections, row locks, NOTIFY as a hint."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.bell import Bell
from storage.crypt import KeyRing
from storage.errors import StorageBusy, StorageFull
from storage.listening import CHANNEL, Listener

POOL = 8
TRIES = 4
LAST_S = 10.0  # for what is under way when we close
AGAIN = ("40001", "40P01")  # serialization failure, deadlock
FULL = ("53100",)
SETTINGS = {
    "application_name": "manhmoi",
    "statement_timeout": "60000",
    "idle_in_transaction_session_timeout": "60000",
    "lock_timeout": "15000",
}

T = TypeVar("T")


class PostgreSQL:
    """A pool of connections; the server does the locking."""

    def __init__(self, url: str, ring: KeyRing, bell: Bell) -> None:
        self.bell = bell
        self._engine = engine(url, ring)
        # One view for all statements of a read, else a line between two of them is lost.
        self._reads = self._engine.execution_options(isolation_level="REPEATABLE READ")
        plain = sa.make_url(url).set(drivername="postgresql")
        self._listener = Listener(plain.render_as_string(hide_password=False), bell)

    async def read(self, work: Callable[[Connection], T]) -> T:
        async with self._reads.connect() as tx:
            return await tx.run_sync(work)

    async def write(self, work: Callable[[Connection], T], rings: Sequence[str]) -> T:
        for attempt in range(1, TRIES + 1):
            try:
                return await self._write_once(work, rings)
            except DBAPIError as error:
                code = getattr(error.orig, "sqlstate", None)
                if code in FULL:
                    raise StorageFull from error
                if code not in AGAIN:
                    raise
                if attempt == TRIES:
                    raise StorageBusy from error
        raise AssertionError("the loop returns or raises")

    async def listen(self) -> None:
        """Start to hear the bells of other processes."""
        await self._listener.start()

    async def close(self) -> None:
        """Let what was begun come to its end: a connection lent out would stay open."""
        await self._listener.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_S):
                while self._lent():  # noqa: ASYNC110 - the pool rings no bell
                    await asyncio.sleep(0.01)
        await self._engine.dispose()

    def _lent(self) -> int:
        pool = self._engine.pool
        return pool.checkedout() if isinstance(pool, sa.QueuePool) else 0

    async def _write_once(
        self, work: Callable[[Connection], T], rings: Sequence[str]
    ) -> T:
        async with self._engine.begin() as tx:
            value = await tx.run_sync(work)
            if rings:
                await tx.execute(sa.select(sa.func.pg_notify(CHANNEL, " ".join(rings))))
        for topic in rings:
            self.bell.ring(topic)
        return value


def engine(url: str, ring: KeyRing) -> AsyncEngine:
    """Return an asynchronous engine with our limits on waiting."""
    return create_async_engine(
        url,
        execution_options={"ring": ring},
        pool_size=POOL,
        max_overflow=POOL,
        pool_pre_ping=True,
        connect_args={"server_settings": SETTINGS},
    )
