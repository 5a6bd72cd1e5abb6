"""A whole conversation, its officer and all that goes wrong leave no word in the log."""

import asyncio
import json
import re
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
import sqlalchemy as sa
from aiohttp import ClientSession, CookieJar
from sqlalchemy import Connection

from nlp.text import fold
from storage import inbox
from storage.model.line import JobState, Received
from storage.tables import job, media
from tests.fixtures.chatting import Teller
from tests.fixtures.line import NOW
from tests.fixtures.office import ALL, APART, Office, office
from tests.fixtures.officer import LINK, Officer
from tests.fixtures.photos import jpeg

HOME = Path(__file__).parents[2]
PACKAGES = ("admin", "bot", "handlers", "nlp", "storage")
SOON = 40.0
LEAST = 40  # of words that are looked for, and of lines they are looked for in

STORY = (
    "Tôi là Nguyễn Thị Quỳnhdao, trước ở Đại đội 7 Trung đoàn 66. Tháng 11 năm 1972 anh "
    "Vừ Khánhmarơ quê Bắc Kạn ngã xuống, chúng tôi vùi anh bên bờ suối Thượngvọng, cách "
    "gốc gạo cháy nửa thân chừng chín sải tay, đầu hướng về phía núi Lưỡi Hái."
    " Bữa ấy bà cụ chằm nón khóc sướt mướt, guốc mẻ, áo vá chằng, gánh hũ tương với mẹt bưởi."
)
MORE = "Hôm trước còn ăn chung nắm cơm cháy, nhường nhau ngụm nước lã Đắkngọc."
PHONE = "0912 000 345"
FILE = "Bia chị Quỳnhdao chụp lúc tảng sáng.jpg"
BAD = "Chuyện dở dang về ngọn đồi Sươngtrắng"
NOTE = "Gọi bà Quỳnhdao sau vụ gặt, bà lãng tai bên trái."
PIN = {"lat": 16.661234, "lon": 107.038567, "accuracy": 31.415926}
GIVEN = (STORY, MORE, FILE, BAD, NOTE)


@pytest.fixture
async def served(
    request: pytest.FixtureRequest, database_kind: str, tmp_path: Path
) -> AsyncIterator[Office]:
    is_file = database_kind == "sqlite"
    url = None if is_file else request.getfixturevalue("database_url")
    async with office(tmp_path / "office", url, ALL if is_file else APART) as running:
        yield running


def _browser(served: Office) -> ClientSession:
    return ClientSession(served.address, cookie_jar=CookieJar(unsafe=True))


async def test_nothing_that_anybody_gave_is_logged(served: Office) -> None:
    async with _browser(served) as phone, _browser(served) as desk:
        teller, officer = Teller(phone), Officer(desk)
        code = await _tell(teller)
        await _work(officer, served)
        await _send_nonsense(served, teller)
        await _break_things(served)
        secrets = [teller.secret or "", *officer.given, *officer.cookies()]
    spoken = (*GIVEN, officer.name, officer.login, officer.password)

    logged = _logged(served)

    told = set(_words(" ".join(spoken))) - _ours()
    assert len(told) > LEAST
    assert told & set(_words(logged)) == set()
    assert [secret for secret in secrets if secret in logged] == []
    assert [number for number in map(str, PIN.values()) if number in logged] == []
    assert re.findall(_any_spelling(PHONE), logged) == []
    assert re.findall(_any_spelling(code), logged) == []


async def _tell(teller: Teller) -> str:
    """Tell everything there is to tell; return the tip's code."""
    await teller.tell(text=STORY)
    await teller.consent()
    await teller.tell(text=MORE)
    await _show(teller)
    await teller.tell(pin=PIN)
    await teller.tell(text="xong")
    for words in (PHONE, *["xong"] * 4):
        await teller.tell(text=words)
    said = " ".join(line["text"] for line in await teller.lines())
    code = re.search(r"mã thông tin là (\d{3} \d{3} \d{3})", said)
    assert code is not None, said
    return code[1]


async def _show(teller: Teller) -> None:
    raw = jpeg()
    wish = {"client_id": uuid.uuid4().hex, "name": FILE, "size": len(raw)}
    begun = await teller.http.post("/chat/uploads", json=wish, headers=teller.who())
    name = (await begun.json())["id"]
    headers = {"Upload-Offset": "0", **teller.who()}
    sent = await teller.http.patch(f"/chat/uploads/{name}", data=raw, headers=headers)
    assert sent.status == 204


