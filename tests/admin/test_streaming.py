"""Files go out in ranges, whole to the byte, and never run in the browser."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from admin.streaming import Object, stream
from storage.crypt import Key
from storage.files import FileStore, new_name

KEY = Key.new()
WHOLE = bytes(range(256)) * 9000


@pytest.fixture
async def http(tmp_path: Path) -> AsyncIterator[ClientSession]:
    store = FileStore(tmp_path)

    async def pieces() -> AsyncIterator[bytes]:
        yield WHOLE

    name = await store.create(pieces(), KEY)

    async def show(request: web.Request) -> web.StreamResponse:
        mime, title = request.query.get("mime", "audio/ogg"), "ghi âm.ogg"
        kept = request.query.get("name", name)
        return await stream(
            request, store, Object(kept, KEY, mime, title, "tag", len(WHOLE))
        )

    app = web.Application()
    app.router.add_get("/", show)
    async with TestServer(app) as server, ClientSession(server.make_url("/")) as http:
        yield http


async def test_a_file_goes_out_whole(http: ClientSession) -> None:
    async with http.get("/") as answer:
        assert answer.status == 200
        assert await answer.read() == WHOLE
        assert answer.headers["Content-Length"] == str(len(WHOLE))
        assert answer.headers["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-", 0, len(WHOLE)),
        ("bytes=5-9", 5, 10),
        ("bytes=1048570-1048590", 1048570, 1048591),  # across a frame's end
        ("bytes=2000000-99999999", 2000000, len(WHOLE)),
        ("bytes=-7", len(WHOLE) - 7, len(WHOLE)),
        ("bytes=-99999999", 0, len(WHOLE)),
    ],
)
async def test_a_range_is_given_as_asked(
    http: ClientSession, asked: str, start: int, end: int
) -> None:
    async with http.get("/", headers={"Range": asked}) as answer:
        assert answer.status == 206
        assert await answer.read() == WHOLE[start:end]
        told = f"bytes {start}-{end - 1}/{len(WHOLE)}"
        assert answer.headers["Content-Range"] == told


async def test_a_range_behind_the_end_is_told(http: ClientSession) -> None:
    async with http.get("/", headers={"Range": f"bytes={len(WHOLE)}-"}) as answer:
        assert answer.status == 416
        assert answer.headers["Content-Range"] == f"bytes */{len(WHOLE)}"


@pytest.mark.parametrize(
    "headers",
    [
        {"Range": "lines=1-2"},
        {"Range": "bytes=9-5"},
        {"Range": "bytes=0-4", "If-Range": '"another"'},
    ],
)
async def test_what_is_no_range_is_ignored(
    http: ClientSession, headers: dict[str, str]
) -> None:
    async with http.get("/", headers=headers) as answer:
        assert answer.status == 200
        assert await answer.read() == WHOLE


async def test_a_head_has_no_body(http: ClientSession) -> None:
    async with http.head("/") as answer:
        assert answer.headers["Content-Length"] == str(len(WHOLE))


@pytest.mark.parametrize(
    ("mime", "shown", "way"),
    [
        ("image/jpeg", "image/jpeg", "inline"),
        ("video/mp4", "video/mp4", "inline"),
        ("text/html", "application/octet-stream", "attachment"),
        ("image/svg+xml", "application/octet-stream", "attachment"),
        ("application/pdf", "application/octet-stream", "attachment"),
    ],
)
async def test_only_what_a_browser_cannot_run_is_shown(
    http: ClientSession, mime: str, shown: str, way: str
) -> None:
    async with http.get("/", params={"mime": mime}) as answer:
        assert answer.headers["Content-Type"] == shown
        told = answer.headers["Content-Disposition"]
        assert told == f"{way}; filename*=UTF-8''ghi%20%C3%A2m.ogg"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer.headers["Content-Security-Policy"]


async def test_a_file_that_is_gone_is_not_found(http: ClientSession) -> None:
    async with http.get("/", params={"name": new_name()}) as answer:
        assert answer.status == 404
