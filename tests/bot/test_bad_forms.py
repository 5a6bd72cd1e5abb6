"""The plain form gets one clear sentence too, and keeps what can be kept."""

import asyncio
import uuid

import pytest
from aiohttp import FormData

from handlers.wording import SAID
from tests.bot.kept import filed, rows
from tests.fixtures.chatting import Chat

STORY = "Bên suối có cây gạo. "


async def test_a_plain_form_sent_twice_at_once_is_one_tip(chat: Chat) -> None:
    token = uuid.uuid4().hex

    async def send() -> str:
        async with chat.browser() as http:
            answer = await http.post("/chat/plain", data=_form(token, STORY))
            assert answer.status == 200
            return await answer.text()

    pages = await asyncio.gather(send(), send())

    (tip,) = await chat.db.read(filed)
    assert tip.story == STORY.strip()
    assert all(tip.code in page for page in pages)


async def test_a_long_plain_form_is_kept_whole(chat: Chat) -> None:
    story = (STORY * 5000)[:50_000].strip()

    answer = await chat.http.post(
        "/chat/plain",
        data=_form(uuid.uuid4().hex, story),
        headers={"Accept": "text/html"},
    )

    assert answer.status == 200
    (tip,) = await chat.db.read(filed)
    assert tip.story == story


async def test_a_plain_form_without_consent_keeps_nothing_and_loses_no_word(
    chat: Chat,
) -> None:
    form = FormData(
        {"token": uuid.uuid4().hex, "story": STORY}, default_to_multipart=True
    )

    answer = await chat.http.post("/chat/plain", data=form)

    page = await answer.text()
    assert answer.status == 400
    assert SAID["web.consent"][0] in page
    assert STORY.strip() in page
    assert await chat.db.read(rows) == 0


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"token=x&story=y", "application/x-www-form-urlencoded"),
        (b"{}", "application/json"),
        (b"", "multipart/form-data"),
        (b"nothing of a form", "multipart/form-data; boundary=b"),
        (b"--b\r\nbroken", "multipart/form-data; boundary=b"),
    ],
)
async def test_a_broken_form_is_refused_in_one_sentence(
    chat: Chat, body: bytes, kind: str
) -> None:
    answer = await chat.http.post(
        "/chat/plain", data=body, headers={"Content-Type": kind}
    )

    assert answer.status == 400


def _form(token: str, story: str) -> FormData:
    fields = {"token": token, "story": story, "telephone": "", "consent": "yes"}
    return FormData(fields, default_to_multipart=True)
