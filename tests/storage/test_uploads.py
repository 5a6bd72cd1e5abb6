"""Uploads: each step is taken once, by one of those who try."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from storage import conversations, uploads
from storage.db import Database
from storage.model.evidence import MediaKind
from storage.model.upload import Upload, UploadState, Wish

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
WISH = Wish("c-1", MediaKind.PHOTO, "mộ chú Tư.jpg", "image/jpeg", 10, 7)


async def opened(db: Database, address: str = "a") -> int:
    return await db.write(conversations.find_or_open, "web", "", address, NOW)


async def begun(db: Database, wish: Wish = WISH) -> Upload:
    return await db.write(uploads.begin, await opened(db), wish, NOW)


async def state(db: Database, upload: Upload) -> tuple[UploadState, int]:
    loaded = await db.read(uploads.load, upload.id)
    assert loaded is not None
    return loaded.state, loaded.offset


async def test_beginning_twice_is_one_upload(db: Database) -> None:
    first = await begun(db)
    again = await begun(db, replace(WISH, title="another name"))

    assert again == first
    assert first.wish == WISH
    assert (first.offset, first.state) == (0, UploadState.OPEN)


async def test_the_same_client_id_of_another_visitor_is_another_upload(
    db: Database,
) -> None:
    mine = await begun(db)
    theirs = await db.write(uploads.begin, await opened(db, "b"), WISH, NOW)

    assert theirs.id != mine.id
    assert theirs.key != mine.key


async def test_only_who_stands_at_the_offset_advances(db: Database) -> None:
    upload = await begun(db)

    assert await db.write(uploads.advance, upload.id, 0, 4, NOW)
    assert not await db.write(uploads.advance, upload.id, 0, 5, NOW)

    assert await state(db, upload) == (UploadState.OPEN, 4)


async def test_a_closed_upload_takes_no_more_and_is_shown_once(db: Database) -> None:
    upload = await begun(db)

    assert await db.write(uploads.close, upload.id, UploadState.WHOLE, NOW)
    assert not await db.write(uploads.close, upload.id, UploadState.BROKEN, NOW)
    assert not await db.write(uploads.advance, upload.id, 0, 4, NOW)
    assert await db.write(uploads.complete, upload.id, NOW)
    assert not await db.write(uploads.complete, upload.id, NOW)

    assert await state(db, upload) == (UploadState.DONE, 0)
    assert not await db.write(uploads.drop, upload.id)
    assert not await db.write(uploads.restart, upload, NOW)


async def test_who_comes_back_to_a_cut_upload_begins_a_second_object(
    db: Database,
) -> None:
    upload = await begun(db)
    await db.write(uploads.advance, upload.id, 0, 4, NOW)
    await db.write(uploads.close, upload.id, UploadState.BROKEN, NOW)
    await db.write(uploads.complete, upload.id, NOW)

    assert await state(db, upload) == (UploadState.CUT, 4)
    assert await db.write(uploads.restart, upload, LATER)

    second = await db.read(uploads.load, upload.id)
    assert second is not None
    assert (second.state, second.offset) == (UploadState.OPEN, 0)
    assert second.object != upload.object
    assert second.key != upload.key


async def test_recordings_are_given_up_sooner_than_files(db: Database) -> None:
    voice = replace(WISH, client_id="c-2", kind=MediaKind.VOICE, size=None)
    recording, file = await begun(db, voice), await begun(db)

    early = await db.read(uploads.stale, LATER, NOW)
    late = await db.read(uploads.stale, LATER, LATER)
    none = await db.read(uploads.stale, NOW, NOW)

    assert early == (recording,)
    assert {upload.id for upload in late} == {recording.id, file.id}
    assert none == ()


async def test_what_was_taken_back_no_longer_counts(db: Database) -> None:
    upload = await begun(db)
    assert await db.read(uploads.open_count, upload.conversation) == 1

    assert await db.write(uploads.drop, upload.id)

    assert await db.read(uploads.open_count, upload.conversation) == 0
    assert await db.read(uploads.load, upload.id) is None
