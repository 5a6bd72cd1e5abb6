from dataclasses import replace

import pytest

from bot.channels.telegram.duty import PAUSES, Duty, turn
from bot.channels.telegram.standing import Standing
from bot.place import now
from storage import accounts
from storage.model.account import AccountState
from tests.fakes.telegram import Kind


@pytest.fixture
def duty(open_bot, means) -> Duty:
    bot = open_bot(telegram_mode="webhook", public_url="https://manhmoi.example")
    standing = Standing(means.db, now, bot.name, bot.account)
    return Duty(means.db, now, "telegram", "me", bot.greet, bot.upkeep, standing)


async def the_one(means):
    (account,) = await means.db.read(accounts.listed)
    return account


async def test_a_bot_that_is_let_in_is_seen_under_its_name(duty, means):
    await turn(duty)

    account = await the_one(means)
    assert (account.channel, account.account) == ("telegram", "700000001")
    assert account.state is AccountState.OK
    assert account.is_lasting
    assert account.profile == {
        "name": "@manhmoi_invented_bot",
        "pending": "0",
        "failing": "",
    }


async def test_a_token_that_was_revoked_is_seen_and_asked_for_seldom(duty, means, fake):
    await turn(duty)
    fake.world.token = "700000001:another"

    assert await turn(duty) == PAUSES[401]

    account = await the_one(means)
    assert (account.state, account.reason) == (AccountState.STOPPED, "401")


async def test_what_fails_at_the_webhook_is_seen_until_it_is_well_again(
    duty, means, fake
):
    fake.world.webhook.last_error = "Connection timed out"
    fake.world.webhook.last_error_at = int(now().timestamp())
    fake.faults.add(Kind.BROKEN, method="getWebhookInfo")

    await turn(duty)
    await turn(duty)
    assert (await the_one(means)).profile["failing"] == "Connection timed out"

    fake.world.webhook.last_error = ""
    await turn(replace(duty))
    assert (await the_one(means)).profile["failing"] == ""
