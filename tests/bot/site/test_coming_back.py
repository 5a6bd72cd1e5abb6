"""Who was erased may write again: he is answered, as somebody who is new here."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
import sqlalchemy as sa
from aiohttp import ClientResponse, ClientSession, FormData
from sqlalchemy import Connection

from storage import erasure, visitors
from storage.tables import conversation, inbox
from tests.fixtures.chatting import Chat, Teller
from tests.fixtures.line import NOW

BEFORE = "Tôi biết mộ anh Nguyễn Văn Còn"
AFTER = "Tôi nhớ thêm một chuyện"
FILE = {"client_id": "c-1", "name": "a.jpg", "size": 4, "mime": "image/jpeg"}
FORM = {"token": "t" * 24, "story": AFTER, "consent": "yes"}


def _erase(tx: Connection, which: int) -> None:
    erasure.erase(tx, which, "Yêu cầu của người kể", "staff:1", NOW)


async def _told(chat: Chat, browser: ClientSession) -> tuple[Teller, int]:
    """Return a teller at this browser, and his conversation."""
    teller = Teller(browser, None)
    await teller.tell(text=BEFORE)
    (cookie,) = browser.cookie_jar
    which = await chat.db.read(visitors.find, cookie.value)
    assert which is not None
    return teller, which


async def test_he_begins_anew_and_is_answered(chat: Chat) -> None:
    async with chat.browser() as browser:
        teller, which = await _told(chat, browser)
        await chat.db.write(_erase, which)

        assert await teller.lines() == []
        await teller.tell(text=AFTER)
        answered = await teller.tell(button={"key": "consent", "value": "yes"})

        assert answered[-1]["text"]
        assert (await teller.lines())[0]["text"] == AFTER


async def _begin_file(browser: ClientSession) -> ClientResponse:
    return await browser.post("/chat/uploads", json=FILE)


async def _ask_for_link(browser: ClientSession) -> ClientResponse:
    return await browser.post("/chat/link", json={})


async def _send_form(browser: ClientSession) -> ClientResponse:
    form = FormData(FORM, default_to_multipart=True)
    return await browser.post("/chat/plain", data=form)


@pytest.mark.parametrize("act", [_begin_file, _ask_for_link, _send_form])
async def test_whatever_he_does_first_is_taken(
    chat: Chat, act: Callable[[ClientSession], Awaitable[ClientResponse]]
) -> None:
    async with chat.browser() as browser:
        teller, which = await _told(chat, browser)
        await chat.db.write(_erase, which)

        answer = await act(browser)

        assert answer.status == 200, await answer.text()
        assert await teller.tell(text=AFTER)


async def test_a_link_made_while_he_was_erased_opens_a_new_conversation(
    chat: Chat,
) -> None:
    teller = chat.teller()
    await teller.tell(text=BEFORE)
    which = await chat.db.read(visitors.find, teller.secret or "")
    assert which is not None
    await chat.db.write(_erase, which)
    await chat.db.write(visitors.admit, which, teller.secret or "", NOW)

    assert await teller.tell(text=AFTER)

    assert await chat.db.read(visitors.find, teller.secret or "") not in (None, which)


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
async def test_what_comes_in_while_he_is_erased_is_kept_in_a_new_conversation(
    chat: Chat,
) -> None:
    is_erased, may_end = asyncio.Event(), asyncio.Event()

    def erase_slowly(tx: Connection, which: int) -> None:
        _erase(tx, which)
        is_erased.set()
        while not may_end.is_set():  # each call lets the loop go on
            tx.execute(sa.select(sa.func.pg_sleep(0.02)))

    async with chat.browser() as browser:
        teller, which = await _told(chat, browser)
        erasing = asyncio.create_task(chat.db.write(erase_slowly, which))
        await is_erased.wait()
        sending = asyncio.create_task(teller.send(text=AFTER))
        await asyncio.sleep(0.2)
        may_end.set()
        await erasing

        assert await sending == 1
        assert await chat.db.read(_last_state) == "open"
        assert (await teller.lines())[0]["text"] == AFTER


def _last_state(tx: Connection) -> str:
    """Return the state of the conversation that the newest row belongs to."""
    last = sa.select(sa.func.max(inbox.c.id)).scalar_subquery()
    joined = sa.join(inbox, conversation, inbox.c.conversation_id == conversation.c.id)
    query = sa.select(conversation.c.state).select_from(joined)
    return str(tx.execute(query.where(inbox.c.id == last)).scalar_one())
