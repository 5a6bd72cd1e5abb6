from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import conversations, sending
from storage.db import Database
from storage.prepared import Prepared, among
from storage.tables import conversation
from tests.fixtures.line import begin

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def _those(tx: Connection) -> sa.ClauseElement:
    return sa.select(conversation).where(among(tx, conversation.c.id, "ids"))


def _others(tx: Connection) -> sa.ClauseElement:
    return sa.select(conversation.c.id).where(~among(tx, conversation.c.id, "ids"))


def _renamed(_tx: Connection) -> sa.ClauseElement:
    which = conversation.c.id == sa.bindparam("which")
    renamed = sa.update(conversation).where(which)
    return renamed.values(state=sa.bindparam("word"), updated_at=sa.bindparam("at"))


THOSE, OTHERS, RENAMED = Prepared(_those), Prepared(_others), Prepared(_renamed)


async def test_it_reads_what_a_statement_built_anew_reads(db: Database) -> None:
    where = await db.write(begin)

    (row,) = await db.read(THOSE.rows, ids=[where])

    assert row._asdict() == dict(await db.read(_built, where))


async def test_among_none_is_nothing_and_not_among_none_is_all(db: Database) -> None:
    both = {await db.write(begin, "a"), await db.write(begin, "b")}

    assert await db.read(THOSE.rows, ids=[]) == []
    assert {row.id for row in await db.read(OTHERS.rows, ids=[])} == both


async def test_it_changes_each_row_by_its_own_values(db: Database) -> None:
    first, second = await db.write(begin, "a"), await db.write(begin, "b")
    later = NOON + timedelta(hours=1)

    await db.write(
        RENAMED.run_each,
        [
            {"which": first, "word": "one", "at": NOON},
            {"which": second, "word": "two", "at": later},
        ],
    )

    known = await db.read(conversations.load_all, [first, second])
    assert (known[first].state, known[first].updated_at) == ("one", NOON)
    assert (known[second].state, known[second].updated_at) == ("two", later)


async def test_what_is_to_be_sent_is_found_without_reading_what_was(
    db: Database,
) -> None:
    plan = await db.read(_plan)

    assert plan is None or any("ix_outbox_due" in step for step in plan)


def _built(tx: Connection, where: int) -> Any:
    query = sa.select(conversation).where(conversation.c.id == where)
    return tx.execute(query).mappings().one()


def _plan(tx: Connection) -> list[str] | None:
    """Return SQLite's steps; PostgreSQL would read a table that is as small as ours."""
    if tx.dialect.name != "sqlite":
        return None
    ready = sending.NEXT.compiled(tx)
    asked = f"EXPLAIN QUERY PLAN {ready.sql}"
    steps = tx.exec_driver_sql(asked, (None,) * len(ready.places))
    return [step.detail for step in steps]
