"""The kill test: `kill -9` at random moments, while citizens tell, loses nothing.

`MANHMOI_TEST_SEED` gives the seed; without it one is drawn, and printed either way.
"""

import asyncio
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa
from aiohttp import ClientSession, TCPConnector
from sqlalchemy import Connection

from storage import exports, tips, visitors
from storage import lines as transcripts
from storage.model.dialogue import Source
from storage.model.line import InboxState, Line
from storage.tables import inbox, outbox
from tests.fixtures.citizen import Citizen, Crowd
from tests.fixtures.office import ALL, APART, Office, office

SEED = "MANHMOI_TEST_SEED"
BETWEEN = 0.8  # how many of the kills wait for somebody between receipt and reply
MOMENT_S = (0.05, 0.5)
PAUSE_S = (0.0, 0.3)


@dataclass(frozen=True)
class Trial:
    citizens: int
    kills: int
    within_s: float


LONG = Trial(citizens=50, kills=20, within_s=300)
SHORT = Trial(citizens=10, kills=3, within_s=60)


@pytest.fixture
def address(database_kind: str, request: pytest.FixtureRequest) -> str | None:
    """The database to be served; None is the office's own SQLite."""
    kept = database_kind == "sqlite"
    return None if kept else request.getfixturevalue("database_url")


@pytest.mark.parametrize(
    "trial",
    [
        pytest.param(SHORT, id="short"),
        pytest.param(LONG, id="long", marks=pytest.mark.chaos),
    ],
)
async def test_kill_minus_nine_loses_doubles_and_disorders_nothing(
    trial: Trial, address: str | None, tmp_path: Path
) -> None:
    dice = Random(_seed())  # noqa: S311 - a test's dice
    parts = ALL if address is None else APART

    async with office(tmp_path, address, parts) as served:
        citizens, between = await _shaken(served, trial, dice, len(parts))
        async with served.database() as db:
            wrong = await db.read(_faults, citizens)
    print(  # noqa: T201 - for whoever runs it with -s
        f"{len(citizens)} citizens, {trial.kills} kills, {between} of them between "
        f"a receipt and its reply, {sum(len(c.sent) for c in citizens)} messages"
    )

    assert wrong == []
    assert 2 * between >= trial.kills
    assert '"turn.failed"' not in served.told()
    assert '"view.failed"' not in served.told()


def _seed() -> int:
    seed = int(os.environ.get(SEED) or secrets.randbelow(10**9))
    print(f"{SEED}={seed}")  # noqa: T201 - so that a failure can be repeated
    return seed


async def _shaken(
    served: Office, trial: Trial, dice: Random, parts: int
) -> tuple[list[Citizen], int]:
    """Let all citizens tell while processes die; return how many died mid-turn."""
    crowd = Crowd(pause=lambda: dice.uniform(*PAUSE_S), is_over=False)
    async with (
        asyncio.timeout(trial.within_s),
        ClientSession(connector=TCPConnector(limit=0)) as http,
        asyncio.TaskGroup() as tasks,
    ):
        citizens = [
            Citizen(http, served.address, number, dice, crowd, number % 2 == 1)
            for number in range(trial.citizens)
        ]
        for citizen in citizens:
            tasks.create_task(citizen.tell())
        between = 0
        for _ in range(trial.kills):
            await _moment(crowd, dice)
            between += crowd.waiting > 0
            await _kill(served, dice.randrange(parts))
        crowd.is_over = True
    return citizens, between


async def _moment(crowd: Crowd, dice: Random) -> None:
    """Wait for a random moment with a request in flight, or a reply that is awaited."""
    awaits_reply = dice.random() < BETWEEN
    await asyncio.sleep(dice.uniform(*MOMENT_S))
    while not (crowd.waiting if awaits_reply else crowd.posting):  # noqa: ASYNC110 - counts
        await asyncio.sleep(0.001)


async def _kill(served: Office, part: int) -> None:
    """Kill a part and start it again."""
    await served.kill(part)
    await served.start(part)
    await served.ready()


def _faults(tx: Connection, citizens: list[Citizen]) -> list[str]:
    """Return everything that is not as it was told, over all citizens."""
    kept = len(exports.ids(tx, drafts=True))
    wrong = [] if kept == len(citizens) else [f"{kept} tips of {len(citizens)}"]
    for citizen in citizens:
        found = [*_in_tip(tx, citizen), *_in_line(tx, citizen)]
        wrong += [f"citizen {citizen.number}: {fault}" for fault in found]
    return wrong


def _in_tip(tx: Connection, citizen: Citizen) -> Iterator[str]:
    tip = tips.by_code(tx, citizen.code)
    if tip is None:
        yield f"no tip {citizen.code}"
        return
    if tip.story != "\n".join(citizen.pieces):
        yield f"story: {tip.story}"
    if tip.spare:
        yield f"spare: {tip.spare}"
    found = {
        key: held.words
        for key, held in tip.answers.items()
        if held.source is Source.FOUND
    }
    said = {
        key: held.value if key == "how_known" else held.words
        for key, held in tip.answers.items()
        if held.source is Source.SAID
    }
    if said != citizen.answers:
        yield f"said: {said}"
    for key, words in _facts(citizen).items():
        if words not in found.get(key, ""):
            yield f"{key}: {found.get(key)}"


def _facts(citizen: Citizen) -> dict[str, str]:
    """Return what his first sentence says, by the question that it answers."""
    return {
        "martyr_name": citizen.martyr,
        "unit": citizen.unit,
        "died": citizen.year,
    }


def _in_line(tx: Connection, citizen: Citizen) -> Iterator[str]:
    where = visitors.find(tx, citizen.secret)
    if where is None:
        yield "no conversation"
        return
    told = transcripts.after(tx, where, 0, 10_000)
    if [line.n for line in told] != list(range(1, len(told) + 1)):
        yield f"places: {[line.n for line in told]}"
    if [_shown(line) for line in told] != [
        (line["n"], line["from"], line["text"]) for line in citizen.lines
    ]:
        yield "what he saw is not what is kept"
    rows = tx.execute(
        sa.select(inbox.c.id, inbox.c.key, inbox.c.n, inbox.c.state)
        .where(inbox.c.conversation_id == where, inbox.c.n.is_not(None))
        .order_by(inbox.c.n)
    ).all()
    if [row.key for row in rows] != [f"{where}:{key}" for key in citizen.sent]:
        yield "not one row for each client_id, in the order sent"
    if any(row.state != InboxState.DONE for row in rows):
        yield "a row is not done"
    yield from _in_replies(tx, where, [(row.id, row.n) for row in rows])


def _in_replies(
    tx: Connection, where: int, causes: list[tuple[int, int]]
) -> Iterator[str]:
    replies = tx.execute(
        sa.select(outbox.c.cause, outbox.c.part, outbox.c.n)
        .where(outbox.c.conversation_id == where)
        .order_by(outbox.c.n)
    ).all()
    if list(dict.fromkeys(reply.cause for reply in replies)) != [
        id_ for id_, _ in causes
    ]:
        yield "replies are missing or out of order"
    for id_, n in causes:
        parts = [reply for reply in replies if reply.cause == id_]
        if [reply.part for reply in parts] != list(range(len(parts))):
            yield f"the reply to {n} is torn"
        if parts and parts[0].n <= n:
            yield f"the reply to {n} stands before it"


def _shown(line: Line) -> tuple[int, str, str]:
    return (line.n, line.author, line.text)
