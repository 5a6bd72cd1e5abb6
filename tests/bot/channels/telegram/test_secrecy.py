import asyncio
import io
import json
import logging
from collections.abc import Iterator

import pytest

from bot.channel import FetchError, SendError
from bot.channels.telegram import HEADER
from bot.channels.telegram.duty import Duty, turn
from bot.channels.telegram.standing import Standing
from bot.config import Settings
from bot.logs import configure
from bot.place import now
from storage.model.message import Remote
from tests.bot.channels.telegram.conftest import unsent
from tests.fakes.telegram import TOKEN, Kind

SECRET = TOKEN.partition(":")[2]
NOWHERE = "http://127.0.0.1:9"
METHODS = (
    "getMe", "sendMessage", "getFile", "file", "setWebhook", "getWebhookInfo",
    "deleteWebhook", "getUpdates", "answerCallbackQuery",
)  # fmt: skip


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """Everything that is logged, down to what only developers want to see."""
    stream = io.StringIO()
    configure(stream, logging.DEBUG)
    logging.getLogger().setLevel(logging.DEBUG)
    yield stream
    configure()


def chain(error: BaseException | None) -> str:
    """Return all that an error and its causes say of themselves."""
    said = ""
    while error is not None:
        said += f"{error!r} {error} {vars(error)}"
        error = error.__cause__ or error.__context__
    return said


async def failures(bot, fake) -> list[BaseException]:
    """Return what is raised when everything goes wrong that can."""
    raised: list[BaseException] = []
    remote = Remote("f", size=5)
    db = bot.means.db
    standing = Standing(db, now, bot.name, bot.account)
    duty = Duty(db, now, "telegram", "me", bot.greet, bot.upkeep, standing)
    for fault in (Kind.BUSY, Kind.BROKEN, Kind.DROPPED, Kind.LOST):
        for method in METHODS:
            fake.faults.add(fault, method=method)
        try:
            await bot.send(unsent(5))
        except SendError as error:
            raised.append(error)
        try:
            _ = [piece async for piece in bot.download(remote, 0)]
        except FetchError as error:
            raised.append(error)
        bot.receive(
            {HEADER: bot.secret},
            json.dumps({"update_id": 1, "callback_query": {"id": "q"}}).encode(),
        )
        await turn(duty)
    return raised


@pytest.mark.parametrize("mode", ["polling", "webhook"])
@pytest.mark.parametrize("url", ["", NOWHERE])
async def test_the_token_is_in_no_log_and_in_no_error(
    open_bot, fake, logged, mode, url
):
    others = {"telegram_api_url": url} if url else {}
    bot = open_bot(telegram_mode=mode, public_url="https://manhmoi.example", **others)
    fake.chat(5).start()

    raised = await failures(bot, fake)
    await asyncio.sleep(0.3)  # presses are answered beside

    assert len(raised) >= 4
    for said in (logged.getvalue(), repr(bot), *map(chain, raised)):
        assert SECRET not in said
        assert bot.secret not in said


def test_the_settings_do_not_show_it():
    settings = Settings(telegram_token=TOKEN, telegram_webhook_secret="ours-1")

    assert SECRET not in repr(settings)
    assert "ours-1" not in repr(settings)
