import time
from datetime import UTC, datetime, timedelta

from bot.channels.telegram.updates import KINDS
from bot.channels.telegram.webhook import MANY, Health, Webhook, health_of
from tests.bot.channels.telegram.conftest import eventually, working

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
URL = "https://manhmoi.example/webhook/telegram"


def opened(open_bot):
    return open_bot(
        telegram_mode="webhook",
        public_url="https://manhmoi.example",
        telegram_webhook_secret="ours-1",
    )


async def test_the_webhook_is_set_once_signed_and_for_what_we_read(open_bot, fake):
    bot = opened(open_bot)

    await bot.upkeep()
    await bot.upkeep()

    assert fake.called("setWebhook") == [
        {
            "url": URL,
            "secret_token": "ours-1",
            "allowed_updates": list(KINDS),
            "max_connections": 40,
        }
    ]


async def test_a_webhook_that_someone_moved_is_put_back(open_bot, fake):
    bot = opened(open_bot)
    await bot.upkeep()
    fake.world.webhook.url = "https://elsewhere.example/"

    await bot.upkeep()

    assert fake.world.webhook.url == URL


async def test_what_fails_at_the_webhook_is_seen(bot, fake):
    hook = Webhook(bot.api, URL, "ours-1", lambda: datetime.now(UTC))
    await hook.step()
    fake.world.webhook.last_error = "Wrong response from the webhook: 503"
    fake.world.webhook.last_error_at = int(time.time())

    piece = await hook.step()

    assert piece.profile["failing"] == "Wrong response from the webhook: 503"


def test_one_is_ill_who_failed_just_now_or_lets_many_wait():
    assert not Health().is_ill(NOW)
    assert Health(failed_at=NOW - timedelta(minutes=1)).is_ill(NOW)
    assert not Health(failed_at=NOW - timedelta(hours=1)).is_ill(NOW)
    assert Health(pending=MANY + 1).is_ill(NOW)


def test_a_strange_answer_is_no_illness():
    strange = {"pending_update_count": "many", "last_error_date": 10**30}

    assert health_of(strange) == Health()


async def test_the_work_goes_on_when_telegram_is_out_of_reach(
    open_bot, fake, monkeypatch
):
    monkeypatch.setattr("bot.channels.telegram.duty.PAUSE_S", 0.01)
    bot = opened(open_bot)
    for method in ("getMe", "getWebhookInfo", "setWebhook"):
        fake.faults.add("broken", method=method)

    async with working(bot):
        await eventually(lambda: fake.world.webhook.url == URL)
