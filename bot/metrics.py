"""Metrics on a listener of their own, off by default: counts, never a person."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict

from aiohttp import web
from prometheus_client import CollectorRegistry, Gauge, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from bot.keys import DB
from bot.receipts import Receipts
from storage import gauges

RECEIPTS: web.AppKey[Receipts] = web.AppKey("receipts", Receipts)


@asynccontextmanager
async def measured(
    receipts: Receipts, host: str, port: int | None
) -> AsyncIterator[None]:
    """Serve `/metrics` at this port while inside; nothing without a port."""
    if port is None:
        yield
        return
    app = web.Application()
    app[DB], app[RECEIPTS] = receipts.db, receipts
    app.add_routes([web.get("/metrics", show)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, host, port).start()
    try:
        yield
    finally:
        await runner.cleanup()


async def show(request: web.Request) -> web.Response:
    """Return the counts in Prometheus' text format."""
    registry, receipts = CollectorRegistry(), request.app[RECEIPTS]
    counts: dict[str, float] = {**await request.app[DB].read(gauges.read)}
    counts |= {f"webhooks_{k}": n for k, n in asdict(receipts.tally).items()}
    counts |= await asyncio.to_thread(spooled, receipts)
    for name, value in counts.items():
        Gauge(f"manhmoi_{name}", name.replace("_", " "), registry=registry).set(value)
    body = generate_latest(registry)
    return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})


def spooled(receipts: Receipts) -> dict[str, float]:
    """Return what lies in the spool: one that does not empty itself is stuck."""
    lying = receipts.spool.lying()
    return {
        "spool_waiting": lying.waiting,
        "spool_oldest_seconds": lying.waited_s(receipts.clock()),
        "spool_unreadable": lying.unreadable,
    }
