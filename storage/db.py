"""A database, SQLite or PostgreSQL, behind two verbs: read and write.

Functions of this package are synchronous and take the transaction first. On PostgreSQL
they run through asyncpg's connection; on SQLite in threads of our own, since a hop per
statement costs more than the statement (aiosqlite: 232 conversation turns a second with
FULL, a dedicated thread: 1,171; infra measurements, section 4).
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import Connection, make_url

from storage.bell import Bell
from storage.crypt import KeyRing
from storage.errors import StorageClosed
from storage.postgresql import PostgreSQL
from storage.sqlite import SQLite

P = ParamSpec("P")
T = TypeVar("T")


class Engine(Protocol):
    """What a database must do for us."""

    bell: Bell

    async def read(self, work: Callable[[Connection], T]) -> T: ...

    async def write(
        self, work: Callable[[Connection], T], rings: Sequence[str]
    ) -> T: ...

    async def close(self) -> None: ...


class Database:
    """An open database; `bell` says that somebody wrote something worth a look."""

    def __init__(self, engine: Engine, ring: KeyRing) -> None:
        self._engine = engine
        self._is_closed = False
        self.ring = ring
        self.bell = engine.bell

    async def read(
        self,
        function: Callable[Concatenate[Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Return what `function` reads, from one consistent view."""
        return await self._open().read(lambda tx: function(tx, *args, **kwargs))

    async def write(
        self,
        function: Callable[Concatenate[Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Return what `function` returns, once all it wrote is durable."""
        return await self._open().write(lambda tx: function(tx, *args, **kwargs), ())

    async def announce(
        self,
        topics: Sequence[str],
        function: Callable[Concatenate[Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Write, and ring these bells in every process once it is durable."""
        return await self._open().write(
            lambda tx: function(tx, *args, **kwargs), topics
        )

    async def close(self) -> None:
        """Let what was begun come to its end; from now on nothing begins."""
        self._is_closed = True
        await self._engine.close()

    def _open(self) -> Engine:
        # SQLite's writer is gone then: whoever wrote would wait for ever.
        if self._is_closed:
            raise StorageClosed
        return self._engine


async def open_database(url: str, ring: KeyRing) -> Database:
    """Return the database at `url`; its tables are the migrations' business."""
    bell = Bell(asyncio.get_running_loop())
    backend = make_url(url).get_backend_name()
    engine: Engine
    if backend == "sqlite":
        engine = SQLite(url, ring, bell)
    else:
        engine = PostgreSQL(url, ring, bell)
        await engine.listen()
    return Database(engine, ring)
