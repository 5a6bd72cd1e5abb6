"""A Telegram of our own, and our channel opened towards it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession

from bot.channel import Means
from bot.channels.telegram import Telegram, open_channel
from bot.config import Settings
from bot.place import now
from storage.db import Database
from storage.model.line import Unsent
from storage.model.message import Button, Outgoing
from tests.fakes.telegram import TOKEN, telegram
from tests.fakes.telegram import Telegram as Fake

Open = Callable[..., Telegram]


@pytest.fixture
def database_kind() -> str:
    """The channel itself keeps nothing: one database is enough."""
    return "sqlite"


@pytest.fixture
async def fake() -> AsyncIterator[Fake]:
    async with telegram() as served:
        yield served


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


@pytest.fixture
def means(db: Database, http: ClientSession) -> Means:
    return Means(db, http, now)


@pytest.fixture
def open_bot(means: Means, fake: Fake) -> Open:
    """Open the channel towards the fake, or with other settings."""

    def opened(means: Means = means, **others: str) -> Telegram:
        told = {"telegram_token": TOKEN, "telegram_api_url": fake.url, **others}
        channel = open_channel(Settings(**told), means)
        assert channel is not None
        return channel

    return opened


@pytest.fixture
def bot(open_bot: Open) -> Telegram:
    return open_bot()


def unsent(chat: int, text: str = "Xin mời kể ạ.", *buttons: Button) -> Unsent:
    message = Outgoing(text, buttons)
    return Unsent(1, 1, "telegram", "700000001", str(chat), 1, message, 1)


async def eventually(holds: Callable[[], object]) -> None:
    """Return once it holds."""
    for _ in range(500):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


@asynccontextmanager
async def working(*channels: Telegram) -> AsyncIterator[None]:
    """Let the channels do what runs beside, for a while."""
    tasks = [asyncio.create_task(work) for one in channels for work in one.work()]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
