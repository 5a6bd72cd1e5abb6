"""A backup taken by command while citizens talk, restored into a second folder."""

import asyncio
import os
import shutil
import sys
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

import pytest
from aiohttp import ClientSession, TCPConnector

from storage import lines, visitors
from storage.db import Database
from storage.model.line import Line
from storage.tx import Connection
from tests.fixtures.citizen import Citizen, Crowd
from tests.fixtures.office import ALL, Office, office

CITIZENS = 20
WITHIN_S = 90


@pytest.fixture
def urls(
    database_kind: str, request: pytest.FixtureRequest
) -> tuple[str | None, str | None]:
    """A database to be served and one to restore into; None is the office's SQLite."""
    if database_kind == "sqlite":
        return None, None
    names = ("database_url", "empty_url")
    first, second = (request.getfixturevalue(name) for name in names)
    return first, second


async def manhmoi(place: Office, *words: str) -> None:
    """Run a command of the office's own."""
    running = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *words),
        env=os.environ | place.environ(),
        stderr=asyncio.subprocess.PIPE,
    )
    _, said = await running.communicate()
    assert running.returncode == 0, said.decode()


def told(tx: Connection, secrets: list[str]) -> list[tuple[Line, ...]]:
    """Return each citizen's conversation."""
    found = (visitors.find(tx, secret) for secret in secrets)
    return [lines.after(tx, known) if known else () for known in found]


async def kept(place: Office, citizens: list[Citizen]) -> list[tuple[Line, ...]]:
    async def read(db: Database) -> list[tuple[Line, ...]]:
        return await db.read(told, [citizen.secret for citizen in citizens])

    async with place.database() as db:
        return await read(db)


async def talk(citizen: Citizen) -> None:
    """Remember one thing after the other, each answered, until the crowd goes home."""
    while not citizen.crowd.is_over:
        await citizen.say(f"Điều thứ {len(citizen.pieces)}, {citizen.marker}.")
        await asyncio.sleep(citizen.crowd.pause())


async def test_a_backup_while_citizens_talk_is_the_office_at_that_moment(
    urls: tuple[str | None, str | None], tmp_path: Path
) -> None:
    dice = Random(1)  # noqa: S311 - a test's dice
    crowd = Crowd(pause=lambda: dice.uniform(0, 0.2), is_over=False)
    second = Office(tmp_path / "second", urls[1], ALL)

    async with AsyncExitStack() as stack:
        await stack.enter_async_context(asyncio.timeout(WITHIN_S))
        first = await stack.enter_async_context(office(tmp_path / "first", urls[0]))
        http = await stack.enter_async_context(
            ClientSession(connector=TCPConnector(limit=0))
        )
        citizens = [
            Citizen(http, first.address, number, dice, crowd)
            for number in range(CITIZENS)
        ]
        async with asyncio.TaskGroup() as tasks:
            for citizen in citizens:
                tasks.create_task(talk(citizen))
            await asyncio.sleep(1)
            before = await kept(first, citizens)
            await manhmoi(first, "backup", str(tmp_path / "copy"))
            after = await kept(first, citizens)
            crowd.is_over = True
    second.folder.mkdir()
    shutil.copy(first.folder / "keyring", second.folder / "keyring")
    await manhmoi(second, "restore", str(tmp_path / "copy"))
    restored = await kept(second, citizens)

    assert sum(map(len, before)) < sum(map(len, after))
    for early, then, late in zip(before, restored, after, strict=True):
        assert then[: len(early)] == early
        assert late[: len(then)] == then
