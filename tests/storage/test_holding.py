"""What is held waits for its time, and goes at once where its reader writes before."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection

from storage import holding, inbox, sending
from storage.db import Database
from storage.model.line import Fate, Outcome
from storage.model.message import Asked
from tests.fixtures.line import NOW, begin, hear, reply

MORNING = NOW + timedelta(hours=7)
WEB = ("web", "web")


async def held(db: Database, *texts: str, address: str = "a") -> int:
    """Hold what we say of our own to somebody; return his conversation."""
    where = await db.write(begin, address)
    asked = Asked(1, "Bác cho hỏi thêm ạ?", "Ban Chỉ huy")
    cause = (await db.write(inbox.post, where, asked, f"q-{address}", NOW)).id
    await db.write(reply, where, cause, *texts)
    (message,) = await db.write(sending.take, *WEB, NOW)
    outcome = Outcome(message, Fate.HELD, why="night", again=MORNING)
    await db.write(sending.settle, [outcome], NOW)
    return where


async def test_what_is_held_is_counted_and_was_no_try(db: Database) -> None:
    await held(db, "một")

    assert await db.read(holding.count, *WEB) == 1
    assert await db.write(sending.take, *WEB, NOW) == ()
    (again,) = await db.write(sending.take, *WEB, MORNING)
    assert (again.message.text, again.attempts) == ("một", 1)
    assert await db.read(holding.count, *WEB) == 0


async def test_it_goes_before_what_answers_him(db: Database) -> None:
    where = await held(db, "một", "hai")
    told = await db.write(hear, "k1")
    await db.write(reply, where, told.id, "trả lời")
    assert await db.write(sending.take, *WEB, NOW) == ()

    assert await db.write(holding.wake, *WEB, NOW) == 1

    texts = []
    while taken := await db.write(sending.take, *WEB, NOW):
        texts += [one.message.text for one in taken]
        outcomes = [Outcome(one, Fate.SENT) for one in taken]
        await db.write(sending.settle, outcomes, NOW)
    assert texts == ["một", "hai", "trả lời"]


async def test_nobody_else_is_woken_nor_what_was_told_to_wait(db: Database) -> None:
    await held(db, "một", address="a")
    other = await held(db, "hai", address="b")
    asked = Asked(2, "Còn gì nữa không ạ?", "Ban Chỉ huy")
    cause = (await db.write(inbox.post, other, asked, "q2", NOW)).id
    await db.write(reply, other, cause, "ba")  # no answer to anybody
    where = await db.write(begin, "c")
    told = await db.write(hear, "k1", address="c")
    await db.write(reply, where, told.id, "bốn", "năm")
    (busy,) = await db.write(sending.take, *WEB, NOW)
    outcome = Outcome(busy, Fate.RETRY, why="told to wait", again=MORNING)
    await db.write(sending.settle, [outcome], NOW)

    assert await db.write(holding.wake, *WEB, NOW) == 0


async def test_what_is_held_is_of_its_account(db: Database) -> None:
    where = await held(db, "một")
    told = await db.write(hear, "k1")
    await db.write(reply, where, told.id, "trả lời")

    assert await db.write(holding.wake, "web", "another", NOW) == 0
    assert await db.read(holding.count, "web", "another") == 0


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_each_look_goes_by_the_index_over_what_is_unsent(db: Database) -> None:
    plan = await db.read(_plan)

    assert "SEARCH outbox USING INDEX" in plan
    assert "SEARCH answer USING INDEX ix_outbox_due" in plan
    assert "SCAN" not in plan


def _plan(tx: Connection) -> str:
    ready = holding.WAKE.compiled(tx)
    values = ready.fill({"kind": "web", "name": "web", "now": NOW})
    rows = tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {ready.sql}", values)
    return "\n".join(str(row[-1]) for row in rows)