async def _work(officer: Officer, served: Office) -> None:
    """Read the tip, hold it, and do what an officer does; also what he mistypes."""
    await officer.enrol(served.told())
    await officer.page("/", q="Quỳnhdao")
    await officer.act(1, "claim")
    await officer.act(1, "note", text=NOTE)
    value = "Vừ Khánhmarơ"
    await officer.act(1, "correct", key="martyr_name", value=value, reason=NOTE)
    await officer.act(1, "handover")
    await officer.send("/sign-in", login=officer.login, password=NOTE, code="1")
    await officer.send("/enter", token=BAD)
    await officer.page(f"/tips/{BAD}")
    await officer.page("/tips/999999999999999999999")


async def _send_nonsense(served: Office, teller: Teller) -> None:
    """Ask in every way that cannot be answered, each time with words in it."""
    http, who = teller.http, teller.who()
    message = {"client_id": BAD, "after": 0, "text": 7}
    for body in (json.dumps(message), f'{{"text": "{BAD}'):
        await teller.post(body.encode())
    for path in (f"/{BAD}", f"/q/{BAD}", f"/chat/media/{BAD}", f"/chat/{PHONE}"):
        await (await http.get(path, params={"q": PHONE}, headers=who)).read()
    await http.get("/chat/messages", params={"after": BAD}, headers=who)
    await http.post("/chat/session", json={"key": BAD})
    await http.post("/chat/uploads", data=BAD.encode(), headers=who)
    await http.patch(f"/chat/uploads/{BAD}", data=BAD.encode(), headers=who)
    await http.post("/chat/plain", data={"story": BAD})
    await http.post(f"/webhook/{BAD}", data=BAD.encode())
    for raw in (f"GET /{BAD} HTTP/9\r\n\r\n", f"POST / HTTP/1.1\r\n{BAD}\r\n\r\n"):
        await _shout(served, raw.encode())


async def _shout(served: Office, raw: bytes) -> None:
    """Send what is no HTTP."""
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    writer.write(raw)
    await writer.drain()
    await asyncio.wait_for(reader.read(), SOON)
    writer.close()


async def _break_things(served: Office) -> None:
    """Let a turn and a job fail over what the citizen gave."""
    async with served.database() as db, asyncio.timeout(SOON):
        while not await db.read(_is_drawn):  # noqa: ASYNC110 - a job rings no bell
            await asyncio.sleep(0.1)
        for photo in (served.folder / "media").glob("??/*"):
            photo.unlink()
        await db.write(_draw_again)
        await db.write(_keep_unreadable)
        while not _events(served) >= {"job.failed", "row.set_aside"}:  # noqa: ASYNC110 - only the log tells
            await asyncio.sleep(0.1)


def _is_drawn(tx: Connection) -> bool:
    done = sa.select(job.c.id).where(job.c.state == JobState.DONE)
    return tx.execute(done).first() is not None


def _keep_unreadable(tx: Connection) -> None:
    body = json.dumps({"kind": "said", "words": BAD}).encode()
    inbox.add(tx, Received("web", "web", BAD, f"web:{BAD}", 0, body, NOW))


def _draw_again(tx: Connection) -> None:
    tx.execute(sa.update(media).values(preview=None, preview_key_cell=None))
    tx.execute(sa.update(job).values(state=JobState.NEW, attempts=0, due_at=NOW))


def _logged(served: Office) -> str:
    """Return the log, its escapes resolved, without the link meant for whoever starts."""
    told = LINK.sub("", served.told())
    lines = [unquote(_resolved(line)) for line in told.splitlines()]
    assert len(lines) > LEAST
    return "\n".join(lines)


def _resolved(line: str) -> str:
    if not line.startswith("{"):
        return line
    return json.dumps(json.loads(line), ensure_ascii=False)


def _events(served: Office) -> set[str]:
    return set(re.findall(r'"event": "([\w.]+)"', served.told()))


def _words(text: str) -> Iterator[str]:
    """Return the words of four letters and more, as they stand and without marks."""
    for word in re.findall(r"[^\W\d_]{4,}", text.lower()):
        yield word
        yield fold(word)


def _ours() -> set[str]:
    """Return the words in which our own events, files and functions are named."""
    sources = (path for name in PACKAGES for path in (HOME / name).rglob("*.py"))
    code = (path for path in sources if not path.match("wording/*"))
    return {word for path in code for word in _identifiers(path)}


def _identifiers(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines():
        if line.isascii():
            yield from re.findall(r"[a-z]{4,}", line.lower())


def _any_spelling(number: str) -> str:
    """Return a pattern of its digits, however they are grouped, with +84 or with 0."""
    digits = re.sub(r"\D", "", number).removeprefix("0")
    return r"[ .-]?".join(digits)
