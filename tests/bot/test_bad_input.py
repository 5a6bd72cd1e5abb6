"""Whatever arrives gets one clear sentence; what could be kept is kept."""

import asyncio
import unicodedata

import pytest
from sqlalchemy import Connection

from handlers.wording import SAID
from storage.model.tip import Tip
from tests.bot.kept import filed, rows
from tests.fixtures.chatting import PATIENCE_S, Chat, Teller

# What is refused before anything is stored meets no database.
ON_ONE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
STORY = "Bên suối có cây gạo. "


def sentence(key: str) -> dict[str, str]:
    return {"error": SAID[key][0]}


@ON_ONE
@pytest.mark.parametrize(
    ("body", "status", "key"),
    [
        (b"", 400, "web.unreadable"),
        (b"{", 400, "web.unreadable"),
        (b"\xff\xfe{}", 400, "web.unreadable"),
        (b"[]", 400, "web.unreadable"),
        (b"null", 400, "web.unreadable"),
        (b"[" * 100_000, 400, "web.unreadable"),
        ({"text": "Chào"}, 400, "web.unreadable"),
        ({"client_id": "", "text": "Chào"}, 400, "web.unreadable"),
        ({"client_id": 7, "text": "Chào"}, 400, "web.unreadable"),
        ({"client_id": "c" * 201, "text": "Chào"}, 400, "web.unreadable"),
        ({"client_id": "c-1"}, 400, "web.empty"),
        ({"client_id": "c-1", "text": ""}, 400, "web.empty"),
        ({"client_id": "c-1", "text": " \n\t "}, 400, "web.empty"),
        ({"client_id": "c-1", "text": None}, 400, "web.empty"),
        ({"client_id": "c-1", "text": "a" * 60_001}, 413, "web.too_long"),
        ({"client_id": "c-1", "text": "a" * (2 << 20)}, 413, "web.too_long"),
        ({"client_id": "c-1", "button": {}}, 400, "web.unreadable"),
        (
            {"client_id": "c-1", "button": {"key": 1, "value": []}},
            400,
            "web.unreadable",
        ),
        ({"client_id": "c-1", "pin": {}}, 400, "web.no_place"),
        ({"client_id": "c-1", "pin": {"lat": "16", "lon": 106}}, 400, "web.no_place"),
        ({"client_id": "c-1", "pin": {"lat": 91, "lon": 106}}, 400, "web.no_place"),
        ({"client_id": "c-1", "pin": {"lat": 16, "lon": -181}}, 400, "web.no_place"),
        ({"client_id": "c-1", "pin": {"lat": True, "lon": 1}}, 400, "web.no_place"),
        (b'{"client_id":"c-1","pin":{"lat":NaN,"lon":1}}', 400, "web.no_place"),
        (b'{"client_id":"c-1","pin":{"lat":1e999,"lon":1}}', 400, "web.no_place"),
    ],
)
async def test_what_cannot_be_taken_is_refused_in_one_sentence(
    chat: Chat, body: object, status: int, key: str
) -> None:
    teller = chat.teller()

    answer = await teller.post(body)

    assert (answer.status, await answer.json()) == (status, sentence(key))
    assert await chat.db.read(rows) == 0
    assert await teller.tell(text="Chào")


async def test_a_message_of_ten_thousand_characters_is_kept_whole(chat: Chat) -> None:
    teller = chat.teller()
    await teller.consent()
    text = (STORY * 500)[:10_000]

    await teller.tell(text=text)

    assert (await _finished(chat, teller)).story == text


async def test_a_long_story_in_several_messages_is_whole_and_in_order(
    chat: Chat,
) -> None:
    teller = chat.teller()
    await teller.consent()
    pieces = [f"Đoạn thứ {number} {'. ' * 420}hết" for number in range(12)]

    places = [await teller.send(text=piece) for piece in pieces]
    await teller.hear(places[-1])

    tip = await _finished(chat, teller)
    assert tip.story == "\n".join(pieces)
    assert len(tip.story) > 10_000


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("a\0b", "a\ufffdb"),
        ("a\ud800b", "a\ufffdb"),
        (unicodedata.normalize("NFD", "Suối Đá ở Huế"), "Suối Đá ở Huế"),
        (
            "\u202eđảo\u202c 👩‍👩‍👧 \U0001f1fb\U0001f1f3",
            "\u202eđảo\u202c 👩‍👩‍👧 \U0001f1fb\U0001f1f3",
        ),
    ],
)
async def test_strange_characters_are_kept_as_text(
    chat: Chat, sent: str, kept: str
) -> None:
    teller = chat.teller()
    await teller.consent()

    await teller.tell(text=sent)

    assert kept in [line["text"] for line in await teller.lines()]
    assert (await _finished(chat, teller)).story == kept


