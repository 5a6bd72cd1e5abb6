"""`make bench`: durable turns a second on both databases, and where a turn's time goes.

First two Telegram bots on one core, ours and a plain one; then the web chat.

A turn counts when its citizen has the reply in hand; both are on the disk by then.
"""

import asyncio
import contextlib
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import make_url

from storage import crypt
from storage.migrate import migrate
from tests.bench.bots import OURS, PEER, Round, bot
from tests.bench.bursts import A_SECOND, Burst, burst
from tests.bench.crowds import Load, crowd, peer
from tests.bench.stages import stages
from tests.fixtures.postgresql import OFFERED, Server, cluster, programs

CROWDS = (50, 200)
ROUNDS = tuple(Round(wait, chats) for wait in (0.0, 0.05) for chats in CROWDS)
SYNCED = "-c synchronous_commit=on"


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="manhmoi-bench-") as folder:
        _bench(Path(folder))


def _bench(folder: Path) -> None:
    _say(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {_machine()}")
    yardstick = asyncio.run(peer(folder, CROWDS[0]))
    _say(_row("peer", CROWDS[0], yardstick, yardstick))
    plain = {what: _plain_bot(folder, what) for what in ROUNDS}
    for name, server in _databases():
        for what in ROUNDS:
            with _fresh(folder / f"{name}-{what.title}", server) as (place, url):
                ours = asyncio.run(bot(OURS, place, url, what))
            _say(_row(f"{name}, {what.title}", what.chats, ours, plain[what]))
        with _fresh(folder / f"{name}-burst", server) as (place, url):
            _say(_told(name, asyncio.run(burst(place, url))))
        for citizens in CROWDS:
            with _fresh(folder / f"{name}-{citizens}", server) as (place, url):
                load = asyncio.run(crowd(place, url, citizens))
            _say(_row(name, citizens, load, yardstick))
        with _fresh(folder / f"{name}-stages", server) as (place, url):
            _stages(name, place, url)


def _plain_bot(folder: Path, what: Round) -> Load:
    load = asyncio.run(bot(PEER, folder / f"peer-{what.title}", None, what))
    _say(_row(f"plain bot, {what.title}", what.chats, load, load))
    return load


def _stages(name: str, place: Path, url: str | None) -> None:
    place.mkdir()
    ring = crypt.load(place / "keyring")
    address = url or f"sqlite+aiosqlite:///{place}/manhmoi.db"
    if url is None:
        asyncio.run(migrate(address, ring))
    spent = asyncio.run(stages(address, ring))
    told = ", ".join(f"{stage} {ms:.2f}" for stage, ms in spent.items())
    _say(f"{name:10}  ms a turn alone: {told}")


def _databases() -> Iterator[tuple[str, Server | None]]:
    yield "sqlite", None
    offered, found = os.environ.get(OFFERED), programs()
    if offered:
        address = make_url(offered).set(drivername="postgresql+asyncpg")
        yield "postgresql", Server(address)
    elif found:
        with cluster(found, SYNCED) as url:
            yield "postgresql", Server(url)
    else:
        _say("postgresql  not here: install Debian's postgresql")


@contextlib.contextmanager
def _fresh(place: Path, server: Server | None) -> Iterator[tuple[Path, str | None]]:
    """Lend a folder and a migrated database; None is the office's own SQLite."""
    if server is None:
        yield place, None
        return
    with server.database() as url:
        ring = crypt.load(place.with_suffix(".ring"))
        asyncio.run(migrate(url, ring))
        yield place, url


def _row(name: str, citizens: int, load: Load, yardstick: Load) -> str:
    share = load.turns_per_s / yardstick.turns_per_s
    return (
        f"{name:26}  {citizens:3} citizens  {load.turns_per_s:6.0f} turns/s  "
        f"{load.cpu_ms:5.2f} ms CPU a turn  {load.median_ms:5.0f} ms median  "
        f"{load.p99_ms:5.0f} ms p99  {share:5.2f} of the peer"
    )


def _told(name: str, what: Burst) -> str:
    return (
        f"{name:26}  {what.sent} webhook calls at {A_SECOND} a second: {what.taken} "
        f"answered, {what.kept} kept, {what.p99_ms:.0f} ms p99, "
        f"{what.slowest_ms:.0f} ms at most"
    )


def _machine() -> str:
    return f"{platform.machine()}, Python {platform.python_version()}"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
