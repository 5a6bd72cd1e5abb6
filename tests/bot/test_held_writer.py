"""The writer is held by another: citizens hear so in two seconds, and may repeat."""

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from handlers.wording import SAID
from tests.fixtures.chatting import Chat, Teller

ON_ONE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
SOON_S = 2.5
FILE = {"client_id": "c-1", "name": "a.jpg", "size": 4, "mime": "image/jpeg"}


@contextmanager
def _held(database_url: str) -> Iterator[None]:
    engine = sa.create_engine(sa.make_url(database_url).set(drivername="sqlite"))
    with engine.connect() as tx:
        tx.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            tx.rollback()
    engine.dispose()


@ON_ONE
async def test_a_message_is_refused_soon_and_kept_once_when_it_comes_again(
    chat: Chat, database_url: str
) -> None:
    async with chat.browser() as phone:
        await phone.get("/chat")
        teller = Teller(phone, None)
        body = {"client_id": uuid.uuid4().hex, "after": 0, "text": "Bên suối"}
        with _held(database_url):
            begun = time.monotonic()
            refused = await teller.post(body)
            took = time.monotonic() - begun

        answers = [await teller.post(body) for _ in range(2)]

        assert (refused.status, took < SOON_S) == (503, True)
        assert await refused.json() == {"error": SAID["web.busy"][0]}
        assert [await answer.json() for answer in answers] == [{"n": 1}] * 2
        texts = [line["text"] for line in await teller.lines()]
        assert texts.count("Bên suối") == 1


@ON_ONE
@pytest.mark.parametrize("path", ["/chat/uploads", "/chat/link"])
async def test_what_else_he_wants_is_refused_soon(
    chat: Chat, database_url: str, path: str
) -> None:
    teller = chat.teller()
    with _held(database_url):
        begun = time.monotonic()
        answer = await chat.http.post(path, json=FILE, headers=teller.who())

    assert (answer.status, time.monotonic() - begun < SOON_S) == (503, True)
    assert (await chat.http.post(path, json=FILE, headers=teller.who())).status == 200


@ON_ONE
async def test_readyz_says_that_nothing_can_be_written(
    chat: Chat, database_url: str
) -> None:
    with _held(database_url):
        begun = time.monotonic()
        held = await chat.http.get("/readyz")
        took = time.monotonic() - begun

    assert (held.status, took < SOON_S) == (503, True)
    assert (await chat.http.get("/readyz")).status == 200
    assert (await chat.http.get("/healthz")).status == 200