async def test_a_client_id_of_strange_characters_is_one_message(chat: Chat) -> None:
    teller = chat.teller()
    body = {"client_id": "\0\ud800 x", "text": "Chào"}

    first, again = await teller.post(body), await teller.post(body)

    assert (await first.json(), await again.json()) == ({"n": 1}, {"n": 1})


async def test_a_pin_in_the_ocean_is_kept_and_asked_about(chat: Chat) -> None:
    teller = chat.teller()
    await teller.consent()

    (asked,) = await teller.tell(pin={"lat": 0.0, "lon": -140.0})

    assert "ghim lại" in asked["text"]
    (place,) = (await _finished(chat, teller)).locations
    assert (place.lat, place.lon) == (0.0, -140.0)


async def test_an_unknown_command_is_answered_and_kept(chat: Chat) -> None:
    teller = chat.teller()
    await teller.consent()
    await teller.tell(text=STORY)

    (answer,) = await teller.tell(text="/khongco")

    assert answer["text"]
    tip = await _finished(chat, teller)
    assert "/khongco" in tip.story + tip.spare


@pytest.mark.parametrize(
    "button",
    [
        {"key": "confirm", "value": "yes"},
        {"key": "how_known", "value": "bịa"},
        {"key": "khongco", "value": "x"},
        {"key": "officer_7", "value": "yes"},
        {"key": "", "value": ""},
    ],
)
async def test_a_forged_button_changes_nothing(
    chat: Chat, button: dict[str, str]
) -> None:
    teller = chat.teller()
    await teller.consent()
    await teller.tell(text=STORY)

    assert await teller.tell(button=button)

    tip = await _finished(chat, teller)
    assert tip.story == STORY
    assert button["key"] not in tip.answers or tip.answers[button["key"]].value != "bịa"


@ON_ONE
@pytest.mark.parametrize("key", ["forged" * 5, "\0", "đường dẫn", "x" * 5000])
async def test_a_forged_link_is_refused_in_one_sentence(chat: Chat, key: str) -> None:
    answer = await chat.http.post("/chat/session", json={"key": key})

    assert (answer.status, await answer.json()) == (404, sentence("web.link"))


@ON_ONE
@pytest.mark.parametrize("path", ["/khong-co", "/chat/khong-co", "/q/", "/../etc"])
async def test_a_page_that_is_not_there_says_so(chat: Chat, path: str) -> None:
    answer = await chat.http.get(path)

    assert (answer.status, await answer.json()) == (404, sentence("web.not_found"))


@ON_ONE
async def test_a_full_disk_says_so_and_keeps_what_was_kept(chat: Chat) -> None:
    teller = chat.teller()
    await teller.consent()
    await teller.tell(text=STORY)
    await chat.db.write(_allow_pages, 0)  # none more than there are

    statuses = [
        (await teller.post({"client_id": f"c-{n}", "text": "Bên đồi. " * 2000})).status
        for n in range(12)
    ]
    full = await teller.post({"client_id": "c-11", "text": "Bên đồi. " * 2000})
    refused = (full.status, await full.json())
    await asyncio.sleep(0.2)
    await chat.db.write(_allow_pages, 1 << 30)
    again = await teller.post({"client_id": "c-11", "text": "Bên đồi. " * 2000})

    assert set(statuses) <= {200, 507}
    assert refused == (507, sentence("web.no_room"))
    assert again.status == 200
    assert await teller.hear((await again.json())["n"])
    texts = [line["text"] for line in await teller.lines() if line["from"] == "citizen"]
    assert STORY in texts
    assert len(texts) == 2 + statuses.count(200) + 1


async def _finished(chat: Chat, teller: Teller) -> Tip:
    """Tell that it is all, three times, and return the tip once it is filed.

    What is heard may still answer the words before: the last «xong» is waited for.
    """
    for _ in range(3):
        await teller.tell(text="xong")
    async with asyncio.timeout(PATIENCE_S):
        while True:
            if tips := await chat.db.read(filed):
                (tip,) = tips
                return tip
            await asyncio.sleep(0.02)


def _allow_pages(tx: Connection, count: int) -> None:
    count = count or tx.exec_driver_sql("PRAGMA page_count").scalar_one()
    tx.exec_driver_sql(f"PRAGMA max_page_count={count}")
