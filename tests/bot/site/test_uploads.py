"""Uploads over HTTP, on a real server: whatever happens, the file is there once."""

import asyncio
import hashlib
import io
import json
import random
import resource
import zipfile

import pytest
import sqlalchemy as sa
from aiohttp import ClientSession, CookieJar
from sqlalchemy import Connection

from storage.model.evidence import MediaKind
from storage.model.message import Showed
from storage.tables import inbox as inbox_table
from tests.fixtures.uploading import SECRET, Visitor, jpeg

MIB = 1 << 20


async def test_a_photo_in_pieces_is_kept_once_with_its_hash(visitor: Visitor) -> None:
    raw = jpeg()
    name = await visitor.begun(
        name="mộ chú Tư.jpg", size=len(raw), kind="photo", after=7
    )

    first = await visitor.send(name, 0, raw[:100])
    last = await visitor.send(name, 100, raw[100:], last=True)

    assert (first.status, first.headers["Upload-Offset"]) == (204, "100")
    assert (last.status, last.headers["Upload-Offset"]) == (204, str(len(raw)))
    (kept,) = await visitor.kept()
    assert await visitor.bytes_of(kept) == raw
    assert kept.sha256 == hashlib.sha256(raw).hexdigest()
    assert (kept.title, kept.mime, kept.state) == ("mộ chú Tư.jpg", "image/jpeg", "ok")
    assert await visitor.shown() == [
        Showed(kept.id, MediaKind.PHOTO, name="mộ chú Tư.jpg")
    ]


async def test_the_place_the_sender_had_seen_is_kept(visitor: Visitor) -> None:
    name = await visitor.begun(size=4, after=7)
    await visitor.send(name, 0, b"abcd")

    def position(tx: Connection) -> object:
        return tx.execute(sa.select(inbox_table.c.position)).scalar_one()

    assert await visitor.world.db.read(position) == 7


async def test_who_begins_with_a_file_is_known_from_then_on(visitor: Visitor) -> None:
    wish = {"client_id": "a stranger's first file", "size": 4}
    base, jar = visitor.server.make_url("/"), CookieJar(unsafe=True)  # keeps an IP's
    async with ClientSession(base, cookie_jar=jar) as stranger:
        begun = await stranger.post("/chat/uploads", json=wish)
        path = f"/chat/uploads/{(await begun.json())['id']}"
        headers = {"Upload-Offset": "0"}
        sent = await stranger.patch(path, data=io.BytesIO(b"abcd"), headers=headers)

    assert (begun.status, sent.status) == (200, 204)
    assert await visitor.kept() == ()


async def test_beginning_again_goes_on_where_it_was(visitor: Visitor) -> None:
    name = await visitor.begun(size=8)
    await visitor.send(name, 0, b"abcd")

    again = await (await visitor.begin(size=8)).json()

    assert again == {"id": name, "offset": 4}
    assert await visitor.offset(name) == 4


async def test_a_last_piece_that_comes_again_changes_nothing(visitor: Visitor) -> None:
    name = await visitor.begun(size=8)
    await visitor.send(name, 0, b"abcdefgh", last=True)

    for _ in range(3):
        assert (await visitor.send(name, 8, b"", last=True)).status == 204
    wrong = await visitor.send(name, 0, b"abcdefgh", last=True)

    assert (wrong.status, wrong.headers["Upload-Offset"]) == (409, "8")
    assert len(await visitor.kept()) == len(await visitor.shown()) == 1


async def test_last_pieces_at_the_same_time_count_once(visitor: Visitor) -> None:
    name = await visitor.begun(size=8)
    await visitor.send(name, 0, b"abcd")

    answers = await asyncio.gather(
        *(visitor.send(name, 4, b"efgh", last=True) for _ in range(6))
    )

    assert {answer.status for answer in answers} <= {204, 409}
    (kept,) = await visitor.kept()
    assert await visitor.bytes_of(kept) == b"abcdefgh"
    assert len(await visitor.shown()) == 1


async def test_a_wrong_offset_is_told_the_right_one(visitor: Visitor) -> None:
    name = await visitor.begun(size=8)
    await visitor.send(name, 0, b"abcd")

    for offset in (0, 3, 5, 8):
        answer = await visitor.send(name, offset, b"xx")
        assert (answer.status, answer.headers["Upload-Offset"]) == (409, "4")
        assert (await answer.json())["error"].endswith("ạ.")


async def test_a_recording_ends_when_its_sender_says_so(visitor: Visitor) -> None:
    voice = b"\x1a\x45\xdf\xa3\x42\x82\x84webm..A_OPUS"
    name = await visitor.begun(name="ghi âm.webm", kind="voice", mime="audio/webm")

    await visitor.send(name, 0, voice[:9])
    assert await visitor.kept() == ()
    await visitor.send(name, 9, voice[9:])
    await visitor.send(name, len(voice), b"", last=True)

    (kept,) = await visitor.kept()
    assert (kept.kind, kept.mime, kept.state) == ("voice", "audio/webm", "ok")
    assert await visitor.bytes_of(kept) == voice


