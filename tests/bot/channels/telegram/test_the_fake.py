"""The fake is what it claims to be: the library that everyone uses gets along with it."""

import asyncio
from collections.abc import AsyncIterator
from random import Random

import pytest
from aiohttp import web
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)
from telegram.error import BadRequest, Conflict, Forbidden, NetworkError, RetryAfter

from tests.bot.channels.telegram.conftest import eventually
from tests.fakes.telegram import TOKEN, Kind
from tests.fakes.telegram.__main__ import act


@pytest.fixture
async def library(fake) -> AsyncIterator[Bot]:
    """A bot of the library: its calls are forms, its errors its own."""
    base = f"{fake.url}/bot", f"{fake.url}/file/bot"
    async with Bot(TOKEN, base_url=base[0], base_file_url=base[1]) as bot:
        yield bot


@pytest.fixture
async def hook(fake) -> AsyncIterator[list[int]]:
    """A webhook that notes what it was brought, and refuses each update once."""
    brought: list[int] = []

    async def receive(request: web.Request) -> web.Response:
        brought.append((await request.json())["update_id"])
        return web.Response(status=200 if brought.count(brought[-1]) > 1 else 500)

    app = web.Application()
    app.add_routes([web.post("/hook", receive)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    fake.world.webhook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield brought
    await runner.cleanup()


async def test_the_library_talks_with_it(library, fake):
    chat = fake.chat(5)
    said = chat.say("Chào")
    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("Có", callback_data="y")]])

    (update,) = await library.get_updates()
    sent = await library.send_message(5, "Đồng ý ạ?", reply_markup=buttons)
    query = chat.press("Có")

    assert update.effective_message.message_id == said
    assert (await chat.hears())["text"] == "Đồng ý ạ?"
    assert sent.reply_markup == buttons
    assert await library.answer_callback_query(query)
    with pytest.raises(BadRequest, match="too old"):
        await library.answer_callback_query(query)


async def test_the_library_fetches_files_from_it(library, fake):
    fake.chat(5).show("voice", b"invented")
    (update,) = await library.get_updates()

    file = await library.get_file(update.effective_message.voice.file_id)

    assert bytes(await file.download_as_bytearray()) == b"invented"


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
async def test_each_refusal_is_one_that_the_library_knows(library, fake):
    with pytest.raises(BadRequest, match="not found"):
        await library.send_message(5, "x")
    fake.chat(5).start()
    for refused in ("x" * 4097, "🙏" * 2049, " "):
        with pytest.raises(BadRequest):
            await library.send_message(5, refused)
    long = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="é" * 33)]])
    with pytest.raises(BadRequest, match=r"(?i)button_data_invalid"):
        await library.send_message(5, "x", reply_markup=long)
    await library.send_message(5, "x")
    with pytest.raises(RetryAfter):
        await library.send_message(5, "y")
    fake.chat(5).block()
    with pytest.raises(Forbidden, match="blocked"):
        await library.send_message(5, "z")


@pytest.mark.parametrize("kind", [Kind.BROKEN, Kind.DROPPED, Kind.LOST])
async def test_each_fault_is_one_that_the_library_feels(library, fake, kind):
    fake.chat(5).start()
    fake.faults.add(kind)

    with pytest.raises(NetworkError):
        await library.send_message(5, "x")


async def test_a_second_poller_ends_the_first(library, fake, bot):
    first = asyncio.create_task(library.get_updates(timeout=20))
    await eventually(lambda: fake.world.poller)

    second = asyncio.create_task(bot.api.call("getUpdates", {"timeout": 20}))

    with pytest.raises(Conflict):
        await first
    fake.chat(5).say("Chào")
    assert len(await second) == 1


async def test_what_is_refused_is_brought_again(fake, hook):
    fake.chat(5).say("một")
    fake.chat(5).say("hai")

    await fake.bringer.settled()

    assert hook == sorted(hook)
    assert len(hook) == 4


async def test_what_was_held_is_brought_thrice_and_shuffled(fake, hook):
    fake.bringer.is_held = True
    for at in range(6):
        fake.chat(5).say(f"câu {at}")

    dice = Random(3)  # noqa: S311 - a test's dice
    await fake.bringer.release(dice, copies=3)

    assert len(set(hook)) == 6
    assert all(hook.count(one) >= 3 for one in hook)
    assert hook != sorted(hook)


@pytest.mark.parametrize(
    ("line", "done"),
    [
        ("1", "pressed"),
        ("2", "said"),
        ("1968", "said"),
        ("²", "said"),
        ("Vâng", "said"),
    ],
)
async def test_by_hand_a_number_presses_its_button_and_any_other_is_said(
    fake, library, line, done
):
    chat = fake.chat(5)
    chat.start()
    button = InlineKeyboardMarkup.from_button(
        InlineKeyboardButton("Đúng", callback_data="right")
    )
    await library.send_message(5, "Đúng không ạ?", reply_markup=button)

    act(chat, line)

    update = fake.world.pending[-1]
    told = update.get("callback_query", {}).get("data"), update.get("message")
    assert told[0] == ("right" if done == "pressed" else None)
    assert (told[1] or {}).get("text") == (line if done == "said" else None)


async def test_by_hand_a_number_taps_a_key(fake, library):
    chat = fake.chat(5)
    chat.start()
    key = KeyboardButton("Gửi số của tôi", request_contact=True)
    await library.send_message(
        5, "Số nào ạ?", reply_markup=ReplyKeyboardMarkup([[key]])
    )

    act(chat, "1")

    assert fake.world.pending[-1]["message"]["contact"]["phone_number"] == chat.phone
