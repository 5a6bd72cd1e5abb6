"""What could not go its way waits for staff, and each deals with it once."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from storage import audit, inbox, jobs, receipts, sending, set_aside, turns
from storage.db import Database
from storage.model.line import Fate, Origin, Outcome, Received
from storage.model.message import Outgoing
from storage.tables import job
from tests.fixtures.line import say, take
from tests.fixtures.told import tell

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def fail_all(tx: Connection) -> dict[Origin, int]:
    """Set one row of each kind aside; return their ids."""
    tell(tx)
    raw = Received("web", "site", "k1", "visitor-1", 1, b"raw", NOW)
    received = inbox.add(tx, raw)
    turns.set_aside(tx, [received.id], "KeyError: story", NOW)
    assert received.conversation is not None
    say(tx, received.conversation or 0, received.id, [Outgoing("Chào bác")])
    (unsent,) = sending.take(tx, "web", "site", NOW)
    sending.settle(tx, [Outcome(unsent, Fate.DEAD, why="blocked")], NOW)
    jobs.add(tx, "preview", "m1", {}, NOW)
    made = tx.execute(sa.select(job.c.id)).scalar_one()
    tx.execute(sa.update(job).values(state="dead", attempts=4, error="bomb"))
    return {Origin.INBOX: received.id, Origin.OUTBOX: unsent.id, Origin.JOB: made}


async def test_an_empty_house_has_nothing_set_aside(db: Database) -> None:
    assert await db.read(set_aside.listed) == ()
    assert await db.read(set_aside.count) == 0


async def test_what_failed_is_listed_with_reason_and_tip(db: Database) -> None:
    ids = await db.write(fail_all)

    rows = {row.origin: row for row in await db.read(set_aside.listed)}

    assert {origin: row.id for origin, row in rows.items()} == ids
    assert await db.read(set_aside.count) == 3
    assert rows[Origin.INBOX].error == "KeyError: story"
    assert rows[Origin.OUTBOX].error == "blocked"
    assert (rows[Origin.JOB].error, rows[Origin.JOB].attempts) == ("bomb", 4)
    assert rows[Origin.INBOX].tip_code == rows[Origin.OUTBOX].tip_code == "482 915 637"
    assert rows[Origin.JOB].tip is None


@pytest.mark.parametrize("origin", Origin)
async def test_a_row_is_tried_again_once(db: Database, origin: Origin) -> None:
    row_id = (await db.write(fail_all))[origin]

    tries = [db.write(set_aside.retry, origin, row_id, 7, LATER) for _ in range(2)]

    assert sorted(await asyncio.gather(*tries)) == [False, True]
    assert await db.read(set_aside.count) == 2
    (row,) = await db.read(audit.trail, "house")
    assert (row.act, row.actor) == ("set_aside_retried", "staff:7")
    assert row.details == {"origin": origin, "row": row_id}


async def test_an_event_of_nobodys_is_dealt_with_and_not_tried_again(
    db: Database,
) -> None:
    event = Received("zalo", "oa", "x:1", None, None, b"{}", NOW)
    await db.write(receipts.add_all, [event])
    (row,) = await db.read(set_aside.listed)

    assert not row.has_line
    assert not await db.write(set_aside.retry, row.origin, row.id, 7, LATER)
    assert await db.read(set_aside.count) == 1
    assert await db.write(set_aside.see, row.origin, row.id, 7, "Đã xem", NOW)


async def test_what_is_tried_again_is_taken_like_new(db: Database) -> None:
    for origin, row_id in (await db.write(fail_all)).items():
        await db.write(set_aside.retry, origin, row_id, 7, LATER)

    (unread,) = await db.write(take, LATER)
    (unsent,) = await db.write(sending.take, "web", "site", LATER)
    work = await db.write(jobs.take, LATER)

    assert (unread.body, unread.attempts) == (b"raw", 0)
    assert unsent.message.text == "Chào bác"
    assert work is not None
    assert (work.kind, work.attempts) == ("preview", 1)


@pytest.mark.parametrize("origin", Origin)
async def test_a_row_dealt_with_is_neither_listed_nor_tried(
    db: Database, origin: Origin
) -> None:
    row_id = (await db.write(fail_all))[origin]

    assert await db.write(set_aside.see, origin, row_id, 7, "Đã gọi điện", NOW)

    assert not await db.write(set_aside.see, origin, row_id, 7, "Đã gọi điện", NOW)
    assert not await db.write(set_aside.retry, origin, row_id, 7, NOW)
    assert await db.read(set_aside.count) == 2
    (row,) = await db.read(audit.trail, "house")
    assert (row.act, row.reason) == ("set_aside_seen", "Đã gọi điện")
