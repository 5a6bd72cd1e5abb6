"""Photos in the plain form: what is said of them is true."""

import asyncio
import hashlib
import io
import struct
import uuid
import zipfile
import zlib
from typing import Any

import pytest
import sqlalchemy as sa
from aiohttp import ClientSession, FormData

from handlers.wording import SAID, say
from storage import exports, media, tips
from storage.model.evidence import Media
from storage.model.tip import Tip
from storage.tables import upload
from tests.fixtures.chatting import Chat
from tests.fixtures.uploading import jpeg

ON_ONE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
Photo = tuple[str, bytes]


def _archive() -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("a.txt", "content")
    return raw.getvalue()


def _gigapixel() -> bytes:
    """Return a PNG that says of itself that it is 40,000 by 40,000."""
    told = b"IHDR" + struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    head = struct.pack(">I", 13) + told + struct.pack(">I", zlib.crc32(told))
    return b"\x89PNG\r\n\x1a\n" + head + bytes(64)


ARCHIVE, GIGAPIXEL = _archive(), _gigapixel()
NOISE = bytes(range(3, 253, 7)) * 9


@ON_ONE
async def test_a_name_is_kept_without_what_one_does_not_see(chat: Chat) -> None:
    await _send(chat.http, ("C:\\ảnh\\mo\u202egpj.jpg", jpeg()))

    assert await chat.db.read(_titles) == ["mogpj.jpg"]


@ON_ONE
@pytest.mark.parametrize(
    ("photo", "sentence"),
    [
        (("ảnh.jpg", ARCHIVE), "shown.disguised"),
        (("ảnh.png", GIGAPIXEL), "shown.oversized"),
        (("ảnh.jpg", NOISE), "shown.unreadable"),
    ],
)
async def test_a_file_that_does_not_simply_open_gets_a_sentence(
    chat: Chat, photo: Photo, sentence: str
) -> None:
    status, page = await _send(chat.http, photo)

    assert status == 200
    assert SAID[sentence][0] in page
    assert "Câu chuyện và 1 tệp đã được lưu nguyên vẹn" in page


@ON_ONE
async def test_an_empty_file_is_not_said_to_be_kept(chat: Chat) -> None:
    status, page = await _send(chat.http, ("ảnh.jpg", b""))

    assert status == 200
    assert say("shown.empty", thing="ảnh") in page
    assert "Câu chuyện đã được lưu nguyên vẹn" in page
    assert "đủ" not in page.partition("</h1>")[0].rpartition("<h1>")[2]


@ON_ONE
async def test_an_empty_file_alone_is_no_telling(chat: Chat) -> None:
    status, page = await _send(chat.http, ("ảnh.jpg", b""), story="")

    assert status == 400
    assert SAID["web.story"][0] in page


async def test_a_form_with_photos_sent_twice_at_once_is_one(chat: Chat) -> None:
    token, photos = uuid.uuid4().hex, [(f"{n}.jpg", jpeg(300)) for n in range(3)]

    async def send() -> tuple[int, str]:
        async with chat.browser() as phone:
            return await _send(phone, *photos, token=token)

    pages = await asyncio.gather(send(), send())

    (tip,) = await chat.db.read(_tips)
    assert [status for status, _ in pages] == [200, 200]
    assert all(tip.code in page and "3 tệp" in page for _, page in pages)
    assert sorted(one.sha256 for one in await chat.db.read(_media)) == sorted(
        hashlib.sha256(raw).hexdigest() for _, raw in photos
    )


@ON_ONE
async def test_a_photo_chosen_anew_for_the_same_form_is_kept_as_well(
    chat: Chat,
) -> None:
    token, first, second = uuid.uuid4().hex, jpeg(), jpeg()
    async with chat.browser() as phone:
        status, _ = await _send(phone, ("a.jpg", first), token=token, consent="no")
        await _send(phone, ("a.jpg", first), ("b.jpg", second), token=token)

    assert status == 400
    assert {one.sha256 for one in await chat.db.read(_media)} == {
        hashlib.sha256(raw).hexdigest() for raw in (first, second)
    }
    assert len(await chat.db.read(_media)) == 2


@ON_ONE
async def test_of_a_form_that_breaks_off_nothing_is_shown(
    chat: Chat, capfd: pytest.CaptureFixture[str]
) -> None:
    head = b"--b\r\nContent-Disposition: form-data; name="
    body = head + b'"token"\r\n\r\n' + uuid.uuid4().hex.encode() + b"\r\n"
    body += head + b'"photos"; filename="a.jpg"\r\n\r\n' + jpeg(300)[:5000]
    line = b"POST /chat/plain HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\n"
    kind = b"Content-Type: multipart/form-data; boundary=b\r\n\r\n"
    _, writer = await asyncio.open_connection(chat.server.host, chat.server.port)
    writer.write(line + kind + body)
    await writer.drain()
    for _ in range(250):
        if await chat.db.read(_uploads):
            break
        await asyncio.sleep(0.02)
    writer.close()
    await writer.wait_closed()

    for _ in range(250):
        if not await chat.db.read(_uploads):
            break
        await asyncio.sleep(0.02)
    assert await chat.db.read(_uploads) == 0
    assert await chat.db.read(_media) == ()
    assert "view.failed" not in capfd.readouterr().out


def _uploads(tx: sa.Connection) -> int:
    return tx.execute(sa.select(sa.func.count()).select_from(upload)).scalar_one()


def _media(tx: sa.Connection) -> tuple[Media, ...]:
    return media.of_conversation(tx, 1)


def _tips(tx: sa.Connection) -> list[Tip]:
    found = [tips.load(tx, tip_id) for tip_id in exports.ids(tx, drafts=False)]
    return [tip for tip in found if tip is not None]


def _titles(tx: sa.Connection) -> list[str]:
    return [one.title for one in media.of_conversation(tx, 1)]


async def _send(http: ClientSession, *photos: Photo, **fields: Any) -> tuple[int, str]:
    """Send the form; return its status and the page that answers."""
    told = {"token": uuid.uuid4().hex, "story": "Mộ sau đình.", "consent": "yes"}
    form = FormData(told | fields, quote_fields=False)
    for name, raw in photos:
        form.add_field("photos", io.BytesIO(raw), filename=name)
    answer = await http.post("/chat/plain", data=form)
    return answer.status, await answer.text()
