"""What a scanned code opens, what of it is counted, and that the code reaches the tip."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from bot.app import application
from bot.entrances import Entrance
from bot.place import now
from bot.prompt import ANSWER_WITHIN_S
from bot.site.scans import MOST
from storage import arrivals, conversations
from storage.db import Database
from storage.files import FileStore
from storage.model.dialogue import Dialogue
from storage.model.placement import Placement
from storage.tables import scan
from storage.tx import Connection
from tests.fixtures.chatting import PATIENCE_S, ZONE, Chat, Teller
from tests.fixtures.placed import name_office, placed
from tests.fixtures.webhook import locked

PHONE = {"User-Agent": "Mozilla/5.0 (Linux; Android 6.0; CUBOT X15) Chrome/60 Mobile"}
STAR = Path("bot/site/static/icons/star.svg").read_bytes()
ZALO = Entrance("zalo", lambda _code: "https://zalo.me/1234")
TELEGRAM = Entrance(
    "telegram", lambda code: f"https://t.me/invented?start={code}" if code else ""
)


@pytest.fixture
async def spots(db: Database) -> tuple[Placement, Placement]:
    await db.write(name_office)
    return await db.write(placed)


@pytest.fixture
async def with_zalo(db: Database, tmp_path: Path) -> AsyncIterator[ClientSession]:
    """A site where Zalo and Telegram are on."""
    files = FileStore(tmp_path / "media")
    others = (ZALO, TELEGRAM)
    app = application(db, files, now, ZONE, "http://chat.test", others)
    async with TestServer(app) as server, ClientSession(server.make_url("/")) as http:
        yield http


def _scans(tx: Connection) -> int:
    return tx.execute(sa.select(sa.func.count()).select_from(scan)).scalar_one()


async def _page(http: ClientSession, path: str, **headers: str) -> str:
    async with http.get(path, headers=PHONE | headers) as answer:
        assert answer.status == 200
        return await answer.text()


async def test_without_zalo_the_large_button_is_the_web_chat(
    chat: Chat, spots: tuple[Placement, Placement]
) -> None:
    page = await _page(chat.http, f"/q/{spots[0].code}")

    main = page.index(f'class="button main" href="/chat?q={spots[0].code}"')
    assert main < page.index('href="tel:0912000111"')
    assert "zalo" not in page.lower()
    assert "telegram" not in page.lower()
    for words in ("Xin đừng tự đào bới", "bom mìn", "Không ai được thu tiền"):
        assert words in page


async def test_with_zalo_it_is_zalo_then_the_telephone_then_the_others(
    with_zalo: ClientSession, spots: tuple[Placement, Placement]
) -> None:
    code = spots[0].code

    page = await _page(with_zalo, f"/q/{code}")

    links = ("https://zalo.me/1234", "tel:0912000111", f"/chat?q={code}", "t.me")
    at = [page.index(link) for link in links]
    assert at == sorted(at)
    assert f"mã {code[:3]} {code[3:]}" in page


@pytest.mark.parametrize("code", ["1234567", "xa-suoi-da", "1000001", "%F0%9F%98%80"])
async def test_a_code_that_is_none_only_attributes_nothing(
    with_zalo: ClientSession, code: str, db: Database
) -> None:
    page = await _page(with_zalo, f"/q/{code}")

    assert "chưa tìm thấy" in page
    assert 'href="/chat"' in page
    assert "t.me" not in page
    assert await db.read(_scans) == 0


async def test_the_page_weighs_less_than_thirty_thousand_bytes(
    chat: Chat, spots: tuple[Placement, Placement]
) -> None:
    page = await _page(chat.http, f"/q/{spots[0].code}")
    style = await _page(chat.http, "/static/landing.css")

    assert len((page + style).encode()) + len(STAR) < 30_000
    assert page.count("<link") == 2
    for asked in ("<script", "@import", "url(", "http:", "https:"):
        assert asked not in page + style


async def test_a_person_is_counted_once_and_programs_never(
    chat: Chat, db: Database, spots: tuple[Placement, Placement]
) -> None:
    path = f"/q/{spots[0].code}"
    async with chat.browser() as phone:
        await _page(phone, path)
        await _page(phone, path)
        assert await db.read(_scans) == 1
        await _page(phone, f"/q/{spots[1].code}")
        assert await db.read(_scans) == 2
    async with chat.browser() as other:
        async with other.head(path, headers=PHONE) as answer:
            assert answer.status == 200
        await _page(other, path, **{"Sec-Purpose": "prefetch;prerender"})
        await _page(other, path, **{"User-Agent": "TelegramBot (like TwitterBot)"})
        await _page(other, path, **{"User-Agent": "facebookexternalhit/1.1"})
        assert await db.read(_scans) == 2
        await _page(other, path)
    assert await db.read(_scans) == 3


async def test_the_page_waits_for_no_busy_database_and_the_scan_counts_later(
    chat: Chat, db: Database, database_url: str, spots: tuple[Placement, Placement]
) -> None:
    async with locked(database_url), asyncio.timeout(2 * ANSWER_WITHIN_S):
        page = await _page(chat.http, f"/q/{spots[0].code}")

    assert "button main" in page
    async with asyncio.timeout(PATIENCE_S):
        while not await db.read(_scans):  # noqa: ASYNC110 - a scan rings no bell
            await asyncio.sleep(0.05)


async def test_a_machine_that_keeps_no_cookie_makes_up_no_more_than_people_there_are(
    chat: Chat, db: Database, spots: tuple[Placement, Placement]
) -> None:
    (_, most), *_ = MOST
    for _ in range(most + 5):
        async with chat.browser() as machine:
            await _page(machine, f"/q/{spots[0].code}")
    assert await db.read(_scans) == most

    async with chat.browser() as neighbour:
        elsewhere = {"X-Forwarded-For": "198.51.100.7"}
        await _page(neighbour, f"/q/{spots[0].code}", **elsewhere)
        await _page(neighbour, f"/q/{spots[1].code}")
    assert await db.read(_scans) == most + 2


async def test_an_address_with_more_than_a_code_says_nothing_of_ours(
    chat: Chat, spots: tuple[Placement, Placement]
) -> None:
    path = f"/q/{spots[0].code}%3B%20Domain=example.vn%3B%20<b>"
    async with chat.browser() as phone, phone.get(path, headers=PHONE) as answer:
        page = await answer.text()

    cookie = answer.cookies["scanned"]
    assert (cookie["path"], cookie["domain"]) == (f"/q/{spots[0].code}", "")
    assert "example" not in page


async def test_codes_come_with_the_first_message_and_only_once(
    chat: Chat, db: Database, spots: tuple[Placement, Placement]
) -> None:
    first, second = (one.code for one in spots)
    async with chat.browser() as phone:
        await _page(phone, f"/chat?q={first}")
        await _page(phone, f"/chat?q={second}")
        await _page(phone, "/chat?q=1000001")
        assert await db.read(_arrived) == ()

        teller = Teller(phone, None)
        said = await teller.tell(text="Tôi biết một ngôi mộ")
        await _page(phone, f"/chat?q={first}")
        await teller.tell(button={"key": "consent", "value": "yes"})

        assert len(said) == 1
        assert await db.read(_arrived) == (first, second)
        dialogue = await db.read(_dialogue)
    assert (dialogue.source, dialogue.scanned) == (first, (first, second))
    assert [line["from"] for line in said] == ["bot"]


async def test_a_recording_brings_the_code_too(
    chat: Chat, db: Database, spots: tuple[Placement, Placement]
) -> None:
    async with chat.browser() as phone:
        await _page(phone, f"/chat?q={spots[0].code}")
        wish: dict[str, Any] = {
            "client_id": uuid.uuid4().hex, "name": "a.webm", "size": 3, "mime": "",
        }  # fmt: skip
        begun = await phone.post("/chat/uploads", json=wish)
        assert begun.status == 200
        assert begun.cookies["manhmoi_source"].value == ""
        await Teller(phone, None).hear(0)

    assert await db.read(_arrived) == (spots[0].code,)


def _arrived(tx: Connection) -> tuple[str, ...]:
    return arrivals.of(tx, 1)


def _dialogue(tx: Connection) -> Dialogue:
    known = conversations.load(tx, 1)
    assert known is not None
    return known.dialogue
