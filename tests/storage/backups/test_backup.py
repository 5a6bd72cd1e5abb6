"""A backup is one moment, is whole, and is restored as it was, on both databases."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage import conversations, inbox, media, uploads
from storage.backups.errors import (
    BackupDamaged,
    FolderTaken,
    NotABackup,
    OtherDatabase,
    TargetNotEmpty,
)
from storage.backups.restore import restore
from storage.backups.take import DATABASE, MEDIA, NOTICE, backup
from storage.crypt import Key, KeyRing
from storage.db import Database, open_database
from storage.files import FileStore
from storage.model.evidence import Media, MediaKind, MediaState
from storage.model.line import Received
from storage.model.upload import Wish
from storage.tables import metadata
from storage.tx import Connection

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
SHA = "ab" * 32


@dataclass
class House:
    """A place to back up, and an empty one to restore into."""

    url: str
    db: Database
    files: FileStore
    target: Path
    other: str
    other_media: Path

    async def backup(self) -> None:
        await backup(self.url, self.db.ring, self.files.root, self.target, NOW)

    async def restore(self, *, force: bool = False) -> bool:
        where = (self.target, self.other, self.db.ring, self.other_media)
        return (await restore(*where, force=force)).is_readable


@pytest.fixture
def house(db: Database, database_url: str, empty_url: str, tmp_path: Path) -> House:
    files, target = FileStore(tmp_path / "media"), tmp_path / "backup"
    return House(database_url, db, files, target, empty_url, tmp_path / "second")


@asynccontextmanager
async def reopened(house: House) -> AsyncIterator[Database]:
    database = await open_database(house.other, house.db.ring)
    yield database
    await database.close()


def everything(tx: Connection) -> dict[str, list[tuple[object, ...]]]:
    return {
        table.name: sorted(
            (tuple(row) for row in tx.execute(sa.select(table))), key=str
        )
        for table in metadata.sorted_tables
    }


def say(tx: Connection, number: int) -> None:
    body = b'{"kind": "said", "text": "l\xe1\xbb\x9di"}'
    received = Received("web", "", f"k{number}", f"visitor-{number % 5}", 0, body, NOW)
    inbox.add(tx, received)


async def told(*pieces: bytes) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


async def show(house: House, content: bytes) -> str:
    """Return the name of a file that a citizen showed."""
    key = Key.new()
    name = await house.files.create(told(content), key)

    def keep(tx: Connection) -> None:
        who = conversations.find_or_open(tx, "web", "", "visitor-0", NOW)
        kind, state, size = MediaKind.OTHER, MediaState.OK, len(content)
        shown = (name, who, kind, state, "", "", size, SHA, key.secret, NOW)
        media.add(tx, Media(*shown))

    await house.db.write(keep)
    return name


async def test_a_restored_place_equals_the_source(house: House) -> None:
    for number in range(20):
        await house.db.write(say, number)
    name = await show(house, b"as received" * 1000)

    await house.backup()
    is_readable = await house.restore()

    assert is_readable
    async with reopened(house) as second:
        assert await second.read(everything) == await house.db.read(everything)
        kept = await second.read(media.load, name)
    assert kept is not None
    store = FileStore(house.other_media)
    pieces = [piece async for piece in store.read(name, Key(kept.key))]
    assert b"".join(pieces) == b"as received" * 1000


async def test_a_backup_while_people_talk_is_one_moment(house: House) -> None:
    async def talk() -> None:
        for number in range(200):
            await house.db.write(say, number)

    talking = asyncio.create_task(talk())
    await house.db.write(say, 200)
    await house.backup()
    was_talking = not talking.done()
    await talking
    await house.restore()

    async with reopened(house) as second:
        rows = (await second.read(everything))["inbox"]
    kept = [row for row in (await house.db.read(everything))["inbox"] if row in rows]
    said = sorted(int(str(row[3])[1:]) for row in rows)
    assert was_talking or len(rows) == 201
    assert kept == rows
    assert said == [*range(len(rows) - 1), 200]


async def test_a_file_on_its_way_goes_on_after_a_restore(house: House) -> None:
    def begin(tx: Connection) -> uploads.Upload:
        who = conversations.find_or_open(tx, "web", "", "visitor-0", NOW)
        wish = Wish("c-1", MediaKind.VIDEO, "", "", 30)
        return uploads.begin(tx, who, wish, NOW)

    upload = await house.db.write(begin)
    name, key = upload.object, Key(upload.key)
    await house.files.append(name, key, 0, told(b"first ten."))
    await house.db.write(uploads.advance, upload.id, 0, 10, NOW)

    await house.backup()
    await house.files.append(name, key, 10, told(b"later ten.", b"and more.."))
    await house.restore()

    second = FileStore(house.other_media)
    assert await second.append(name, key, 10, told(b"other ten.")) == 20
    await second.finish(name, 20)
    assert [p async for p in second.read(name, key)] == [b"first ten.", b"other ten."]


async def test_the_key_ring_is_not_in_it_and_that_is_said(house: House) -> None:
    await house.db.write(say, 1)

    await house.backup()

    found = [path for path in house.target.rglob("*") if path.is_file()]
    secrets = [key.secret for key in house.db.ring.keys.values()]
    for content in (path.read_bytes() for path in found):
        assert not any(s in content or s.hex().encode() in content for s in secrets)
    assert "KHÔNG CÓ CHÙM KHÓA" in (house.target / NOTICE).read_text("utf-8")


async def test_another_ring_restores_but_is_said_not_to_open_it(house: House) -> None:
    await house.backup()
    other = KeyRing({"k1": Key.new()}, "k1")

    restored = await restore(house.target, house.other, other, house.other_media)

    assert not restored.is_readable


async def test_a_place_that_holds_something_is_kept_unless_forced(house: House) -> None:
    await house.backup()
    await house.restore()
    await show(house, b"x")

    with pytest.raises(TargetNotEmpty):
        await house.restore()
    await house.restore(force=True)

    async with reopened(house) as second:
        assert (await second.read(everything))["media"] == []


async def test_a_backup_is_not_written_over_another(house: House) -> None:
    await house.backup()

    with pytest.raises(FolderTaken):
        await house.backup()


@pytest.mark.parametrize("damaged", [DATABASE, NOTICE, MEDIA])
async def test_one_altered_byte_stops_a_restore(house: House, damaged: str) -> None:
    await show(house, b"as received")
    await house.backup()
    part = house.target / damaged
    path = part if part.is_file() else next(p for p in part.rglob("*") if p.is_file())
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.unlink()  # the store's own object may be the same file
    path.write_bytes(content)

    with pytest.raises(BackupDamaged):
        await house.restore()

    assert not house.other_media.exists()


async def test_any_other_folder_or_database_is_refused(house: House) -> None:
    house.target.mkdir()
    with pytest.raises(NotABackup):
        await house.restore()
    house.target.rmdir()
    await house.backup()
    path = house.target / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"database": "other"}))

    with pytest.raises(OtherDatabase):
        await house.restore()
