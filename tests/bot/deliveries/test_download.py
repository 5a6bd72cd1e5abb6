"""A tip handed over by file: whole, on record, and only by who may."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.config import Settings
from bot.deliveries import Order, deliveries
from bot.place import Place
from handlers.package.verify import verify
from handlers.triage import NotNow, NotYours
from storage import audit, claims, handovers, media, tips
from storage.crypt import Key, KeyRing
from storage.db import Database
from storage.files import FileStore
from storage.model.evidence import Media, MediaKind, MediaState
from storage.model.tip import TipStatus
from storage.tx import Connection
from tests.fixtures.told import NOW, STORY, found, hire, talk, tell

CONTENT = b"a photo as it came" * 100_000


@pytest.fixture
def place(db: Database, ring: KeyRing, tmp_path: Path) -> Place:
    return Place(Settings(), ring, db, FileStore(tmp_path / "media"))


async def pieces() -> AsyncIterator[bytes]:
    yield CONTENT


async def shown(place: Place) -> str:
    """Return the name of a photo that the teller showed."""
    key = Key.new()
    name = await place.files.create(pieces(), key)
    digest = await place.files.digest(name, key)
    kind, state, size = MediaKind.PHOTO, MediaState.OK, len(CONTENT)

    def keep(tx: Connection) -> None:
        row = (name, talk(tx), kind, state, "image/jpeg", "ảnh.jpg", size, digest)
        media.add(tx, Media(*row, key.secret, NOW))

    await place.db.write(keep)
    return name


async def test_the_package_is_whole_and_the_hand_over_on_record(
    place: Place, tmp_path: Path
) -> None:
    tip = await place.db.write(tell, media=(await shown(place),))
    who = await place.db.write(hire)

    packed = await deliveries()["download"].deliver(
        place, Order(tip, who, str(tmp_path))
    )

    known = await place.db.read(tips.load, tip)
    (row,) = await place.db.read(handovers.of, tip)
    assert verify(packed.path) == []
    with ZipFile(packed.path) as held:
        assert json.loads(held.read("thong-tin.json"))["story"] == STORY
        assert held.read("tai-lieu/01-anh-anh.jpg") == CONTENT
    assert (row.sha256, row.size, row.by) == (packed.sha256, packed.size, who.name)
    assert known is not None
    assert known.status is TipStatus.HANDED_OVER
    assert (await place.db.read(audit.trail, f"tip:{tip}"))[-1].act == "handed_over"


async def test_what_a_colleague_holds_stays(place: Place, tmp_path: Path) -> None:
    tip = await place.db.write(tell)
    who, other = await place.db.write(hire), await place.db.write(hire, "binh", "Bình")
    await place.db.write(claims.claim, tip, other.id, NOW.replace(year=2999))

    with pytest.raises(NotYours, match=other.name):
        await deliveries()["download"].deliver(place, Order(tip, who, str(tmp_path)))

    assert await place.db.read(handovers.of, tip) == ()


async def test_a_tip_of_another_area_is_not_even_held(
    place: Place, tmp_path: Path
) -> None:
    tip = await place.db.write(tell)
    there = await place.db.write(found, "Ban Chỉ huy Quân sự xã Khác")
    stranger = await place.db.write(hire, "la", "Người Lạ", at=there)

    with pytest.raises(NotNow):
        await deliveries()["download"].deliver(
            place, Order(tip, stranger, str(tmp_path))
        )

    known = await place.db.read(tips.load, tip)
    assert known is not None
    assert known.claimed_by is None
