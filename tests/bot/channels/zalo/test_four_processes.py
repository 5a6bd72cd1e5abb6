"""Four real processes hold one account: one renews its tokens, none sends with a dead one."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.channels.zalo.keeper import SPENT
from storage import accounts, crypt
from storage.db import open_database
from storage.model.account import Account, AccountState
from tests.fakes.zalo import Kind, Zalo, settings
from tests.fixtures.office import office

FOUR = 4
TEXTS = ("một", "hai", "ba")
SERVED = ("web,worker,sender,jobs,scheduler", *["sender"] * 3)
PATIENCE_S = 60.0


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    return request.param


@dataclass(frozen=True)
class Processes:
    """Four that do nothing else; each writes to a person of its own."""

    running: Sequence[asyncio.subprocess.Process]

    async def told(self) -> list[str]:
        """Return the next word of each."""
        async with asyncio.timeout(PATIENCE_S):
            said = (one.stdout.readline() for one in self.running)
            return [line.decode().strip() for line in await asyncio.gather(*said)]

    async def go(self) -> list[str]:
        """Let all begin at once; return what became of it."""
        for one in self.running:
            one.stdin.write(b"\n")
        return await self.told()


@pytest.fixture
async def processes(
    database_url: str, tmp_path: Path, fake: Zalo
) -> AsyncIterator[Processes]:
    crypt.load(tmp_path / "keyring")  # or each would make one
    told = settings(fake) | {"data_dir": tmp_path, "database_url": database_url}
    ours = {f"MANHMOI_{name.upper()}": str(value) for name, value in told.items()}
    for person in people(fake):
        person.acts()
    async with spawned(fake, os.environ | ours) as running:
        processes = Processes(running)
        assert await processes.told() == ["ready"] * FOUR
        yield processes


def people(fake: Zalo) -> list:
    return [fake.user(number) for number in range(FOUR)]


@asynccontextmanager
async def spawned(fake: Zalo, environ: dict[str, str]) -> AsyncIterator[list]:
    pipe = asyncio.subprocess.PIPE
    program = (sys.executable, "-m", "tests.fixtures.renewing")
    running = [
        await asyncio.create_subprocess_exec(
            *program, person.id, *TEXTS, stdin=pipe, stdout=pipe, env=environ
        )
        for person in people(fake)
    ]
    try:
        yield running
    finally:
        for one in running:
            one.stdin.close()
        await asyncio.gather(*(one.wait() for one in running))


async def standing(database_url: str, keyring: Path) -> Account:
    db = await open_database(database_url, crypt.load(keyring))
    (account,) = await db.read(accounts.listed)
    await db.close()
    return account


async def test_of_four_processes_at_once_one_renews_and_none_sends_with_a_dead_token(
    processes: Processes, fake: Zalo
) -> None:
    fake.faults.add(Kind.SLOW, method="token", seconds=0.5, times=2)

    assert await processes.go() == ["sent"] * FOUR
    assert fake.world.tokens.rotations == 1
    assert {token for _, token in fake.world.calls} == {"access-1"}

    fake.world.tokens.expires = 0.0
    assert await processes.go() == ["sent"] * FOUR
    assert fake.world.tokens.rotations == 2
    for person in people(fake):
        assert [message["text"] for message in person.heard] == [*TEXTS, *TEXTS]

    fake.world.calls.clear()
    assert await processes.go() == ["sent"] * FOUR
    assert {token for _, token in fake.world.calls} == {"access-2"}


async def test_a_lost_answer_that_changed_nothing_ends_in_a_working_pair(
    processes: Processes, fake: Zalo
) -> None:
    fake.faults.add(Kind.DROPPED, method="token")

    assert await processes.go() == ["sent"] * FOUR

    assert fake.world.tokens.rotations == 1


async def test_a_lost_answer_with_the_new_pair_in_it_ends_in_a_clear_alert(
    processes: Processes, fake: Zalo, database_url: str, tmp_path: Path
) -> None:
    fake.faults.add(Kind.LOST, method="token")

    assert await processes.go() == ["held"] * FOUR

    account = await standing(database_url, tmp_path / "keyring")
    assert account.state is AccountState.SHUT_OUT
    assert account.reason == f"{SPENT}: -14014"
    assert fake.world.sent == []


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
async def test_four_served_processes_renew_once_and_answer_everybody(
    database_url: str, tmp_path: Path, fake: Zalo
) -> None:
    # An answer that takes longer than all of them to start: they all ask meanwhile.
    fake.faults.add(Kind.SLOW, method="token", seconds=8.0)
    async with office(tmp_path, database_url, SERVED, settings(fake)) as served:
        fake.hook(f"{served.address}/webhook/zalo")
        crowd = [fake.user(number) for number in range(10)]
        for rotations in (1, 2):
            for person in crowd:
                person.say("Chào")
            for person in crowd:
                await person.hears(PATIENCE_S)
            assert fake.world.tokens.rotations == rotations
            fake.world.tokens.expires = 0.0
        good = fake.world.tokens.access

    assert served.told().count('"zalo.token_renewed"') == 2
    assert "zalo.shut_out" not in served.told()
    assert fake.world.calls[-1] == ("/v3.0/oa/message/cs", good)
