"""Everything comes three times, shuffled in each burst, to two workers: nothing shows."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from bot.place import opened
from bot.roles import Role
from bot.serving import running
from tests.fixtures.telling import CODE, PHOTO, answer, comparable, story, whole
from tests.fixtures.tongues import (
    STREETS,
    Heard,
    OnTelegram,
    Street,
    Tongue,
    dumped,
    settings,
)

CHANNELS = ("telegram", "zalo")
NUMBER = 7
SEEDS = (1,)
QUIET_S = 0.8


@dataclass
class Bursts:
    """Lets what is done in a block out at once: in order, or shuffled three times."""

    street: Street
    dice: Random | None

    async def out(self, *deeds: Callable[[], Awaitable[None]]) -> None:
        self.street.bringer.is_held = True
        for deed in deeds:
            await deed()
        copies = 1 if self.dice is None else 3
        await self.street.bringer.release(self.dice, copies)


@pytest.mark.parametrize("channel", CHANNELS)
async def test_what_is_shuffled_and_repeated_is_the_tip_of_the_quiet_run(
    channel: str, tmp_path: Path
) -> None:
    quiet = await _told(tmp_path / "quiet", None, channel, None)

    for seed in SEEDS:
        dice = Random(seed)  # noqa: S311 - a test's dice
        shaken = await _told(tmp_path / f"shaken-{seed}", None, channel, dice)
        assert shaken == quiet


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
@pytest.mark.parametrize("channel", CHANNELS)
async def test_two_workers_tell_it_no_otherwise(
    channel: str, tmp_path: Path, database_url: str
) -> None:
    quiet = await _told(tmp_path / "quiet", None, channel, None)

    dice = Random(SEEDS[0])  # noqa: S311 - a test's dice
    shaken = await _told(tmp_path / "shaken", database_url, channel, dice)

    assert shaken == quiet


async def _told(
    folder: Path, url: str | None, channel: str, dice: Random | None
) -> tuple[str, list[str]]:
    """Return the one tip, and what was said twice for one burst."""
    async with STREETS[channel](folder, url) as street:
        if url is None:
            doubled = await _tell(street, dice)
        else:
            async with running(street.office, [Role.WORKER]):
                doubled = await _tell(street, dice)
        async with opened(settings(folder, url), migrating=False) as place:
            tip = await whole(place)
    return dumped(comparable(tip)), doubled


async def _tell(street: Street, dice: Random | None) -> list[str]:
    """Tell in bursts; each is answered before the next begins. Return what came twice."""
    teller, bursts = street.teller(NUMBER), Bursts(street, dice)
    first, second = story(NUMBER)
    await bursts.out(
        lambda: teller.say(first),
        lambda: teller.say("Hôm ấy trời mưa to."),
        lambda: teller.say("Anh em khiêng nhau đi cả đêm."),
    )
    heard = [await _hear(teller)]
    await bursts.out(lambda: teller.press("Đồng ý"))
    heard.append(await _hear(teller))
    await bursts.out(
        lambda: teller.say(second),
        lambda: teller.show(PHOTO),
        lambda: teller.say("Cầu ấy nay vẫn còn."),
        lambda: teller.pin(16.4637, 107.5909),
        lambda: _change(teller),
    )
    heard.append(await _hear(teller))
    while not any(CODE.search(told.text) for told in heard[-1]):
        await bursts.out(lambda: answer(teller, heard[-1][-1], NUMBER))
        heard.append(await _hear(teller))
    return [
        told.text
        for replies in heard
        for told in set(replies)
        if replies.count(told) > 1
    ]


async def _hear(teller: Tongue) -> list[Heard]:
    """Return all that is said until it is quiet: a burst may come in parts."""
    replies = [await teller.hear()]
    with contextlib.suppress(TimeoutError):
        while True:
            replies.append(await asyncio.wait_for(teller.hear(), QUIET_S))
    return replies


async def _change(teller: Tongue) -> None:
    """Change the message before last, where one can."""
    if isinstance(teller, OnTelegram):
        said = [n for n, m in teller.chat.said.items() if "Cầu ấy" in m.get("text", "")]
        teller.chat.edit(said[-1], text="Cầu ấy nay đã sập.")
