"""What a platform signed is durable before it is answered; nothing else is kept."""

import asyncio
import time
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.keys import DB
from bot.metrics import RECEIPTS, show, spooled
from bot.place import now
from storage import set_aside
from storage.db import Database
from storage.model.line import Origin, Received
from storage.receipts import UNNAMED
from tests.fixtures.platform import NAME, told
from tests.fixtures.webhook import Door, locked, opened, refusing

IN_TIME_S = 2.0
LOCKED_S = 1.5
A_SECOND, SECONDS = 50, 4
TEN_MEGABYTES = 10 << 20


@pytest.mark.parametrize("signed", [{}, {"X-Signature": "theirs"}])
async def test_what_is_not_signed_is_refused_counted_and_not_kept(
    door: Door, signed: dict[str, str]
) -> None:
    assert await door.knock(told("k1", 1), signed) == 401

    assert await door.kept() == []
    assert (door.receipts.tally.refused, door.receipts.tally.taken) == (1, 0)


@pytest.mark.parametrize("signed", [None, {}])
async def test_ten_megabytes_are_refused_counted_and_not_kept(
    door: Door, signed: dict[str, str] | None
) -> None:
    assert await door.knock(b"x" * TEN_MEGABYTES, signed) == 413

    assert (await door.kept(), door.spooled()) == ([], 0)
    tally = door.receipts.tally
    assert (tally.oversized, tally.refused, tally.taken) == (1, 0, 0)


async def test_an_event_that_nobody_knows_is_kept_for_staff(door: Door) -> None:
    assert await door.knock(b'{"event": "new next year"}') == 200

    (aside,) = await door.db.read(set_aside.listed)
    assert (aside.origin, aside.error) == (Origin.INBOX, UNNAMED)


async def test_an_event_that_asks_only_for_an_answer_is_answered(door: Door) -> None:
    assert await door.knock(b'{"event": "ping"}') == 200

    assert await door.kept() == []


async def test_an_event_that_comes_thrice_is_one(door: Door) -> None:
    body = told("k1", 1)

    one_by_one = [await door.knock(body) for _ in range(3)]
    at_once = await asyncio.gather(*(door.knock(body) for _ in range(3)))

    assert one_by_one + at_once == [200] * 6
    assert await door.kept() == [("k1", 1)]


async def test_the_same_key_with_another_body_is_another_event(door: Door) -> None:
    await asyncio.gather(*(door.knock(told("k1", n)) for n in (1, 2)))

    assert await door.kept() == [("k1", 1), ("k1", 2)]


@pytest.mark.parametrize("path", ["/webhook/telex", "/webhook/web"])
async def test_nobody_else_has_a_door(door: Door, path: str) -> None:
    async with door.http.post(path, data=told("k1", 1)) as answer:
        assert answer.status == 404


async def test_what_no_database_takes_is_kept_all_the_same(door: Door) -> None:
    odd = [told("nul \0", 1), told("half \ud800", 2), told("far", 1 << 70)]

    assert [await door.knock(body) for body in odd] == [200] * 3

    assert {key for key, _ in await door.kept()} == {"nul �", "half �", "far"}
    assert door.spooled() == 0


async def test_a_locked_database_delays_no_answer_and_loses_nothing(
    door: Door, database_url: str
) -> None:
    async with asyncio.TaskGroup() as group:
        knocks = group.create_task(_knock_steadily(door))
        await asyncio.sleep(0.5)
        async with locked(database_url):
            await asyncio.sleep(LOCKED_S)

    statuses, slowest = knocks.result()
    assert statuses == [200] * A_SECOND * SECONDS
    assert slowest < IN_TIME_S
    await door.drained()
    assert await door.kept() == [(f"k{n}", n) for n in range(A_SECOND * SECONDS)]


async def test_a_burst_loses_nothing(door: Door) -> None:
    bodies = [told(f"k{n}", n, address=f"visitor {n % 70}") for n in range(1000)]

    statuses = await asyncio.gather(*map(door.knock, bodies))

    assert statuses == [200] * len(bodies)
    await door.drained()
    assert await door.kept() == [(f"k{n}", n) for n in range(len(bodies))]


async def test_a_burst_to_two_processes_loses_nothing(
    db: Database, door: Door, tmp_path: Path
) -> None:
    bodies = [told(f"k{n}", n, address=f"visitor {n % 40}") for n in range(300)]

    async with opened(db, tmp_path / "other") as other:
        knocks = [each.knock(body) for body in bodies for each in (door, other)]
        assert set(await asyncio.gather(*knocks)) == {200}
        await other.drained()

    await door.drained()
    assert await door.kept() == [(f"k{n}", n) for n in range(len(bodies))]


async def test_the_metrics_tell_how_often_the_door_was_knocked_at(door: Door) -> None:
    await door.knock(told("k1", 1))
    await door.knock(told("k2", 2), {})
    await door.knock(b"x" * TEN_MEGABYTES, {})
    app = web.Application()
    app[DB], app[RECEIPTS] = door.db, door.receipts
    app.router.add_get("/metrics", show)

    async with TestServer(app) as server, ClientSession() as http:
        page = await (await http.get(server.make_url("/metrics"))).text()

    counts = [line for line in page.splitlines() if line.startswith("manhmoi_webhooks")]
    assert counts == [
        "manhmoi_webhooks_taken 1.0",
        "manhmoi_webhooks_refused 1.0",
        "manhmoi_webhooks_oversized 1.0",
        "manhmoi_webhooks_spooled 0.0",
    ]


async def test_a_spool_that_is_stuck_is_seen_in_metrics_and_health(
    door: Door,
) -> None:
    assert (await _ready(door))["spool"] == ""
    spool, long_ago = door.receipts.spool, now() - timedelta(minutes=5)
    event = Received(NAME, NAME, "k1", "a", 1, b"{}", long_ago)
    async with refusing(door.db):
        spool.put([event], "one")
        (spool.folder / "20260101T000000000000-two.unreadable").write_bytes(b"spoilt")

        told = await asyncio.to_thread(spooled, door.receipts)
        line = (await _ready(door))["spool"]

    assert (told["spool_waiting"], told["spool_unreadable"]) == (1, 1)
    assert 299 < told["spool_oldest_seconds"] < 400
    assert line.startswith("1 wait, 3")
    assert line.endswith("1 cannot be read")
    await door.drained()
    assert (await asyncio.to_thread(spooled, door.receipts))["spool_waiting"] == 0


async def _ready(door: Door) -> dict[str, object]:
    async with door.http.get("/readyz") as answer:
        assert answer.status == 200
        return await answer.json()


async def _knock_steadily(door: Door) -> tuple[list[int], float]:
    """Knock so often a second; return the answers and the longest wait for one."""
    waits: list[float] = []

    async def knock(n: int) -> int:
        await asyncio.sleep(n / A_SECOND)
        begun = time.monotonic()
        status = await door.knock(told(f"k{n}", n))
        waits.append(time.monotonic() - begun)
        return status

    knocks = [knock(n) for n in range(A_SECOND * SECONDS)]
    return list(await asyncio.gather(*knocks)), max(waits)
