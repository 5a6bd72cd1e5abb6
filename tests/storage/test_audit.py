"""The audit holds every act for good, and shows where somebody tampered with it."""

import asyncio
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from storage import audit
from storage.db import Database
from storage.tables import audit as table

NOW = datetime(2026, 11, 25, 3, 0, 0, 123456, tzinfo=UTC)


async def test_a_trail_is_read_back_as_it_was_written(db: Database) -> None:
    await db.write(
        audit.write, "tip:1", "staff:2", "decided", NOW, "Đã rõ", was="new", to=None
    )

    (row,) = await db.read(audit.trail, "tip:1")
    assert (row.seq, row.actor, row.act, row.reason) == (
        1, "staff:2", "decided", "Đã rõ",
    )  # fmt: skip
    assert (row.at, row.details, row.before) == (NOW, {"was": "new", "to": None}, "")


async def test_each_subject_has_a_whole_chain_of_its_own(db: Database) -> None:
    for subject in ("tip:1", "tip:2", "tip:1", "house", "tip:1"):
        await db.write(audit.write, subject, "citizen", "added", NOW)

    rows = await db.read(audit.trail, "tip:1")
    assert [row.seq for row in rows] == [1, 2, 3]
    assert [row.before for row in rows[1:]] == [row.hash for row in rows[:-1]]
    assert await db.read(audit.verify, "tip:1")
    assert await db.read(audit.verify, "tip:nobody")


async def test_acts_at_the_same_moment_stand_one_after_the_other(db: Database) -> None:
    many = (db.write(audit.write, "house", "system", "met", NOW, i=i) for i in range(8))
    await asyncio.gather(*many)

    assert [row.seq for row in await db.read(audit.trail, "house")] == [*range(1, 9)]
    assert await db.read(audit.verify, "house")


async def test_recent_acts_come_newest_first_page_by_page(db: Database) -> None:
    for i in range(5):
        await db.write(audit.write, "house", "system", "met", NOW, i=i)

    newest = await db.read(audit.recent, "house", 2)
    assert [row.seq for row in newest] == [5, 4]
    assert [row.seq for row in await db.read(audit.recent, "house", 2, 4)] == [3, 2]


@pytest.mark.parametrize(
    "statement",
    [sa.update(table).values(reason="khác"), sa.delete(table)],
    ids=["update", "delete"],
)
async def test_the_database_refuses_change(
    db: Database, statement: sa.Update | sa.Delete
) -> None:
    await db.write(audit.write, "tip:1", "citizen", "filed", NOW)

    with pytest.raises(DBAPIError, match="append-only"):
        await db.write(lambda tx: tx.execute(statement))

    assert len(await db.read(audit.trail, "tip:1")) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"reason": "khác"},
        {"actor": "staff:9"},
        {"at": datetime(2026, 1, 1, tzinfo=UTC)},
        {"details": '{"to": "verified"}'},
        {"seq": 7},
        {"hash": "0" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
async def test_a_tampered_row_is_found(db: Database, change: dict[str, object]) -> None:
    for _ in range(3):
        await db.write(audit.write, "tip:1", "citizen", "added", NOW)

    await db.write(_tamper, sa.update(table).where(table.c.seq == 2).values(change))

    assert not await db.read(audit.verify, "tip:1")


async def test_a_row_taken_out_of_the_middle_is_found(db: Database) -> None:
    for _ in range(3):
        await db.write(audit.write, "tip:1", "citizen", "added", NOW)

    await db.write(_tamper, sa.delete(table).where(table.c.seq == 2))

    assert not await db.read(audit.verify, "tip:1")


def _tamper(tx: Connection, statement: sa.Update | sa.Delete) -> None:
    """Do what only the owner of the database can: lift the refusal first."""
    if tx.dialect.name == "sqlite":
        tx.exec_driver_sql("DROP TRIGGER audit_no_update")
        tx.exec_driver_sql("DROP TRIGGER audit_no_delete")
    else:
        tx.exec_driver_sql("DROP TRIGGER audit_no_change ON audit")
    tx.execute(statement)
