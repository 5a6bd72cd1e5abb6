"""A Zalo of our own, and our channel opened towards it."""

from collections.abc import AsyncIterator, Callable

import pytest
from aiohttp import ClientSession

from bot.channel import Means
from bot.channels.zalo import Zalo, open_channel
from bot.config import Settings
from bot.place import now
from storage.db import Database
from storage.model.line import Unsent
from storage.model.message import Button, Outgoing
from tests.fakes.zalo import OA_ID, Person, settings, zalo
from tests.fakes.zalo import Zalo as Fake

Open = Callable[..., Zalo]


@pytest.fixture
def database_kind() -> str:
    """Where the database itself is not in question, one is enough."""
    return "sqlite"


@pytest.fixture
async def fake() -> AsyncIterator[Fake]:
    async with zalo() as served:
        yield served


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


@pytest.fixture
def open_oa(db: Database, http: ClientSession, fake: Fake) -> Open:
    """Open the channel towards the fake, or with other settings."""

    def opened(
        db: Database = db, clock: Callable[[], object] = now, **others: str
    ) -> Zalo:
        channel = open_channel(
            Settings(**settings(fake) | others), Means(db, http, clock)
        )
        assert channel is not None
        return channel

    return opened


@pytest.fixture
def oa(open_oa: Open) -> Zalo:
    return open_oa()


def unsent(
    person: Person, text: str = "Xin mời kể ạ.", *buttons: Button, attempts: int = 1
) -> Unsent:
    message = Outgoing(text, buttons)
    return Unsent(1, 1, "zalo", OA_ID, person.id, 1, message, attempts)
