"""Who only looks leaves no row behind; his first word opens his conversation."""

import asyncio

import pytest
import sqlalchemy as sa
from aiohttp import ClientSession, FormData
from sqlalchemy import Connection

from handlers.wording import SAID
from storage.tables import conversation, visitor
from tests.fixtures.chatting import Chat, Teller

LOOKS = ("/chat", "/chat/plain", "/chat/messages?after=0", "/chat/media/x")


def _rows(tx: Connection) -> int:
    tables = (conversation, visitor)
    counts = (sa.select(sa.func.count()).select_from(table) for table in tables)
    return sum(tx.execute(count).scalar_one() for count in counts)


async def test_who_only_looks_is_kept_nowhere(chat: Chat) -> None:
    for path in LOOKS:
        await chat.http.get(path)
    await chat.http.head("/chat/uploads/x")
    await chat.http.post("/chat/session")
    await chat.http.post("/chat/link")
    empty = FormData({"story": "", "consent": "yes"}, default_to_multipart=True)
    await chat.http.post("/chat/plain", data=empty)

    assert await chat.db.read(_rows) == 0


async def test_the_page_gives_the_secret_that_the_first_word_opens(chat: Chat) -> None:
    async with chat.browser() as phone:
        await phone.get("/chat")
        (before,) = phone.cookie_jar
        teller = Teller(phone, None)
        assert await teller.lines() == []

        await teller.tell(text="Chào")

        (after,) = phone.cookie_jar
        assert after.value == before.value
        assert (await teller.lines())[0]["text"] == "Chào"


@pytest.mark.parametrize("is_file", [False, True])
async def test_who_listens_before_his_first_word_hears_the_answer(
    chat: Chat, is_file: bool
) -> None:
    async with chat.browser() as phone:
        await phone.get("/chat")
        stream = await phone.get(
            "/chat/messages", headers={"Accept": "text/event-stream"}
        )
        await (_send_file if is_file else _say)(phone)

        async with asyncio.timeout(5):
            while b"data: " not in await stream.content.readline():
                pass
        stream.close()


async def test_a_link_is_not_made_for_nobody_nor_without_end(chat: Chat) -> None:
    nobody = await chat.http.post("/chat/link")
    teller = chat.teller()
    await teller.send(text="Chào")
    asked = [
        await chat.http.post("/chat/link", headers=teller.who()) for _ in range(30)
    ]

    assert await nobody.json() == {"error": SAID["web.nothing_yet"][0]}
    assert [answer.status for answer in asked] == [200] * 20 + [429] * 10
    assert await asked[-1].json() == {"error": SAID["web.links"][0]}


async def _say(phone: ClientSession) -> None:
    await Teller(phone, None).send(text="Chào")


async def _send_file(phone: ClientSession) -> None:
    wish = {"client_id": "c-1", "name": "a.txt", "size": 4, "mime": "text/plain"}
    begun = await (await phone.post("/chat/uploads", json=wish)).json()
    path, at = f"/chat/uploads/{begun['id']}", {"Upload-Offset": "0"}
    assert (await phone.patch(path, data=b"abcd", headers=at)).status == 204
