import asyncio
import json
import time

import pytest
from aiohttp import ClientSession

from bot.calling import Unreachable
from bot.channel import Delivered, SendError
from bot.channels.telegram import LIMITS
from bot.channels.telegram.api import Api, access, result
from bot.channels.telegram.sending import REVOKED_S, failure
from storage.model.limits import Share
from storage.model.message import Button
from tests.bot.channels.telegram.conftest import unsent
from tests.fakes.telegram import TOKEN, Kind

YES, NO = Button("consent", "yes", "1. Đồng ý"), Button("consent", "no", "2. Không")
LEAVE = Button("teller_phone", "skip", "Bỏ qua")
LATER, NEVER, GONE, UNKNOWN = "later", "never", "gone", "unknown"


def kind(error: SendError) -> str:
    told = ((GONE, error.gone), (NEVER, error.permanent), (UNKNOWN, error.unknown))
    return next((name for name, holds in told if holds), LATER)


@pytest.mark.parametrize(
    ("status", "answer", "becomes", "wait"),
    [
        (429, {"error_code": 429, "parameters": {"retry_after": 7}}, LATER, 7),
        (429, {"error_code": 429}, LATER, 1),
        (429, {"parameters": {"retry_after": float("nan")}}, LATER, 1),
        (429, {"parameters": {"retry_after": 10**400}}, LATER, 1),
        (429, {"parameters": {"retry_after": -7}}, LATER, 1),
        (403, {"description": "Forbidden: bot was blocked by the user"}, GONE, None),
        (403, {"description": "Forbidden: user is deactivated"}, GONE, None),
        (400, {"description": "Bad Request: chat not found"}, GONE, None),
        (400, {"description": "Bad Request: PEER_ID_INVALID"}, GONE, None),
        (400, {"description": "Bad Request: message is too long"}, NEVER, None),
        (400, {"parameters": {"migrate_to_chat_id": -1009}}, NEVER, None),
        (413, {"description": "Request Entity Too Large"}, NEVER, None),
        (401, {"description": "Unauthorized"}, LATER, REVOKED_S),
        (404, {"description": "Not Found"}, LATER, REVOKED_S),
        (409, {"description": "Conflict"}, LATER, None),
        (500, {"description": "Internal Server Error"}, UNKNOWN, None),
        (400, {"error_code": "x", "description": 5, "parameters": []}, NEVER, None),
    ],
)
def test_each_refusal_says_what_becomes_of_the_message(status, answer, becomes, wait):
    with pytest.raises(Exception, match=str(status)) as refused:
        result(status, json.dumps({"ok": False, **answer}).encode())

    error = failure(refused.value)

    assert (kind(error), error.retry_after) == (becomes, wait)
    assert error.for_all == (wait is not None)


@pytest.mark.parametrize("status", [200, 408, 500, 502, 503, 504])
def test_after_an_answer_that_is_none_nobody_knows(status):
    with pytest.raises(Unreachable) as lost:
        result(status, b"<html>Bad Gateway</html>")

    assert lost.value.has_left


async def test_a_message_stands_where_telegram_puts_it(bot, fake):
    chat = fake.chat(5)
    first = chat.say("Chào")

    put = await bot.send(unsent(5, "Đồng ý ạ?", YES, NO))

    heard = await chat.hears()
    assert put == Delivered(heard["message_id"], str(heard["message_id"]))
    assert heard["message_id"] > first
    assert heard["text"] == "Đồng ý ạ?"
    rows = heard["reply_markup"]["inline_keyboard"]
    assert [[button["text"] for button in row] for row in rows] == [
        ["1. Đồng ý"],
        ["2. Không"],
    ]


async def test_what_asks_the_phone_is_a_keyboard_for_one_time(bot, fake):
    chat = fake.chat(5)
    chat.say("Chào")
    number = Button("teller_phone", Share.PHONE, "Gửi số của tôi")

    await bot.send(unsent(5, "Xin số điện thoại ạ?", number, LEAVE))

    (markup,) = [told["reply_markup"] for told in fake.called("sendMessage")]
    assert markup == {
        "keyboard": [
            [{"text": "Gửi số của tôi", "request_contact": True}],
            [{"text": "Bỏ qua"}],
        ],
        "one_time_keyboard": True,
        "resize_keyboard": True,
    }


