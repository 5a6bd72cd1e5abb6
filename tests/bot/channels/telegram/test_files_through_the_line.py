"""Files from Telegram through a served process: here, or a gap that is told."""

import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from bot.config import Settings
from bot.place import opened
from bot.roles import Role
from bot.serving import running
from storage import media
from storage.crypt import Key
from storage.model.evidence import Media, MediaKind, MediaState
from storage.tables import conversation
from tests.fakes.telegram import TOKEN
from tests.fakes.telegram import Telegram as Fake
from tests.fixtures.uploading import jpeg

Files = list[tuple[Media, bytes]]


@pytest.fixture
def settings(tmp_path: Path, fake: Fake) -> Settings:
    return Settings(
        data_dir=tmp_path,
        port=0,
        telegram_token=TOKEN,
        telegram_api_url=fake.url,
        telegram_mode="polling",
        telegram_chat_pause=0,
    )


async def test_an_album_is_fetched_whole_while_nobody_has_agreed_yet(
    settings: Settings, fake: Fake
) -> None:
    photos = [jpeg(side) for side in range(64, 74)]
    chat = fake.chat(7)

    async with running(settings, Role):
        for photo in photos:
            chat.show("photo", photo, album="a1")
        await chat.hears()
        await _until_fetched(settings, 10)

    files = await _files(settings)
    assert sorted(content for _, content in files) == sorted(photos)
    assert {(one.state, one.kind) for one, _ in files} == {
        (MediaState.OK, MediaKind.PHOTO)
    }


async def test_a_file_of_25_mb_is_a_gap_and_its_sender_is_told(
    settings: Settings, fake: Fake
) -> None:
    chat = fake.chat(7)

    async with running(settings, Role):
        chat.show("video", b"film", size=25 << 20, file_name="phim.mp4")
        await chat.hears()
        told = await chat.hears()

    ((gap, content),) = await _files(settings)
    assert "video" in told["text"]
    assert "lớn quá" in told["text"]
    assert (gap.state, gap.title, content) == (MediaState.TOO_LARGE, "phim.mp4", b"")


async def _until_fetched(settings: Settings, count: int) -> None:
    async with asyncio.timeout(20):
        while sum(f.is_here for f, _ in await _files(settings)) < count:  # noqa: ASYNC110 - rows tell it
            await asyncio.sleep(0.2)


async def _files(settings: Settings) -> Files:
    """Return every file of the installation with its bytes."""
    async with opened(settings, migrating=False) as place:
        held = await place.db.read(_held)
        return [
            (one, b"".join([p async for p in place.files.read(one.id, Key(one.key))]))
            if one.is_here
            else (one, b"")
            for one in held
        ]


def _held(tx: Connection) -> list[Media]:
    whose = tx.execute(sa.select(conversation.c.id)).scalars().all()
    return [one for which in whose for one in media.of_conversation(tx, which)]
