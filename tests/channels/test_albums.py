"""Ten photos with time between them, through a whole process: one tip, ten items."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from operator import contains
from pathlib import Path
from typing import Any

import pytest

from bot.config import Settings
from bot.place import opened
from tests.fakes import zalo as zalos
from tests.fakes.telegram import TOKEN, telegram
from tests.fixtures.office import Office, office
from tests.fixtures.telling import CODE, agree, answer, story, whole
from tests.fixtures.tongues import OnTelegram, OnZalo, Tongue
from tests.fixtures.uploading import jpeg

NUMBER, PHOTOS = 7, 10
ALBUM = "album-1"


@dataclass(frozen=True)
class Scene:
    """A served office, who tells, how he shows a photo, and all that he has heard."""

    office: Office
    teller: Tongue
    show: Callable[[bytes], object]
    heard: Callable[[], Sequence[object]]


@asynccontextmanager
async def on_telegram(folder: Path) -> AsyncIterator[Scene]:
    async with telegram() as fake:
        told = {
            "telegram_token": TOKEN,
            "telegram_api_url": fake.url,
            "telegram_mode": "webhook",
        }
        async with office(folder, settings=told) as served:
            chat = fake.chat(NUMBER)

            def show(photo: bytes) -> int:
                return chat.show("photo", photo, album=ALBUM)

            yield Scene(served, OnTelegram(chat), show, lambda: chat.heard)


@asynccontextmanager
async def on_zalo(folder: Path) -> AsyncIterator[Scene]:
    """Zalo names no album: only time says that photos belong together."""
    async with (
        zalos.zalo() as fake,
        office(folder, settings=zalos.settings(fake)) as served,
    ):
        fake.hook(f"{served.address}/webhook/zalo")
        person = fake.user(NUMBER)

        def show(photo: bytes) -> object:
            return person.show("image", photo)

        yield Scene(served, OnZalo(person), show, lambda: person.heard)


Open = Callable[[Path], AbstractAsyncContextManager[Scene]]
CHANNELS: Mapping[str, Open] = {"telegram": on_telegram, "zalo": on_zalo}


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    ("between_s", "is_awaited"),
    [
        # The words after the album come before our timer of twenty seconds.
        pytest.param(0.3, False, id="quick"),
        pytest.param(11.0, True, id="slow", marks=pytest.mark.chaos),
    ],
)
async def test_ten_photos_with_time_between_them_are_one_tip_with_ten_items(
    tmp_path: Path, channel: str, between_s: float, is_awaited: bool
) -> None:
    async with CHANNELS[channel](tmp_path) as scene:
        await _begin(scene.teller)
        acknowledged = [await _shown(scene, between_s)]
        if is_awaited:
            acknowledged.append((await scene.teller.hear()).text)
        await scene.teller.say(story(NUMBER)[1])
        await _told(scene.teller)
        tip = await _tip(scene.office)

    counts = ["1 ảnh", f"{PHOTOS} ảnh"][: 1 + is_awaited]
    assert len(acknowledged) == len(counts)
    assert all(map(contains, acknowledged, counts))
    assert [media["kind"] for media in tip["media"]] == ["photo"] * PHOTOS
    assert len({media["sha256"] for media in tip["media"]}) == PHOTOS


async def _begin(teller: Tongue) -> None:
    await teller.say(story(NUMBER)[0])
    await teller.hear()
    await agree(teller)


async def _shown(scene: Scene, between_s: float) -> str:
    """Show the album; return the one thing that was said meanwhile."""
    before = len(scene.heard())
    for at in range(PHOTOS):
        if at:
            await asyncio.sleep(between_s)
        scene.show(jpeg(64 + at))
    told = await scene.teller.hear()
    assert len(scene.heard()) == before + 1
    return told.text


async def _told(teller: Tongue) -> None:
    """Answer whatever is asked, until the code is told."""
    heard = await teller.hear()
    while not CODE.search(heard.text):
        await answer(teller, heard, NUMBER)
        heard = await teller.hear()


async def _tip(served: Office) -> dict[str, Any]:
    """Return the only tip there is, with all its files fetched."""
    told = Settings(data_dir=served.folder, database_url=served.url)
    async with opened(told, migrating=False) as place:
        return await whole(place)
