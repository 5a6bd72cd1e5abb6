"""The web-chat API to the letter: others build clients upon it."""

import asyncio
import json
import uuid

import pytest
from aiohttp import ClientResponse

from bot.site.visitor import COOKIE
from tests.fixtures.chatting import Chat, Teller

YES = {"key": "consent", "value": "yes"}


async def test_a_post_answers_with_its_place(chat: Chat) -> None:
    teller = chat.teller()

    answer = await teller.post({"client_id": "c-1", "after": 0, "text": "Chào"})

    assert answer.status == 200
    assert await answer.json() == {"n": 1}


@pytest.mark.parametrize(
    "what",
    [
        {"text": "Bên suối"},
        {"button": YES},
        {"pin": {"lat": 16.65, "lon": 106.73, "accuracy": 30}},
    ],
)
async def test_a_post_is_idempotent_on_its_client_id(
    chat: Chat, what: dict[str, object]
) -> None:
    teller = chat.teller()
    body = {"client_id": "c-1", "after": 0, **what}

    answers = await asyncio.gather(*(teller.post(body) for _ in range(4)))
    await teller.hear(1)
    late = await teller.post(body | {"after": 2})

    assert [await answer.json() for answer in (*answers, late)] == [{"n": 1}] * 5
    lines = await teller.lines()
    assert [line["n"] for line in lines if line["from"] == "citizen"] == [1]


async def test_a_line_has_place_sender_text_and_buttons(chat: Chat) -> None:
    teller = chat.teller()

    (asked,) = await teller.tell(text="Chào")

    assert asked["n"] == 2
    assert asked["from"] == "bot"
    assert asked["text"].endswith("không ạ?")
    assert asked["buttons"] == [
        {"key": "consent", "value": "yes", "label": "1. Đồng ý"},
        {"key": "consent", "value": "no", "label": "2. Không đồng ý"},
        {"key": "consent", "value": "officer", "label": "3. Gặp cán bộ"},
    ]


async def test_what_was_given_comes_back_as_it_was_given(chat: Chat) -> None:
    teller = chat.teller()
    await teller.tell(text="Chào")
    await teller.tell(button=YES)
    await teller.tell(pin={"lat": 16.65, "lon": 106.73})

    mine = [line for line in await teller.lines() if line["from"] == "citizen"]

    assert [(line["text"], line.get("pin")) for line in mine] == [
        ("Chào", None),
        ("1. Đồng ý", None),
        ("", {"lat": 16.65, "lon": 106.73}),
    ]


async def test_a_list_holds_only_what_stands_past_after(chat: Chat) -> None:
    teller = chat.teller()
    await teller.tell(text="Chào")
    await teller.tell(button=YES)

    assert [line["n"] for line in await teller.lines()] == [1, 2, 3, 4, 5]
    assert [line["n"] for line in await teller.lines(2)] == [3, 4, 5]
    assert await teller.lines(5) == []
    assert await teller.lines(99) == []


@pytest.mark.parametrize("after", ["", "-1", "x", "1e3", "9" * 40, "\u0661"])
async def test_an_after_that_is_no_place_means_from_the_beginning(
    chat: Chat, after: str
) -> None:
    teller = chat.teller()
    await teller.tell(text="Chào")

    answer = await teller.http.get(
        "/chat/messages", params={"after": after}, headers=teller.who()
    )

    assert [line["n"] for line in await answer.json()] == [1, 2]


async def test_events_carry_each_line_with_its_place_as_id(chat: Chat) -> None:
    teller = chat.teller()
    await teller.tell(text="Chào")

    async with await _stream(teller) as stream:
        assert stream.content_type == "text/event-stream"
        events = [await _event(stream), await _event(stream)]
        assert events == [(line["n"], line) for line in await teller.lines()]

        await teller.send(button=YES)  # while we listen

        assert (await _event(stream))[0] == 3
        assert (await _event(stream))[0] == 4


async def test_events_go_on_after_the_last_one_seen(chat: Chat) -> None:
    teller = chat.teller()
    await teller.tell(text="Chào")
    await teller.tell(button=YES)

    async with await _stream(teller, last=3) as stream:
        assert (await _event(stream))[0] == 4


async def test_a_bearer_secret_opens_the_same_conversation_anywhere(
    chat: Chat,
) -> None:
    teller = chat.teller()
    await teller.tell(text="Chào")

    async with chat.browser() as http:
        elsewhere = Teller(http, teller.secret)
        assert await elsewhere.lines() == await teller.lines()


async def test_nobody_sees_anothers_conversation(chat: Chat) -> None:
    await chat.teller().tell(text="Chuyện riêng")

    assert await chat.teller().lines() == []


async def test_a_browser_is_known_by_its_cookie(chat: Chat) -> None:
    async with chat.browser() as http:
        browser = Teller(http, secret=None)

        answer = await browser.post({"client_id": uuid.uuid4().hex, "text": "Chào"})

        cookie = answer.cookies[COOKIE]
        assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (
            True,
            "Lax",
            "/chat",
        )
        await browser.hear(1)
        assert (await browser.lines())[0]["text"] == "Chào"


async def test_a_first_message_whose_answer_was_lost_finds_its_conversation(
    chat: Chat,
) -> None:
    body = {"client_id": uuid.uuid4().hex, "text": "Chào"}
    async with chat.browser() as first, chat.browser() as again:
        lost = await Teller(first, secret=None).post(body)
        teller = Teller(again, secret=None)

        answer = await teller.post(body)

        assert await answer.json() == await lost.json() == {"n": 1}
        await teller.hear(1)
        assert [line["n"] for line in await teller.lines()] == [1, 2]


async def test_a_private_link_opens_the_conversation_in_another_browser(
    chat: Chat,
) -> None:
    teller = chat.teller()
    await teller.tell(text="Chào")
    link = await (await teller.http.post("/chat/link", headers=teller.who())).json()

    async with chat.browser() as http:
        key = link["url"].partition("#k=")[2]
        answer = await http.post("/chat/session", json={"key": key})

        assert answer.status == 200
        assert await Teller(http, secret=None).lines() == await teller.lines()


async def test_the_right_way_of_words_is_kept_to_the_character(chat: Chat) -> None:
    teller = chat.teller()
    text = "  Dòng một\n\n\tdòng hai — “ngoặc”, 🙂, ký tự lạ \u200b‽  "

    await teller.tell(text=text)

    assert (await teller.lines())[0]["text"] == text


async def _stream(teller: Teller, last: int = 0) -> ClientResponse:
    headers = {"Accept": "text/event-stream", "Last-Event-ID": str(last)}
    return await teller.http.get("/chat/messages", headers=teller.who() | headers)


async def _event(stream: ClientResponse) -> tuple[int, dict[str, object]]:
    """Return the next event's id and data."""
    place = 0
    async with asyncio.timeout(10):
        async for line in stream.content:
            name, _, value = line.decode().strip().partition(": ")
            if name == "id":
                place = int(value)
            if name == "data":
                return place, json.loads(value)
    raise AssertionError("the stream ended")
