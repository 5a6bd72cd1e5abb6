import asyncio
import itertools
import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.channels.telegram import HEADER, Telegram, api
from bot.channels.telegram.polling import STUCK_S, Poller
from storage import set_aside
from tests.bot.channels.telegram.conftest import eventually, working
from tests.fixtures.platform import SIGNED, Platform


class Box:
    """Keeps what it is given, unless told to fail."""

    def __init__(self) -> None:
        self.kept: list[int | None] = []
        self.headers: list[Mapping[str, str]] = []
        self.fails = 0

    async def keep(self, _channel: str, headers: Mapping[str, str], raw: bytes) -> None:
        await asyncio.sleep(0)
        if self.fails:
            self.fails -= 1
            raise OSError("no room")
        self.headers.append(headers)
        self.kept.append(json.loads(raw).get("update_id"))


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def poller(open_bot, means, box) -> Telegram:
    with_box = replace(means, keep=box.keep)
    return open_bot(means=with_box, telegram_mode="polling")


async def test_what_comes_is_taken_in_once_and_in_order(poller, fake, box):
    chat = fake.chat(5)
    for at in range(250):
        chat.say(f"câu {at}")
    wanted = [update["update_id"] for update in fake.world.pending]

    async with working(poller):
        await eventually(lambda: len(box.kept) == 250)
        chat.say("một câu nữa")
        await eventually(lambda: len(box.kept) == 251)

    assert box.kept[:250] == wanted
    assert all(poller.receive(headers, b"{}") for headers in box.headers)
    assert box.headers[0] == {HEADER: poller.secret}


async def test_what_was_not_kept_is_asked_for_again(poller, fake, box, monkeypatch):
    monkeypatch.setattr("bot.channels.telegram.duty.PAUSE_S", 0.01)
    box.fails = 1
    for at in range(3):
        fake.chat(5).say(f"câu {at}")
    wanted = {update["update_id"] for update in fake.world.pending}

    async with working(poller):
        await eventually(lambda: set(box.kept) == wanted)


async def test_numbers_that_begin_anew_after_a_quiet_week_are_followed(
    poller, fake, box
):
    fake.chat(5).say("Chào")
    await poller.upkeep()
    fake.world.pending.clear()
    fake.world.updates = itertools.count(7)

    fake.chat(5).say("Tôi đây")
    await poller.upkeep()
    fake.chat(5).say("một câu nữa")
    piece = await poller.upkeep()

    assert (box.kept[1:], len(fake.world.pending)) == ([7, 8], 1)
    assert piece.rest_s == 0


async def test_rubbish_without_a_number_is_kept_and_passed_by(poller, fake, box):
    fake.world.pending.append({"message": "rubbish"})
    fake.chat(5).say("Chào")
    wanted = [None, fake.world.pending[-1]["update_id"]]

    piece = await poller.upkeep()
    fake.chat(5).say("một câu nữa")
    await poller.upkeep()

    assert (box.kept[:2], len(box.kept)) == (wanted, 3)
    assert piece.rest_s == 0


@pytest.mark.parametrize(
    "rubbish", [{"message": "rubbish"}, {"update_id": "7"}, {"update_id": None}]
)
async def test_rubbish_alone_does_not_make_the_poller_spin(poller, fake, box, rubbish):
    fake.world.pending.append(rubbish)

    pieces = [await poller.upkeep() for _ in range(2)]

    assert [piece.rest_s for piece in pieces] == [STUCK_S] * 2
    assert box.kept == [rubbish.get("update_id")] * 2  # the inbox keeps it once


async def test_rubbish_that_was_polled_is_seen_by_staff_once(door, fake, http):
    access = api.access(http, fake.url, fake.world.token, None)

    async def keep(_channel: str, _headers: Mapping[str, str], raw: bytes) -> None:
        await door.receipts.take_in(Platform(), SIGNED, raw)

    fake.world.pending.append({"event": "rubbish"})
    poller = Poller(access, "platform", {}, keep)
    for _ in range(2):
        await poller.step()

    assert await door.db.read(set_aside.count) == 1


async def test_a_webhook_that_stood_before_is_taken_down(poller, fake, box):
    fake.world.webhook.url = "https://old.example/webhook/telegram"
    fake.chat(5).say("Chào")

    async with working(poller):
        await eventually(lambda: box.kept)

    assert fake.world.webhook.url == ""


async def test_only_one_of_two_processes_polls(poller, open_bot, means, fake, box):
    other = open_bot(means=replace(means, keep=box.keep), telegram_mode="polling")

    async with working(poller, other):
        fake.chat(5).say("Chào")
        await eventually(lambda: box.kept)
        await eventually(lambda: poller.username and other.username)
        await asyncio.sleep(0.1)

    assert len(fake.called("deleteWebhook")) == 1
    assert len(box.kept) == 1


async def test_another_takes_over_from_one_that_stops(
    poller, open_bot, means, fake, box
):
    async with working(poller):
        await eventually(lambda: fake.called("getUpdates"))
    other = open_bot(means=replace(means, keep=box.keep), telegram_mode="polling")

    async with working(other):
        fake.chat(5).say("Chào")
        await eventually(lambda: box.kept)


async def test_the_bot_is_found_by_the_name_that_telegram_tells(poller):
    assert poller.link("123-456") == ""

    await poller.greet()

    assert poller.link("123-456") == "https://t.me/manhmoi_invented_bot?start=123-456"
