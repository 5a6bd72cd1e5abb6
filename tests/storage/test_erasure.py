"""An erased conversation troubles no loop, and no turn writes into it afterwards."""

import asyncio
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from storage import erasure, inbox, sending, set_aside, turns
from storage.db import Database
from storage.model.line import Received
from storage.model.message import Outgoing
from storage.tx import Connection
from tests.fixtures.line import say, take

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
GROUND = "Yêu cầu của người kể"


def talk(tx: Connection) -> int:
    """Return a conversation that waits for its turn and for a sender."""
    body = b'{"kind": "said", "text": "a"}'
    received = Received("zalo", "oa", "key-1", "user-1", 0, body, NOW)
    receipt = inbox.add(tx, received)
    assert receipt.conversation is not None
    say(tx, receipt.conversation or 0, receipt.id, [Outgoing("Vâng ạ.")])
    return receipt.conversation


async def test_nothing_of_it_waits_any_more(db: Database) -> None:
    who = await db.write(talk)

    await db.write(erasure.erase, who, GROUND, "staff:1", NOW)

    assert await db.write(take) == ()
    assert await db.write(sending.take, "zalo", "oa", NOW) == ()
    assert await db.read(set_aside.count) == 0


async def test_who_writes_again_begins_anew(db: Database) -> None:
    who = await db.write(talk)

    await db.write(erasure.erase, who, GROUND, "staff:1", NOW)

    assert await db.write(talk) != who


async def test_a_turn_that_was_being_played_cannot_end(db: Database) -> None:
    who = await db.write(talk)
    taken = await db.write(turns.take, NOW)

    await db.write(erasure.erase, who, GROUND, "staff:1", NOW)

    assert await db.write(turns.held, taken) == frozenset()


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
async def test_erasing_waits_for_a_turn_that_holds_the_conversation(
    db: Database,
) -> None:
    who = await db.write(talk)
    is_held, may_end = asyncio.Event(), asyncio.Event()

    (waiting,) = await db.write(turns.take, NOW)

    def play(tx: Connection) -> None:
        assert turns.held(tx, [waiting]) == {who}
        is_held.set()
        while not may_end.is_set():  # each call lets the loop go on
            tx.execute(sa.select(sa.func.pg_sleep(0.02)))

    turn = asyncio.create_task(db.write(play))
    await is_held.wait()
    erasing = asyncio.create_task(db.write(erasure.erase, who, GROUND, "staff:1", NOW))
    await asyncio.sleep(0.2)
    was_waiting = not erasing.done()
    may_end.set()
    await asyncio.gather(turn, erasing)

    assert was_waiting
