"""A commit is on the disk before it is answered; one process holds an embedded file."""

import asyncio
import re
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from storage import migrate as migrating
from storage.crypt import KeyRing
from storage.db import Database, open_database
from storage.tables import metadata
from tests.fixtures.means import lacking
from tests.fixtures.office import office

FULL = 2
STRACE = ("strace", "-f", "-y", "-e", "trace=write,fsync,fdatasync", "-o")
WRITES = """
import asyncio, os, sys
from pathlib import Path
import sqlalchemy as sa
from storage import agencies, crypt
from storage.db import open_database

async def main(path):
    ring = crypt.load(Path(path).parent / "keyring")
    db = await open_database(f"sqlite+aiosqlite:///{path}", ring)
    os.write(1, b"asked")
    await db.write(agencies.first)
    os.write(1, b"kept")
    await db.close()

asyncio.run(main(sys.argv[1]))
"""


@pytest.fixture
async def sqlite(
    sqlite_template: Path, tmp_path: Path, ring: KeyRing
) -> AsyncIterator[Database]:
    path = shutil.copy(sqlite_template, tmp_path / "manhmoi.db")
    database = await open_database(f"sqlite+aiosqlite:///{path}", ring)
    yield database
    await database.close()


async def test_the_writer_of_sqlite_waits_for_the_disk(sqlite: Database) -> None:
    assert await sqlite.write(_pragma, "synchronous") == FULL
    assert await sqlite.write(_pragma, "journal_mode") == "wal"
    assert await sqlite.write(_pragma, "foreign_keys") == 1


async def test_readers_see_what_was_committed_before_they_began(
    sqlite: Database,
) -> None:
    assert await sqlite.read(_pragma, "synchronous") == FULL


def test_a_commit_is_synced_before_it_is_answered(
    sqlite_template: Path, tmp_path: Path
) -> None:
    if shutil.which("strace") is None:
        lacking("strace", "install Debian's strace")
    path, trace = tmp_path / "manhmoi.db", tmp_path / "trace"
    shutil.copy(sqlite_template, path)

    subprocess.run(
        [*STRACE, trace, sys.executable, "-c", WRITES, path],
        check=True,
        stdout=subprocess.DEVNULL,
    )

    told = trace.read_text()
    between = told[told.index('"asked"') : told.index('"kept"')]
    assert re.search(r"(fsync|fdatasync)\(\d+<[^>]*manhmoi\.db-wal>", between)


async def test_a_second_serve_on_one_sqlite_refuses_in_one_sentence(
    tmp_path: Path,
) -> None:
    async with office(tmp_path) as served:
        second = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "serve"),
            env=served.environ() | {"MANHMOI_PORT": "0"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        out, refusal = await second.communicate()

    assert second.returncode == 1
    assert out == b""
    assert re.fullmatch(
        rb"Another `manhmoi serve` already uses .*; stop it first\.\n", refusal
    )


async def test_the_migrations_make_the_tables_and_take_them_away(
    empty_url: str, ring: KeyRing
) -> None:
    await migrating.migrate(empty_url, ring)
    await migrating.migrate(empty_url, ring)
    assert await _looked_at(empty_url, ring, _differences) == []

    await migrating.migrate(empty_url, ring, "base")

    assert await _looked_at(empty_url, ring, _tables) == ["alembic_version"]


async def _looked_at(url: str, ring: KeyRing, look: object) -> object:
    db = await open_database(url, ring)
    try:
        return await db.read(look)
    finally:
        await db.close()


def _pragma(tx: Connection, name: str) -> object:
    return tx.exec_driver_sql(f"PRAGMA {name}").scalar()


def _differences(tx: Connection) -> list[object]:
    return compare_metadata(MigrationContext.configure(tx), metadata)


def _tables(tx: Connection) -> list[str]:
    return sa.inspect(tx).get_table_names()
