import json
from datetime import UTC, datetime

import pytest

from bot.channel import Arrival, BadSignature, Pushed
from bot.channels.telegram import HEADER, open_channel
from bot.config import Settings
from storage.model.message import Button
from tests.bot.channels.telegram.conftest import eventually, unsent

TEXT = {
    "update_id": 9,
    "message": {
        "message_id": 4,
        "date": 1751100041,
        "chat": {"id": 5, "type": "private"},
        "text": "Vâng",
    },
}


def test_without_a_token_there_is_no_channel(means):
    assert open_channel(Settings(), means) is None


def test_the_channel_is_one_that_is_pushed(bot):
    assert isinstance(bot, Pushed)
    assert (bot.name, bot.account) == ("telegram", "700000001")


def test_a_signed_body_says_whose_it_is(bot):
    raw = json.dumps(TEXT).encode()

    written = datetime(2025, 6, 28, 8, 40, 41, tzinfo=UTC)
    told = Arrival("9", "5", 4, told_at=written)
    assert bot.receive({HEADER: bot.secret}, raw) == told


@pytest.mark.parametrize(
    ("changed", "told_at"),
    [
        ({"edit_date": 1751100099}, 1751100099),
        ({"date": 0}, None),
        ({"date": "1751100041"}, None),
        ({"date": 2**60}, None),
        ({"date": -5}, None),
    ],
)
def test_it_says_when_it_was_told(bot, changed, told_at):
    raw = json.dumps(TEXT | {"message": TEXT["message"] | changed}).encode()

    stands = bot.receive({HEADER: bot.secret}, raw)

    assert stands.told_at == (told_at and datetime.fromtimestamp(told_at, UTC))


async def test_when_a_button_was_pressed_nobody_tells(bot):
    query = {"id": "1", "data": "x", "message": TEXT["message"]}
    raw = json.dumps({"update_id": 9, "callback_query": query}).encode()

    assert bot.receive({HEADER: bot.secret}, raw).told_at is None


@pytest.mark.parametrize(
    ("update", "kind"),
    [
        ({"update_id": 9, "tomorrow": {}}, "tomorrow"),
        (
            {"update_id": 9, "message": {"chat": {"id": -5, "type": "supergroup"}}},
            "message:supergroup",
        ),
        ({"message": {}}, "message"),
        ({"update_id": 9, "<b>" * 99: {}}, ""),
        ({"update_id": 9}, ""),
    ],
)
def test_what_is_nobodys_is_named_for_staff(bot, update, kind):
    stands = bot.receive({HEADER: bot.secret}, json.dumps(update).encode())

    assert (stands.address, stands.kind) == (None, kind)


@pytest.mark.parametrize("brought", [None, "", "wrong", "é", "\udc80"])
def test_a_body_that_telegram_did_not_sign_is_refused(bot, brought):
    headers = {} if brought is None else {HEADER: brought}

    with pytest.raises(BadSignature):
        bot.receive(headers, json.dumps(TEXT).encode())


def test_the_secret_is_the_same_in_every_process_and_can_be_set(open_bot):
    assert open_bot().secret == open_bot().secret
    assert open_bot(telegram_webhook_secret="ours-1").secret == "ours-1"


async def test_every_press_is_answered_also_a_forged_one(bot, fake):
    chat = fake.chat(5)
    chat.start()
    await bot.send(unsent(5, "Đồng ý ạ?", Button("consent", "yes", "Có")))
    chat.press("Có")
    chat.press_raw("consent|yes", chat.heard[0])

    for update in list(fake.world.pending):
        bot.receive({HEADER: bot.secret}, json.dumps(update).encode())

    await eventually(lambda: not fake.world.queries)


async def test_a_press_that_is_too_old_to_be_answered_troubles_nobody(bot, fake):
    query = {"update_id": 1, "callback_query": {"id": "long ago", "data": "x"}}

    bot.receive({HEADER: bot.secret}, json.dumps(query).encode())

    await eventually(lambda: fake.called("answerCallbackQuery"))
