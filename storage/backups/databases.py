"""A moment of the database as one file, and that file as a database again.

SQLite by its online backup, PostgreSQL by pg_dump inside a snapshot that we export: both
while people write. What the moment refers to in the media store is read from the moment.
"""

import asyncio
import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Protocol

import sqlalchemy as sa

from storage import postgresql
from storage.backups import objects
from storage.backups.errors import NothingKept, TargetNotEmpty, ToolFailed, ToolMissing
from storage.backups.objects import Wanted
from storage.crypt import KeyRing


class Source(Protocol):
    """A database that can be taken down to a file and put back."""

    kind: str

    async def save(self, path: Path) -> tuple[Wanted, ...]:
        """Write a moment to `path`; return the objects that it refers to."""

    async def check_empty(self) -> None:
        """Raise TargetNotEmpty if something is in it."""

    async def load(self, path: Path) -> None:
        """Replace what is there by the moment in `path`."""


def at(url: str, ring: KeyRing) -> Source:
    """Return the database at `url`."""
    if sa.make_url(url).get_backend_name() == "sqlite":
        return SQLiteFile(Path(sa.make_url(url).database or ""))
    return PostgreSQLServer(url, ring)


class SQLiteFile:
    """An SQLite file; a server may be writing to it."""

    kind = "sqlite"

    def __init__(self, path: Path) -> None:
        self._path = path

    async def save(self, path: Path) -> tuple[Wanted, ...]:
        if not self._path.exists():
            raise NothingKept(self._path)
        await asyncio.to_thread(self._copy, path)
        return await asyncio.to_thread(_wanted_in, path)

    async def check_empty(self) -> None:
        if self._path.exists():
            raise TargetNotEmpty(self._path)

    async def load(self, path: Path) -> None:
        await asyncio.to_thread(self._replace, path)

    def _copy(self, path: Path) -> None:
        # In one step: a reader of WAL neither stops the writer nor sees half of it.
        reading = sqlite3.connect(f"{self._path.resolve().as_uri()}?mode=rw", uri=True)
        with contextlib.closing(reading), contextlib.closing(_new(path)) as made:
            reading.backup(made)
            made.execute("PRAGMA journal_mode=DELETE")  # one file, without a log

    def _replace(self, path: Path) -> None:
        fresh = self._path.with_name(f"{self._path.name}.restoring")
        fresh.unlink(missing_ok=True)
        objects.place(path, fresh, may_link=False)
        # The log of the old file must never be played into the new one.
        for ending in ("-wal", "-shm"):
            Path(f"{self._path}{ending}").unlink(missing_ok=True)
        fresh.replace(self._path)


class PostgreSQLServer:
    """A database of a PostgreSQL server, by the server's own tools."""

    kind = "postgresql"

    def __init__(self, url: str, ring: KeyRing) -> None:
        self._url = url
        self._ring = ring

    async def save(self, path: Path) -> tuple[Wanted, ...]:
        engine = postgresql.engine(self._url, self._ring)
        try:
            async with engine.connect() as plain:
                tx = await plain.execution_options(isolation_level="REPEATABLE READ")
                # We idle while pg_dump works, which our own limits would end.
                await tx.execute(sa.text("SET idle_in_transaction_session_timeout=0"))
                exported = sa.select(sa.func.pg_export_snapshot())
                snapshot = (await tx.execute(exported)).scalar_one()
                await self._run(
                    "pg_dump", "-Fc", f"--snapshot={snapshot}", f"--file={path}"
                )
                return await tx.run_sync(objects.wanted)
        finally:
            await engine.dispose()

    async def check_empty(self) -> None:
        if await self._tables():
            raise TargetNotEmpty(f"database {sa.make_url(self._url).database}")

    async def load(self, path: Path) -> None:
        for_real = ("--exit-on-error", "--single-transaction", "--no-owner")
        clean = ("--clean", "--if-exists") if await self._tables() else ()
        await self._run("pg_restore", *for_real, "--no-privileges", *clean, str(path))

    async def _tables(self) -> list[str]:
        engine = postgresql.engine(self._url, self._ring)
        try:
            async with engine.connect() as tx:
                return await tx.run_sync(lambda tx: sa.inspect(tx).get_table_names())
        finally:
            await engine.dispose()

    async def _run(self, program: str, *arguments: str) -> None:
        found = shutil.which(program)
        if found is None:
            raise ToolMissing(program)
        async with _address(self._url) as address:
            running = await asyncio.create_subprocess_exec(
                found,
                f"--dbname={address}",
                *arguments,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.PIPE,
            )
            _, said = await running.communicate()
        if running.returncode:
            raise ToolFailed(program, said.decode(errors="replace"))


@contextlib.asynccontextmanager
async def _address(url: str) -> AsyncIterator[str]:
    """Lend the address for libpq; the password in a file, for `ps` shows arguments."""
    plain = sa.make_url(url).set(drivername="postgresql")
    if plain.password is None:
        yield plain.render_as_string()
        return
    with tempfile.NamedTemporaryFile("w", prefix="pgpass-", encoding="utf-8") as file:
        escaped = plain.password.replace("\\", "\\\\").replace(":", "\\:")
        file.write(f"*:*:*:*:{escaped}\n")
        file.flush()
        bare = plain.set(password=None).update_query_dict({"passfile": file.name})
        yield bare.render_as_string()


def _new(path: Path) -> sqlite3.Connection:
    path.touch(mode=0o600, exist_ok=False)
    return sqlite3.connect(path)


def _wanted_in(path: Path) -> tuple[Wanted, ...]:
    engine = sa.create_engine(f"sqlite+pysqlite:///{path}")
    try:
        with engine.connect() as tx:
            return objects.wanted(tx)
    finally:
        engine.dispose()