async def test_a_broken_connection_keeps_what_arrived(visitor: Visitor) -> None:
    name = await visitor.begun()
    host, port = visitor.server.host, visitor.server.port
    _, writer = await asyncio.open_connection(host, port)
    head = f"PATCH /chat/uploads/{name} HTTP/1.1\r\nHost: x\r\nUpload-Offset: 0\r\n"
    head += f"Authorization: Bearer {SECRET}\r\n"
    writer.write(f"{head}Upload-Complete: 1\r\nContent-Length: 99\r\n\r\nabcd".encode())
    await writer.drain()
    await asyncio.sleep(0.2)
    writer.close()
    await writer.wait_closed()

    for _ in range(50):
        if await visitor.offset(name):
            break
        await asyncio.sleep(0.05)

    assert await visitor.offset(name) == 4
    assert await visitor.kept() == ()
    assert (await visitor.send(name, 4, b"efgh", last=True)).status == 204
    (kept,) = await visitor.kept()
    assert await visitor.bytes_of(kept) == b"abcdefgh"


async def test_what_is_taken_back_is_gone(visitor: Visitor) -> None:
    name = await visitor.begun(size=8)
    await visitor.send(name, 0, b"abcd")

    assert (await visitor.http.delete(f"/chat/uploads/{name}")).status == 204

    assert (await visitor.send(name, 4, b"efgh")).status == 404
    assert [p for p in visitor.world.files.root.rglob("*") if p.is_file()] == []


async def test_what_arrived_cannot_be_taken_back(visitor: Visitor) -> None:
    name = await visitor.begun(size=4)
    await visitor.send(name, 0, b"abcd")

    assert (await visitor.http.delete(f"/chat/uploads/{name}")).status == 204

    (kept,) = await visitor.kept()
    assert await visitor.bytes_of(kept) == b"abcd"


async def test_bytes_that_the_store_lost_are_asked_for_again(visitor: Visitor) -> None:
    name = await visitor.begun(size=8)
    await visitor.send(name, 0, b"abcd")
    for path in visitor.world.files.root.glob("??/*"):
        path.unlink()

    lost = await visitor.send(name, 4, b"efgh")

    assert (lost.status, lost.headers["Upload-Offset"]) == (409, "0")
    assert (await visitor.send(name, 0, b"abcdefgh")).status == 204


async def test_a_disguised_file_is_kept_and_named(visitor: Visitor) -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("a.txt", "content")
    name = await visitor.begun(name="ảnh.jpg", size=len(raw.getvalue()), kind="photo")
    await visitor.send(name, 0, raw.getvalue())

    (kept,) = await visitor.kept()
    assert (kept.kind, kept.mime, kept.state) == (
        "other",
        "application/zip",
        "disguised",
    )


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("C:\\ảnh\\mộ.jpg", "mộ.jpg"),
        ("../../etc/passwd", "passwd"),
        ("a\0\ud800b.jpg", "a��b.jpg"),
        ("mo\u0323\u0302.jpg", "mộ.jpg"),
        ("x" * 300 + ".jpg", "x" * 190 + ".jpg"),
        (None, ""),
        ("..", ".."),
    ],
)
async def test_a_name_is_kept_without_what_harms(
    visitor: Visitor, told: str | None, kept: str
) -> None:
    body = json.dumps({"client_id": "c-1", "size": 1, "name": told}).encode()
    answer = await visitor.http.post("/chat/uploads", data=io.BytesIO(body))
    await visitor.send((await answer.json())["id"], 0, b"x")

    assert [file.title for file in await visitor.kept()] == [kept]


async def test_a_large_upload_in_uneven_pieces_is_whole_and_needs_no_memory(
    visitor: Visitor,
) -> None:
    chance = random.Random(2)  # noqa: S311 - a test's dice
    whole = chance.randbytes(64 * MIB)
    name = await visitor.begun(size=len(whole))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    offset = repeats = 0
    while offset < len(whole):
        length = chance.choice((1, 4_097, MIB - 1, MIB, 3 * MIB, 9 * MIB))
        piece = whole[offset : offset + length]
        wrong = chance.random() < 0.3
        answer = await visitor.send(name, max(0, offset - wrong), piece)
        assert answer.status == (409 if wrong and offset else 204)
        offset, repeats = int(answer.headers["Upload-Offset"]), repeats + wrong

    (kept,) = await visitor.kept()
    assert repeats
    assert kept.sha256 == hashlib.sha256(whole).hexdigest()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 40 * 1024
