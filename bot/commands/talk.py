"""`manhmoi talk`: the citizen's conversation in a terminal."""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import typer

from bot.channels.terminal import Talk
from bot.config import DATABASES, Settings, read_settings
from bot.roles import Role
from bot.serving import running

SECONDS_TO_KNOCK = 2.0
WITHOUT_SENDING = (Role.WEB, Role.WORKER, Role.SCHEDULER)


def talk() -> None:
    """Talk with the running server; without one, with a database that is then dropped."""
    asyncio.run(_talk(read_settings()))


async def _talk(settings: Settings) -> None:
    async with aiohttp.ClientSession() as http:
        here = f"http://127.0.0.1:{settings.port}"
        if await _answers(http, here):
            await Talk(here, http, typer.echo).run(_lines())
            return
        typer.echo("(no server is running: nothing said here is kept)", err=True)
        async with _temporary() as url:
            await Talk(url, http, typer.echo).run(_lines())


async def _answers(http: aiohttp.ClientSession, url: str) -> bool:
    timeout = aiohttp.ClientTimeout(SECONDS_TO_KNOCK)
    try:
        async with http.get(f"{url}/readyz", timeout=timeout) as response:
            return response.status == 200
    except (aiohttp.ClientError, TimeoutError):
        return False


@asynccontextmanager
async def _temporary() -> AsyncIterator[str]:
    with tempfile.TemporaryDirectory(prefix="manhmoi-") as folder:
        settings = Settings(
            data_dir=Path(folder),
            database_url=f"{DATABASES[0]}{folder}/manhmoi.db",
            media_url=f"file:{folder}/media",
            keyring_file=Path(folder) / "keyring",
            port=0,
        )
        async with running(settings, WITHOUT_SENDING) as url:
            yield url


async def _lines() -> AsyncIterator[str]:
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        yield line


def register(app: typer.Typer) -> None:
    app.command()(talk)
