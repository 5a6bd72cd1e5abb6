"""The end of a try counts for that try: what was learned meanwhile stands."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from storage import erasure, sending
from storage.db import Database
from storage.model.line import Fate, OutboxState, Outcome, Unsent
from storage.model.message import Echoed
from storage.tables import inbox, outbox
from tests.fixtures.line import NOW, begin, reply

LATER = NOW + timedelta(minutes=1)
FAILED = (Fate.RETRY, Fate.UNKNOWN, Fate.DEAD)


@pytest.mark.parametrize("fate", FAILED)
async def test_an_echo_outlives_the_lost_answer_of_its_message(
    db: Database, fate: Fate
) -> None:
    where = await db.write(begin)
    await db.write(reply, where, 1, "một")
    taken = await _take(db)

    assert await db.write(sending.echoed, where, Echoed("m-1", "một", 77), NOW)
    await db.write(sending.settle, [Outcome(taken, fate)], NOW)

    assert await db.read(_states) == [OutboxState.SENT]


@pytest.mark.parametrize("fate", FAILED)
async def test_the_late_end_of_an_older_try_ends_no_newer_one(
    db: Database, fate: Fate
) -> None:
    await db.write(reply, await db.write(begin), 1, "một")
    older = await _take(db)
    await db.write(sending.adrift, "web", "web", NOW)
    await _take(db, LATER)

    await db.write(sending.settle, [Outcome(older, fate)], LATER)

    assert await db.read(_states) == [OutboxState.SENDING]


async def test_the_late_word_that_an_older_try_went_out_spares_a_newer_one(
    db: Database,
) -> None:
    await db.write(reply, await db.write(begin), 1, "một")
    older = await _take(db)
    await db.write(sending.adrift, "web", "web", NOW)

    await db.write(sending.settle, [Outcome(older, Fate.SENT, 7, "m-1")], NOW)

    assert await db.write(sending.take, "web", "web", LATER) == ()


async def test_what_is_settled_twice_is_settled_once(db: Database) -> None:
    await db.write(reply, await db.write(begin), 1, "một")
    gone = Outcome(await _take(db), Fate.DEAD, is_gone=True)

    await db.write(sending.settle, [gone], NOW)
    await db.write(sending.settle, [gone], LATER)

    assert await db.read(_received) == 1


async def test_whoever_was_erased_while_he_was_told_is_told_of_nowhere(
    db: Database,
) -> None:
    where = await db.write(begin)
    await db.write(reply, where, 1, "một")
    gone = Outcome(await _take(db), Fate.DEAD, is_gone=True)
    await db.write(erasure.erase, where, "own wish", "staff:1", NOW)

    await db.write(sending.settle, [gone], NOW)

    assert await db.read(_received) == 0


async def _take(db: Database, now: datetime = NOW) -> Unsent:
    (taken,) = await db.write(sending.take, "web", "web", now)
    return taken


def _states(tx: Connection) -> list[str]:
    return list(tx.execute(sa.select(outbox.c.state)).scalars())


def _received(tx: Connection) -> int:
    return tx.execute(sa.select(sa.func.count()).select_from(inbox)).scalar_one()