async def test_a_keyboard_goes_with_the_next_message_that_has_no_buttons(bot, fake):
    chat, fake.world.is_paced = fake.chat(5), False
    chat.say("Chào")
    await bot.send(unsent(5, "Ở đâu ạ?", Button("place", Share.PLACE, "Tôi ở đây")))
    assert fake.world.keyboards[5] == [{"text": "Tôi ở đây", "request_location": True}]

    await bot.send(unsent(5, "Đồng ý ạ?", YES, NO))
    assert 5 in fake.world.keyboards
    await bot.send(unsent(5, "Xin cảm ơn ạ."))

    assert fake.world.keyboards == {}


async def test_the_longest_message_is_taken_whatever_its_letters(bot, fake):
    fake.chat(5).start()

    await bot.send(unsent(5, "🙏" * LIMITS.text))

    assert len(fake.sent) == 1


async def test_who_blocked_us_or_never_wrote_is_gone(bot, fake):
    fake.chat(5).start()
    fake.chat(5).block()

    for stranger in (5, 6):
        with pytest.raises(SendError) as failed:
            await bot.send(unsent(stranger))
        assert kind(failed.value) == GONE


@pytest.mark.parametrize(
    ("fault", "becomes", "is_said"),
    [
        (Kind.BUSY, LATER, False),
        (Kind.BROKEN, UNKNOWN, False),
        (Kind.DROPPED, UNKNOWN, False),
        (Kind.LOST, UNKNOWN, True),
    ],
)
async def test_each_fault_says_what_becomes_of_the_message(
    bot, fake, fault, becomes, is_said
):
    fake.chat(5).start()
    fake.faults.add(fault)

    with pytest.raises(SendError) as failed:
        await bot.send(unsent(5))

    assert kind(failed.value) == becomes
    assert bool(fake.sent) == is_said


async def test_nothing_is_unknown_before_a_byte_has_left(open_bot):
    nobody = open_bot(telegram_api_url="http://127.0.0.1:9")

    with pytest.raises(SendError) as failed:
        await nobody.send(unsent(5))

    assert kind(failed.value) == LATER


async def test_an_answer_that_takes_too_long_is_unknown(fake):
    fake.chat(5).start()
    fake.faults.add(Kind.SLOW, seconds=1)
    async with ClientSession() as http:
        api: Api = access(http, fake.url, TOKEN, "")

        with pytest.raises(Unreachable) as lost:
            await api.call("sendMessage", {"chat_id": 5, "text": "Vâng"}, 0.2)

    assert lost.value.has_left


async def test_a_button_with_no_room_is_never_sent(bot, fake):
    fake.chat(5).start()

    with pytest.raises(SendError) as failed:
        await bot.send(unsent(5, "Chọn ạ", Button("k" * 60, "v", "x")))

    assert kind(failed.value) == NEVER
    assert fake.called("sendMessage") == []


async def test_a_proxy_is_used_where_one_is_set(open_bot, fake):
    fake.chat(5).start()
    through = open_bot(
        telegram_api_url="http://telegram.invalid", telegram_proxy=fake.url
    )

    # The fake answers what a proxy is asked as well: its path is the same.
    await through.send(unsent(5))

    assert len(fake.sent) == 1


async def test_the_fake_counts_as_telegram_does(bot, fake):
    for number in range(1, 33):
        fake.chat(number).start()
    began = time.monotonic()

    outcomes = await asyncio.gather(
        *(bot.send(unsent(number)) for number in range(1, 32)), return_exceptions=True
    )
    with pytest.raises(SendError):
        await bot.send(unsent(1))

    refused = [one for one in outcomes if isinstance(one, SendError)]
    assert time.monotonic() - began < 0.9
    assert len(refused) == 1
