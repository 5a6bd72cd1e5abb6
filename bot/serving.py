"""Serving: the loops and pages of the roles that this process was given."""

import asyncio
import gc
import os
import signal
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass

import structlog
from aiohttp import web

from admin.links import first_administrator_link
from bot import webhooks
from bot.app import application
from bot.config import Settings
from bot.entrances import entrances
from bot.listening import Site
from bot.metrics import measured
from bot.place import Place, hold, is_embedded, now, opened
from bot.roles import Role, work
from bot.switchboard import Switchboard, switchboard
from nlp.positions.atlas import Atlas
from storage import agencies, leases, rooms, turns
from storage.jobs import release_all as release_jobs
from storage.tx import Connection

STOP_WITHIN = 5.0
YOUNG = 10_000  # objects after which the collector looks for rings of them
PLATFORMS = {"zalo": "Zalo", "telegram": "Telegram"}

Tell = Callable[[str], None]

log = structlog.get_logger()


async def serve(settings: Settings, roles: Iterable[Role], tell: Tell) -> None:
    """Serve until SIGTERM or SIGINT; `tell` speaks to whoever started us."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    async with _started(settings, frozenset(roles)) as started:
        _leave_alone()
        await _greet(started, tell)
        await _until(stop, started.tasks)


@asynccontextmanager
async def running(settings: Settings, roles: Iterable[Role]) -> AsyncIterator[str]:
    """Serve inside this process for a while; yields the address."""
    async with _started(settings, frozenset(roles)) as started:
        yield started.url


@dataclass(frozen=True, slots=True)
class Started:
    """A serving process: its place, its loops, its address if it has pages."""

    place: Place
    board: Switchboard
    tasks: list[asyncio.Task[None]]
    url: str


@asynccontextmanager
async def _started(
    settings: Settings, roles: frozenset[Role]
) -> AsyncIterator[Started]:
    with _held(settings):
        async with opened(settings, migrating=is_embedded(settings)) as place:
            await place.db.write(agencies.first)
            if is_embedded(settings):
                await place.db.write(_free_all)
            await asyncio.to_thread(rooms.clear, place.files.root)
            async with (
                switchboard(place) as board,
                _running(place, board, roles) as tasks,
                _website(place, board, roles) as url,
                _metrics(place, board),
            ):
                yield Started(place, board, tasks, url)


@asynccontextmanager
async def _running(
    place: Place, board: Switchboard, roles: frozenset[Role]
) -> AsyncIterator[list[asyncio.Task[None]]]:
    """Let the loops of these roles run."""
    tasks = [asyncio.create_task(loop) for loop in work(place, board, roles)]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _free_all(tx: Connection) -> None:
    """Free what a killed process held; nobody else can hold it."""
    turns.release_all(tx)
    leases.drop_all(tx)
    release_jobs(tx)


def _leave_alone() -> None:
    """Spare the collector what was loaded: it stays as long as the process.

    Looking at all of it again took a tenth of a turn (docs/speed.md).
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])


async def _until(stop: asyncio.Event, tasks: list[asyncio.Task[None]]) -> None:
    """Return when told to stop; a loop that ends by itself ends the process."""
    stopped = asyncio.create_task(stop.wait())
    ended, _ = await asyncio.wait(
        {stopped, *tasks}, return_when=asyncio.FIRST_COMPLETED
    )
    stopped.cancel()
    for task in ended & set(tasks):
        task.result()


@asynccontextmanager
async def _website(
    place: Place, board: Switchboard, roles: frozenset[Role]
) -> AsyncIterator[str]:
    """Serve the pages, if this process has any; yields where."""
    if Role.WEB not in roles:
        yield ""
        return
    settings = place.settings
    app = application(
        place.db,
        place.files,
        now,
        settings.timezone,
        settings.public_url,
        entrances(board.pushed),
        Atlas(settings.data_dir),
    )
    webhooks.mount(app, board)
    runner = web.AppRunner(app, shutdown_timeout=STOP_WITHIN)
    await runner.setup()
    await Site(runner, settings.host, settings.port).start()
    try:
        yield _address(runner)
    finally:
        await runner.cleanup()


def _address(runner: web.AppRunner) -> str:
    """Return where this machine finds the pages, as they are bound."""
    host, port = runner.addresses[0][:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - all
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _metrics(place: Place, board: Switchboard) -> AbstractAsyncContextManager[None]:
    settings = place.settings
    return measured(board.receipts, settings.host, settings.metrics_port)


async def _greet(started: Started, tell: Tell) -> None:
    """Say where to go."""
    if not started.url:
        return
    settings = started.place.settings
    is_told = "public_url" in settings.model_fields_set
    base = settings.public_url if is_told else started.url
    link = await first_administrator_link(started.place.db, base, now())
    if link:
        tell(f"ADMIN {link}")
    for name, words in PLATFORMS.items():
        is_open = name in started.board.channels
        tell(f"{words}: {'on' if is_open else 'off (its settings are unset)'}")
    tell(f"Manh Mối: {started.url}")


@contextmanager
def _held(settings: Settings) -> Iterator[None]:
    """Hold an embedded database against a second process."""
    if not is_embedded(settings):
        yield
        return
    descriptor = hold(settings)
    try:
        yield
    finally:
        os.close(descriptor)
