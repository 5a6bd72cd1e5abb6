"""Rows of media: nothing in them opens without the conversation's key."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from storage import conversations, media, tips
from storage.crypt import Key
from storage.db import Database
from storage.model.evidence import Location, Media, MediaKind, MediaState, Shot
from storage.model.staff import Staff
from storage.tables import agency
from storage.tables import conversation as table
from storage.tables import media as media_table
from tests.fixtures.told import TELLING, hire, talk, tell, tell_more

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def photo_of(conversation: int) -> Media:
    return Media(
        id="aa" * 16,
        conversation=conversation,
        kind=MediaKind.PHOTO,
        state=MediaState.OK,
        mime="image/jpeg",
        title="mộ chú Tư.jpg",
        size=10,
        sha256=sha256(b"a photo").hexdigest(),
        key=Key.new().secret,
        received_at=NOW,
    )


@pytest.fixture
async def photo(db: Database) -> Media:
    opened = await db.write(conversations.find_or_open, "web", "", "a", NOW)
    kept = photo_of(opened)
    await db.write(media.add, kept)
    return kept


async def test_it_gives_back_what_was_added(db: Database, photo: Media) -> None:
    second = replace(photo, id="bb" * 16, duration_s=3.5, text="lời")
    await db.write(media.add, second)

    assert await db.read(media.load, photo.id) == photo
    both = await db.read(media.of_conversation, photo.conversation)
    assert both == (photo, second)
    assert await db.read(media.load, "cc" * 16) is None


async def test_title_and_key_are_sealed(db: Database, photo: Media) -> None:
    def raw(tx: Connection) -> bytes:
        row = tx.execute(sa.select(media_table)).one()
        return repr(tuple(row)).encode()

    assert photo.title.encode() not in await db.read(raw)
    assert repr(photo.key).encode() not in await db.read(raw)


async def test_a_file_has_one_preview(db: Database, photo: Media) -> None:
    assert await db.write(media.set_preview, photo.id, "dd" * 16, b"k" * 32)
    assert not await db.write(media.set_preview, photo.id, "ee" * 16, b"l" * 32)

    loaded = await db.read(media.load, photo.id)
    assert loaded == replace(photo, preview="dd" * 16, preview_key=b"k" * 32)
    assert await db.read(media.known_objects) == {photo.id, "dd" * 16}


async def test_readers_add_what_they_found(db: Database, photo: Media) -> None:
    await db.write(media.set_state, photo.id, MediaState.UNREADABLE)
    assert not await db.write(media.set_state, photo.id, MediaState.TRUNCATED)
    await db.write(media.set_text, photo.id, "Tổ quốc ghi công")
    shot = Shot(16.655, 106.73, 12.5, datetime(2026, 3, 2, 9, 5), NOW)  # noqa: DTZ001 - a camera knows no zone
    await db.write(media.set_shot, photo.id, shot)

    words, state = "Tổ quốc ghi công", MediaState.UNREADABLE
    found = replace(photo, state=state, text=words, shot=shot)
    assert await db.read(media.load, photo.id) == found


async def test_copies_are_found_across_conversations(
    db: Database, photo: Media
) -> None:
    other = await db.write(conversations.find_or_open, "web", "", "b", NOW)
    copy = replace(photo, id="bb" * 16, conversation=other)
    await db.write(media.add, copy)
    await db.write(media.add, replace(copy, id="cc" * 16, sha256="00" * 32))

    assert await db.read(media.copies, photo.id) == (copy.id,)


async def test_an_erased_file_is_no_file(db: Database, photo: Media) -> None:
    def erase(tx: Connection) -> None:
        tx.execute(sa.update(media_table).values(key_cell=None, title_cell=None))
        tx.execute(sa.update(table).values(key_cell=None))

    await db.write(erase)

    assert await db.read(media.load, photo.id) is None
    assert await db.read(media.of_conversation, photo.conversation) == ()


async def test_where_a_photo_was_taken_is_a_place_of_its_tip(db: Database) -> None:
    def file(tx: Connection) -> int:
        received = replace(photo_of(talk(tx)), id="cc" * 16)
        media.add(tx, received)
        media.set_shot(tx, received.id, Shot(16.655, 106.73, 12.5))
        return tell(tx, media=(received.id,))

    made = await db.write(file)
    await db.write(tell_more, made)
    held = await db.read(tips.load, made)

    assert held is not None
    where = f"media:{held.media[0].sha256}"
    by_camera = Location(16.655, 106.73, 12.5, "exif", where)
    assert held.locations == (*TELLING.locations, by_camera)


async def test_staff_open_files_of_tips_in_their_own_area_only(db: Database) -> None:
    def file(tx: Connection) -> tuple[int, Staff, Staff]:
        here = hire(tx)
        other = tx.execute(
            sa.insert(agency)
            .values(name="Ban khác", level="commune")
            .returning(agency.c.id)
        ).scalar_one()
        there = hire(tx, "binh", at=other)
        media.add(tx, replace(photo_of(talk(tx)), id="cc" * 16))
        return tell(tx, media=("cc" * 16,)), here, there

    made, here, there = await db.write(file)

    assert await db.read(media.open_to, here, made, "cc" * 16) is not None
    assert await db.read(media.open_to, there, made, "cc" * 16) is None
    assert await db.read(media.open_to, here, made + 1, "cc" * 16) is None
    assert await db.read(media.open_to, here, made, "dd" * 16) is None
