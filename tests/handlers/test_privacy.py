"""One person's telling is erased: nothing of it is found again, on either database."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest
import sqlalchemy as sa

from bot.channels import channels
from bot.demo.stories import SEND, SKETCH, Pin
from bot.demo.telling import tell
from bot.loops.inbox import Inbox
from bot.reading import Reading
from bot.roles import setting_of
from handlers import privacy
from handlers.privacy import NobodyFound, NoGround, Wish
from handlers.world import World
from nlp.lexicon import Lexicon
from storage import (
    audit,
    callbacks,
    claims,
    corrections,
    exports,
    lines,
    notes,
    tips,
    work,
)
from storage.corrections import Correction
from storage.db import Database
from storage.files import FileStore
from storage.model.tip import Tip, TipStatus
from storage.sqlite import scrub
from storage.tables import metadata
from storage.tx import Connection
from tests.fixtures.told import hire

WRITTEN = "Ông Quỳnh ở bản Nà Dấu"  # in whatever an officer writes on the tip
MARKS = ("Quỳnhmarker", "Suối Dấu Vết", "912000777", "so-do.png", WRITTEN)
STORY = (
    "Tôi là Lò Văn Quỳnhmarker, năm 1972 chôn anh Vừ Quỳnhmarker ở Suối Dấu Vết",
    "đồng ý",
    SKETCH,
    Pin(16.6612, 107.0385),
    "xong",
    "0912 000 777",
    SEND,
)
OTHER = ("Tôi biết mộ anh Nguyễn Văn Còn ở xã Triệu Nguyên", "đồng ý", SEND)
WISH = Wish(
    "0912 000 777", "Yêu cầu của người kể, Điều 16 Luật 91/2025/QH15", "staff:1"
)


@pytest.fixture
def world(db: Database, tmp_path: Path) -> World:
    return World(db, FileStore(tmp_path / "media"), lambda: datetime.now(UTC))


@pytest.fixture
async def told(world: World) -> World:
    reading = Reading(Lexicon.load())
    inbox = Inbox(world.db, setting_of(channels(), UTC), reading, world.clock)
    await tell(world, inbox, STORY)
    await tell(world, inbox, OTHER)
    reading.close()
    await world.db.write(work_on, (await world.db.read(exports.ids, True))[0])
    return world


def work_on(tx: Connection, made: int) -> None:
    """Do to a tip all that an officer can write words about."""
    an, ba, now = hire(tx), hire(tx, "ba"), datetime.now(UTC)
    right = Correction("unit", WRITTEN, WRITTEN)
    notes.add(tx, made, an.id, WRITTEN, now)
    assert corrections.correct(tx, load(tx, made), right, an.id, now)
    assert work.ask(tx, load(tx, made), WRITTEN, "Ban CHQS", an.id, now)
    assert work.decide(tx, load(tx, made), TipStatus.VERIFIED, WRITTEN, an.id, now)
    assert claims.claim(tx, made, an.id, now)
    assert claims.take_over(tx, made, ba.id, an.id, WRITTEN, now)
    for tip_id in (made, None):
        where = load(tx, made).conversation
        call = callbacks.file(tx, where, tip_id, "+84912000777", "any", "", now)
        assert callbacks.close(tx, call, an, WRITTEN, now)


def load(tx: Connection, made: int) -> Tip:
    known = tips.load(tx, made)
    assert known is not None
    return known


def everything(tx: Connection) -> Iterator[str]:
    for table in metadata.sorted_tables:
        for row in tx.execute(sa.select(table)):
            for value in row:
                yield value.hex() if isinstance(value, bytes) else str(value)


def pages(path: Path) -> bytes:
    """Return the raw bytes of the database and of its log."""
    return path.read_bytes() + path.with_name(f"{path.name}-wal").read_bytes()


async def files_of(database_url: str) -> list[Path]:
    """Write a database of PostgreSQL anew, as our guide says; return its files."""
    server = sa.make_url(database_url).set(drivername="postgresql")
    plain = await asyncpg.connect(server.render_as_string(hide_password=False))
    await plain.execute("VACUUM FULL")
    await plain.execute("CHECKPOINT")
    folder, number = await plain.fetchrow(
        "SELECT current_setting('data_directory'), oid FROM pg_database "
        "WHERE datname = current_database()"
    )
    await plain.close()
    return list((Path(folder) / "base" / str(number)).iterdir())


async def test_nothing_is_left_but_the_tombstone(told: World) -> None:
    chosen = await told.db.read(exports.ids, True)
    known = await told.db.read(tips.load, chosen[0])

    count = await privacy.erase(told, WISH)

    rest = "\n".join(await told.db.read(lambda tx: list(everything(tx))))
    assert count == 1
    assert known is not None
    assert [mark for mark in MARKS if mark in rest] == []
    assert WISH.ground in rest
    assert await told.db.read(tips.load, chosen[0]) is None
    assert await told.db.read(lines.after, known.conversation) == ()
    assert await told.db.read(audit.verify, f"tip:{chosen[0]}")
    assert [path for path in told.files.root.rglob("*") if path.is_file()] == []


async def test_others_keep_all_they_told(told: World) -> None:
    await privacy.erase(told, WISH)

    (left,) = await told.db.read(exports.ids, True)
    known = await told.db.read(tips.load, left)
    assert known is not None
    assert "Nguyễn Văn Còn" in known.story


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_the_file_of_sqlite_holds_no_old_page(
    told: World, database_url: str
) -> None:
    await privacy.erase(told, WISH)

    scrub(database_url)

    path = Path(sa.make_url(database_url).database or "")
    assert [mark for mark in MARKS if mark.encode() in pages(path)] == []
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
async def test_the_files_of_postgresql_hold_no_old_page_once_written_anew(
    told: World, database_url: str
) -> None:
    await privacy.erase(told, WISH)

    rest = b"".join(path.read_bytes() for path in await files_of(database_url))
    assert WISH.ground.encode() in rest
    assert [mark for mark in MARKS if mark.encode() in rest] == []


async def test_an_erasure_needs_a_ground(told: World) -> None:
    for ground in ("", " \n"):
        with pytest.raises(NoGround):
            await privacy.erase(told, replace(WISH, ground=ground))

    assert len(await told.db.read(exports.ids, True)) == 2


async def test_nobody_is_erased_by_a_wrong_code_or_number(told: World) -> None:
    with pytest.raises(NobodyFound):
        await privacy.erase(told, Wish("000 000 001", "ground", "staff:1"))
    with pytest.raises(NobodyFound):
        await privacy.erase(told, Wish("0912 000 778", "ground", "staff:1"))
