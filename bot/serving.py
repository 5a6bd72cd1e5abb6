"""Serving: the loops and pages of the roles that this process was given."""

import asyncio
import os
import secrets
import signal
from collections.abc import (
    AsyncIterator,
    Callable,
    Coroutine,
    Iterable,
    Iterator,
    Mapping,
)
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum
from secrets import token_hex
from typing import Any

import structlog
from aiohttp import web

from admin.links import first_administrator_link
from bot import webhooks
from bot.app import application
from bot.channel import Channel, ways
from bot.config import Settings
from bot.jobs import World
from bot.logs import AccessLogger
from bot.loops import inbox, jobs, scheduler, sender
from bot.loops.inbox import Inbox
from bot.loops.scheduler import Plan, Scheduler
from bot.loops.sender import Sender
from bot.metrics import measured
from bot.place import Place, hold, is_embedded, now, opened
from bot.reading import Reading
from bot.switchboard import Switchboard, switchboard
from handlers.codes import new_code
from handlers.leftovers import give_up, tidy
from handlers.turn import Setting, Ways
from handlers.world import Source
from nlp.lexicon import Lexicon
from storage import agencies, leases, turns
from storage.tx import Connection

# Conversations played at once: on SQLite they share commits, on PostgreSQL they overlap.
TURNS_AT_ONCE = 2
STOP_WITHIN = 5.0
SWEEPS = "*/5 * * * *"
TIDIES = "17 3 * * *"  # walks through all files: at night

PLATFORMS = {"zalo": "Zalo", "telegram": "Telegram"}

Tell = Callable[[str], None]

log = structlog.get_logger()


class Role(StrEnum):
    """What a process may do; one process does all by default."""

    WEB = "web"
    WORKER = "worker"
    SENDER = "sender"
    JOBS = "jobs"
    SCHEDULER = "scheduler"


async def serve(settings: Settings, roles: Iterable[Role], tell: Tell) -> None:
    """Serve until SIGTERM or SIGINT; `tell` speaks to whoever started us."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    async with _started(settings, frozenset(roles)) as started:
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
            async with (
                switchboard(place) as board,
                _running(place, board, roles) as tasks,
            ):
                async with _website(place, board, roles) as url, _metrics(place, board):
                    yield Started(place, board, tasks, url)


@asynccontextmanager
async def _running(
    place: Place, board: Switchboard, roles: frozenset[Role]
) -> AsyncIterator[list[asyncio.Task[None]]]:
    """Let the loops of these roles run."""
    tasks = [asyncio.create_task(work) for work in _work(place, board, roles)]
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


async def _until(stop: asyncio.Event, tasks: list[asyncio.Task[None]]) -> None:
    """Return when told to stop; a loop that ends by itself ends the process."""
    stopped = asyncio.create_task(stop.wait())
    ended, _ = await asyncio.wait(
        {stopped, *tasks}, return_when=asyncio.FIRST_COMPLETED
    )
    stopped.cancel()
    for task in ended & set(tasks):
        task.result()


def _work(
    place: Place, board: Switchboard, roles: frozenset[Role]
) -> list[Coroutine[Any, Any, None]]:
    """Return the loops of these roles."""
    link = f"{place.settings.public_url}/chat"
    world = World(place.db, place.files, now, _sources(board), link)
    work: list[Coroutine[Any, Any, None]] = []
    if roles & {Role.WEB, Role.SENDER}:
        work.append(board.receipts.run())
    if Role.WORKER in roles:
        setting = setting_of(board.channels, place.settings.timezone)
        box = Inbox(place.db, setting, Reading(Lexicon.load()), now)
        work += [inbox.run(box) for _ in range(TURNS_AT_ONCE)]
    if Role.SENDER in roles:
        for channel in board.pushed:
            work.append(sender.run(Sender(place.db, channel, now, token_hex(8))))
            work += channel.work()
    if Role.JOBS in roles:
        work.append(jobs.run(world))
    if Role.SCHEDULER in roles:
        plans = {
            "sweep": Plan(SWEEPS, lambda: give_up(world)),
            "tidy": Plan(TIDIES, lambda: tidy(world)),
        }
        zone = place.settings.timezone
        work.append(scheduler.run(Scheduler(place.db, now, zone, plans)))
    return work


def _sources(board: Switchboard) -> dict[str, Source]:
    return {channel.name: channel for channel in board.pushed}


def setting_of(known: Mapping[str, Channel], zone: tzinfo) -> Setting:
    """Return what all turns of this process share."""

    def ways_of(channel: str) -> Ways:
        return ways(known[channel])

    return Setting(ways_of, zone, lambda: new_code(secrets.randbelow))


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
        place.db, place.files, now, settings.timezone, settings.public_url
    )
    webhooks.mount(app, board)
    runner = web.AppRunner(
        app, access_log_class=AccessLogger, shutdown_timeout=STOP_WITHIN
    )
    await runner.setup()
    await web.TCPSite(runner, settings.host, settings.port).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def _metrics(place: Place, board: Switchboard) -> AbstractAsyncContextManager[None]:
    settings = place.settings
    return measured(
        place.db, board.receipts.tally, settings.host, settings.metrics_port
    )


async def _greet(started: Started, tell: Tell) -> None:
    """Say where to go."""
    if not started.url:
        return
    link = await first_administrator_link(started.place.db, started.url, now())
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
