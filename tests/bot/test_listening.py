"""What is no request gets our sentence, quotes nothing and is logged once."""

import asyncio
import io
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
import structlog
from aiohttp import ClientSession, web

from bot import logs
from bot.app import failures
from bot.listening import Site
from handlers.wording import SAID

SECRET = "bimat" * 8
LONG = f"Cookie: manhmoi_chat={SECRET}{'x' * 9000}"

Lines = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def lines() -> Any:
    stream = io.StringIO()
    logs.configure(stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    structlog.reset_defaults()


@pytest.fixture
async def port() -> AsyncIterator[int]:
    app = web.Application(middlewares=[failures])
    app.router.add_get("/q/{code}", _break)
    app.router.add_post("/chat/plain", _read)
    runner = web.AppRunner(app)
    await runner.setup()
    await Site(runner, "127.0.0.1", 0).start()
    yield runner.addresses[0][1]
    await runner.cleanup()


@pytest.mark.parametrize(
    "raw",
    [
        f"GET / HTTP/1.1\r\nHost: x\r\n{LONG}\r\n\r\n",
        f"GET /{SECRET} HTTP/9\r\n\r\n",
        f"GET /{SECRET}{'y' * 9000} HTTP/1.1\r\nHost: x\r\n\r\n",
        f"{SECRET}\r\n\r\n",
        f"GET / HTTP/1.1\r\nHost: x\r\n{SECRET}: \0\r\n\r\n",
        "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03\r\n\r\n",
    ],
)
async def test_what_cannot_be_read_is_answered_in_one_sentence(
    port: int, lines: Lines, raw: str
) -> None:
    answer = await _answer(port, raw.encode("latin-1"))

    assert answer.startswith(b"HTTP/1.0 400 ")
    assert answer.decode().endswith("\r\n\r\n" + SAID["web.no_request"][0])
    logged = [line for line in lines() if line["event"] == "http.request"]
    assert [(line["route"], line["status"]) for line in logged] == [("none", 400)]
    assert SECRET not in json.dumps(lines())


async def test_what_breaks_in_a_view_is_logged_with_its_route(
    port: int, lines: Lines
) -> None:
    async with ClientSession() as http:
        answer = await http.get(f"http://127.0.0.1:{port}/q/{SECRET}")
        told = await answer.json()

    (failed,) = [line for line in lines() if line["event"] == "view.failed"]
    assert (answer.status, told) == (500, {"error": SAID["web.broken"][0]})
    assert (failed["route"], failed["error"]) == ("/q/{code}", "KeyError")
    assert SECRET not in json.dumps(lines())


async def test_who_breaks_off_is_no_fault_of_ours(port: int, lines: Lines) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST /chat/plain HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nab")
    await writer.drain()
    await asyncio.sleep(0.1)
    writer.close()
    await writer.wait_closed()

    for _ in range(250):
        if any(line["event"] == "view.left" for line in lines()):
            break
        await asyncio.sleep(0.02)
    assert [line["event"] for line in lines()].count("view.left") == 1
    assert not any(line["level"] == "error" for line in lines())
    assert not any(line.get("status") == 500 for line in lines())


@pytest.mark.parametrize("packed", ["gzip", "deflate", "br"])
async def test_a_body_is_read_as_it_came_however_it_says_it_is_packed(
    port: int, lines: Lines, packed: str
) -> None:
    headers = {"Content-Encoding": packed}
    async with ClientSession() as http:
        path = f"http://127.0.0.1:{port}/chat/plain"
        answer = await http.post(path, data=io.BytesIO(b"told"), headers=headers)

        assert (answer.status, await answer.read()) == (200, b"told")
    assert not any(line["level"] == "error" for line in lines())


async def _answer(port: int, raw: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(raw)
    async with asyncio.timeout(5):
        answer = await reader.read()
    writer.close()
    return answer


async def _break(_: web.Request) -> web.Response:
    raise KeyError(SECRET)


async def _read(request: web.Request) -> web.Response:
    return web.Response(body=await request.read())
