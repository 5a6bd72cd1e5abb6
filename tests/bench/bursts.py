"""A burst at the webhook: 500 updates a second for ten seconds, whoever waits for them."""

import asyncio
import itertools
import json
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from aiohttp import ClientSession, ClientTimeout, TCPConnector

from bot.channels.telegram import HEADER
from storage import crypt
from storage.db import open_database
from storage.tables import inbox
from tests.bench.bots import OURS, served
from tests.fakes.telegram import World, telegram

A_SECOND = 500
SECONDS = 10
CHATS = 500
PATIENCE = ClientTimeout(total=30)


@dataclass(frozen=True)
class Burst:
    """What became of a burst: how many came, were answered 200, and are kept."""

    sent: int
    taken: int
    kept: int
    p99_ms: float
    slowest_ms: float


async def burst(folder: Path, url: str | None) -> Burst:
    """Return how an office bears it."""
    world = World(is_paced=False)
    async with telegram(world) as fake, served(OURS, folder, url, fake):
        hook, secret = world.webhook.url, world.webhook.secret
        waits: list[float] = []
        async with ClientSession(connector=TCPConnector(limit=0)) as http:
            statuses = await asyncio.gather(
                *(_post(http, hook, secret, number, waits) for number in range(_COUNT))
            )
        kept = await _kept(folder, url)
    told = sorted(waits)
    return Burst(
        sent=_COUNT,
        taken=statuses.count(200),
        kept=kept,
        p99_ms=1000 * told[int(len(told) * 0.99)],
        slowest_ms=1000 * told[-1],
    )


_COUNT = A_SECOND * SECONDS
_UPDATES = itertools.count(990_000_001)


async def _post(
    http: ClientSession, hook: str, secret: str, number: int, waits: list[float]
) -> int:
    """Bring one update at its moment, and note how long its answer took."""
    await asyncio.sleep(number / A_SECOND)
    body = json.dumps(_update(number)).encode()
    began = asyncio.get_running_loop().time()
    headers = {HEADER: secret}
    async with http.post(hook, data=body, headers=headers, timeout=PATIENCE) as answer:
        await answer.read()
    waits.append(asyncio.get_running_loop().time() - began)
    return answer.status


def _update(number: int) -> dict[str, object]:
    chat = 7_000_000 + number % CHATS
    who = {"id": chat, "is_bot": False, "first_name": "Người"}
    message = {
        "message_id": number + 1,
        "date": 1_780_000_000,
        "chat": {"id": chat, "type": "private"},
        "from": who,
        "text": f"Điều thứ {number} tôi còn nhớ.",
    }
    return {"update_id": next(_UPDATES), "message": message}


async def _kept(folder: Path, url: str | None) -> int:
    place = folder / "var"
    address = url or f"sqlite+aiosqlite:///{place}/manhmoi.db"
    db = await open_database(address, crypt.load(place / "keyring"))
    try:
        count = sa.select(sa.func.count()).where(inbox.c.channel == "telegram")
        found: int = await db.read(lambda tx: tx.execute(count).scalar_one())
        return found
    finally:
        await db.close()
