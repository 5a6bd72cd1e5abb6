"""Crowds of citizens at a served office: turns a second, CPU a turn, the slowest."""

import asyncio
import itertools
import sys
import uuid
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from aiohttp import ClientSession, TCPConnector

from tests.fixtures.citizen import Citizen
from tests.fixtures.office import answering, cpu_seconds, free_port, office

SEED = 1
WARM_UP_S = 2.0
MEASURED_S = 10.0


@dataclass(frozen=True)
class Load:
    """What a crowd got out of a server."""

    turns_per_s: float
    cpu_ms: float
    median_ms: float
    p99_ms: float


async def crowd(folder: Path, url: str | None, citizens: int) -> Load:
    """Return how an office serves so many citizens who never pause."""
    dice = Random(SEED)  # noqa: S311 - a bench's dice
    numbers = itertools.count()
    async with office(folder, url) as served, _client() as http:
        waits: list[float] = []

        async def tell() -> None:
            while True:
                number = next(numbers) % 1000
                teller = Citizen(http, served.address, number, dice, waits=waits)
                await teller.tell()

        return await measured(tell, citizens, served.cpu_seconds, waits)


async def peer(folder: Path, citizens: int) -> Load:
    """Return what the smallest durable echo does with as many."""
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.peers.echo", str(port), folder / "echo.db")
    )
    address = f"http://127.0.0.1:{port}"
    try:
        await answering(address)
        async with _client() as http:
            waits: list[float] = []

            async def tell() -> None:
                while True:
                    await _echoed(http, address, waits)

            return await measured(
                tell, citizens, lambda: cpu_seconds(process.pid), waits
            )
    finally:
        process.kill()
        await process.wait()


async def _echoed(http: ClientSession, address: str, waits: list[float]) -> None:
    begun = asyncio.get_running_loop().time()
    body = {"client_id": uuid.uuid4().hex, "text": "Bên suối có cây gạo."}
    async with http.post(f"{address}/chat/messages", json=body) as answer:
        await answer.json()
    waits.append(asyncio.get_running_loop().time() - begun)


async def measured(
    tell: Callable[[], Coroutine[Any, Any, None]],
    citizens: int,
    spent: Callable[[], float],
    waits: list[float],
) -> Load:
    tasks = [asyncio.ensure_future(tell()) for _ in range(citizens)]
    await asyncio.sleep(WARM_UP_S)
    waits.clear()
    before, begun = spent(), asyncio.get_running_loop().time()
    await asyncio.wait(tasks, timeout=MEASURED_S)
    took = asyncio.get_running_loop().time() - begun
    cpu, told = spent() - before, sorted(waits)
    for task in tasks:
        task.cancel()
    for broken in await asyncio.gather(*tasks, return_exceptions=True):
        if not isinstance(broken, asyncio.CancelledError):
            raise broken
    return Load(
        turns_per_s=len(told) / took,
        cpu_ms=1000 * cpu / len(told),
        median_ms=1000 * told[len(told) // 2],
        p99_ms=1000 * told[len(told) * 99 // 100],
    )


def _client() -> ClientSession:
    return ClientSession(connector=TCPConnector(limit=0))
