"""What somebody told before he was erased does not bring him back, however it comes."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from storage import conversations, erased, erasure, leases
from storage.db import Database
from storage.model.line import Received
from storage.receipts import add_all
from storage.tables import conversation, inbox, lease
from tests.fixtures.line import NOW

GROUND = "Yêu cầu của người kể"
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
ERASED = NOW + HOUR
AFTER = ERASED + 3 * HOUR


def event(key: str, told_at, at, address: str = "user-1") -> Received:
    return Received("zalo", "oa", key, address, 1, b"{}", at, told_at=told_at)


@pytest.fixture
async def gone(db: Database) -> Database:
    """A database that somebody was erased from."""
    await db.write(add_all, [event("k1", NOW, NOW)])
    who = await db.write(
        conversations.find_or_open, "zalo", "oa", "user-1", ERASED
    )  # the one that is there
    await db.write(erasure.erase, who, GROUND, "staff:1", ERASED)
    return db


def addresses(tx: Connection) -> list[str]:
    query = sa.select(conversation.c.address).order_by(conversation.c.id)
    return list(tx.execute(query).scalars())


@pytest.mark.parametrize(
    ("told_at", "at"),
    [
        (NOW, AFTER),  # the platform's late retry
        (ERASED - 3 * MINUTE, ERASED + MINUTE),
        (None, ERASED - MINUTE),  # lay in the spool meanwhile
        (NOW, NOW),
    ],
)
async def test_what_was_told_before_is_not_kept(gone: Database, told_at, at) -> None:
    for key in ("k1", "k2"):
        assert await gone.write(add_all, [event(key, told_at, at)]) == 0

    (only,) = await gone.read(addresses)
    assert only.startswith("erased:")


@pytest.mark.parametrize(
    ("told_at", "at"),
    [
        (AFTER, AFTER),
        (None, AFTER),
        (ERASED - MINUTE, ERASED + MINUTE),  # their clock is a little behind
    ],
)
async def test_what_he_writes_afterwards_is_told_anew(
    gone: Database, told_at, at
) -> None:
    assert await gone.write(add_all, [event("k2", told_at, at)]) == 1

    assert (await gone.read(addresses))[1:] == ["user-1"]


async def test_who_writes_anew_does_not_get_the_old_beside_it(gone: Database) -> None:
    await gone.write(add_all, [event("k2", AFTER, AFTER)])

    old, fresh = event("k1", NOW, AFTER), event("k3", AFTER, AFTER)

    assert await gone.write(add_all, [old, fresh]) == 1
    assert await gone.read(_keys) == ["k2", "k3"]


async def test_others_are_kept_and_each_account_knows_its_own(gone: Database) -> None:
    other = event("k1", NOW, AFTER, "user-2")
    elsewhere = replace(event("k1", NOW, AFTER), account="oa-2")

    assert await gone.write(add_all, [other, elsewhere]) == 2


async def test_who_is_erased_twice_is_known_by_the_last_time(gone: Database) -> None:
    await gone.write(add_all, [event("k2", AFTER, AFTER)])
    who = await gone.write(conversations.find_or_open, "zalo", "oa", "user-1", AFTER)
    again = AFTER + HOUR
    await gone.write(erasure.erase, who, GROUND, "staff:1", again)

    late = event("k3", AFTER + MINUTE, again + MINUTE)

    assert await gone.write(add_all, [late]) == 0


async def test_nothing_tells_who_he_was_and_after_a_day_nothing_at_all(
    gone: Database,
) -> None:
    (name,) = await gone.read(_marks)
    assert "user-1" not in name

    assert await gone.write(leases.sweep, ERASED + erased.DAY - MINUTE) == 0
    assert await gone.write(leases.sweep, ERASED + erased.DAY) == 1

    assert await gone.read(_marks) == []


async def test_a_server_that_starts_leaves_the_mark(gone: Database) -> None:
    await gone.write(leases.drop_all)

    assert len(await gone.read(_marks)) == 1


def _keys(tx: Connection) -> list[str]:
    query = sa.select(inbox.c.key).where(~inbox.c.key.startswith("erased:"))
    return list(tx.execute(query.order_by(inbox.c.id)).scalars())


def _marks(tx: Connection) -> list[str]:
    return list(tx.execute(sa.select(lease.c.name)).scalars())
