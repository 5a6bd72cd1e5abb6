"""PostgreSQL through asyncpg: many connections, row locks, NOTIFY as a hint."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import asyncpg
import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.bell import Bell
from storage.crypt import KeyRing
from storage.errors import StorageBusy, StorageFull

CHANNEL = "manhmoi"
POOL = 8
TRIES = 4
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
        self._url = url
        self._engine = engine(url, ring)
        # One view for all statements of a read, else a line between two of them is lost.
        self._reads = self._engine.execution_options(isolation_level="REPEATABLE READ")
        self._listener: asyncpg.Connection[Any] | None = None

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
        plain = sa.make_url(self._url).set(drivername="postgresql")
        self._listener = await asyncpg.connect(
            plain.render_as_string(hide_password=False)
        )
        await self._listener.add_listener(CHANNEL, self._heard)

    async def close(self) -> None:
        if self._listener is not None:
            with contextlib.suppress(OSError, asyncpg.PostgresError, TimeoutError):
                await asyncio.wait_for(self._listener.close(), 5)
        await self._engine.dispose()

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

    def _heard(self, _connection: Any, _pid: int, _channel: str, rung: object) -> None:
        for topic in str(rung).split():
            self.bell.ring(topic)


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
