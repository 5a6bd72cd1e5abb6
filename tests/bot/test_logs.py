import asyncio
import io
import json
import logging

import pytest
import structlog
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot import logs

SPOKEN = "Bác Nguyễn Văn Thử, 0912 000 123, kể ở suối Bà Tang"


@pytest.fixture
def lines():
    stream = io.StringIO()
    logs.configure(stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    structlog.reset_defaults()
    logging.basicConfig(handlers=[], force=True)


def test_an_event_is_one_json_line_with_time_and_level(lines):
    structlog.get_logger().info("tip.filed", tip=7, channel="web")

    (line,) = lines()
    assert line.pop("timestamp").endswith("Z")
    assert line == {"event": "tip.filed", "level": "info", "tip": 7, "channel": "web"}


def test_fields_that_hold_something_personal_are_dropped(lines):
    structlog.get_logger().info(
        "tip.filed",
        text=SPOKEN,
        teller_name=SPOKEN,
        Phone=SPOKEN,
        access_token=SPOKEN,
        found={"words": SPOKEN, "kind": "UNIT"},
    )

    (line,) = lines()
    assert set(line) == {"event", "level", "timestamp", "found"}
    assert line["found"] == {"kind": "UNIT"}


def test_an_exception_leaves_its_type_and_place_but_not_its_message(lines):
    try:
        raise ValueError(SPOKEN)
    except ValueError:
        structlog.get_logger().exception("row.failed", row=3)

    (line,) = lines()
    assert line["error"] == "ValueError"
    assert "test_logs.py" in line["where"][0]
    assert SPOKEN not in json.dumps(line, ensure_ascii=False)


def test_a_library_is_logged_without_the_values_it_fills_in(lines):
    logging.getLogger("sqlalchemy").warning("row %s is odd", SPOKEN)

    (line,) = lines()
    assert line["template"] == "row %s is odd"
    assert line["logger"] == "sqlalchemy"
    assert SPOKEN not in json.dumps(line, ensure_ascii=False)


async def test_a_request_is_logged_by_its_route_without_query_or_id(lines):
    app = web.Application()
    app.router.add_get("/q/{code}", _answer)
    server = TestServer(app)
    await server.start_server(access_log_class=logs.AccessLogger)

    async with TestClient(server) as client:
        await client.get("/q/office-7?token=invented")
        await client.get("/nowhere/0912000123")

    found, missed = lines()
    assert (found["route"], found["status"]) == ("/q/{code}", 200)
    assert (missed["route"], missed["status"]) == ("none", 404)
    assert "invented" not in json.dumps(found)
    assert "0912000123" not in json.dumps(missed)


async def test_of_a_platforms_bodies_only_what_fails_is_logged(lines):
    app = web.Application()
    app.router.add_post("/webhook/{channel}", _answer)
    server = TestServer(app)
    await server.start_server(access_log_class=logs.AccessLogger)

    async with TestClient(server) as client:
        await client.post("/webhook/zalo")
        await client.get("/webhook/zalo")

    (failed,) = lines()
    assert (failed["method"], failed["status"]) == ("GET", 405)


async def test_what_is_no_request_is_refused_and_logged_once(lines):
    server = TestServer(web.Application())
    await server.start_server(access_log_class=logs.AccessLogger)

    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(f"GET /{SPOKEN} HTTP/9\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    await server.close()

    warned, refused = lines()
    assert answer.startswith(b"HTTP/1.0 400 ")
    assert warned["event"] == "library.log"
    assert (refused["route"], refused["status"]) == ("none", 400)
    assert SPOKEN not in json.dumps((warned, refused), ensure_ascii=False)


async def _answer(_: web.Request) -> web.Response:
    return web.Response()
