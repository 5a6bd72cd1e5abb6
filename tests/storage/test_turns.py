import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import turns
from storage.codec import unpack_what
from storage.db import Database
from storage.model.line import InboxState, Unread
from storage.model.message import Said
from storage.tables import conversation, inbox
from tests.fixtures.line import NOW, hear, take


async def test_a_conversation_is_taken_with_all_its_rows_in_order(
    db: Database,
) -> None:
    for key, text in (("k1", "một"), ("k2", "hai"), ("k3", "ba")):
        await db.write(hear, key, text)

    taken = await db.write(take)

    assert [row.n for row in taken] == [1, 2, 3]
    assert [unpack_what(row.body) for row in taken] == [
        Said("một"),
        Said("hai"),
        Said("ba"),
    ]


async def test_a_taken_conversation_is_nobody_elses_until_its_lease_ends(
    db: Database,
) -> None:
    await db.write(hear, "k1")
    taken = await db.write(take)

    assert await db.write(take) == ()
    later = await db.write(take, NOW + turns.LEASE)

    assert [row.id for row in later] == [row.id for row in taken]
    assert [row.attempts for row in (*taken, *later)] == [0, 1]


async def test_who_waits_longest_is_taken_first(db: Database) -> None:
    for address in ("a", "b", "c"):
        await db.write(hear, f"k-{address}", address=address)
    await db.write(hear, "k-a2", address="a")

    order = [(await db.write(take))[0].conversation for _ in range(3)]

    assert order == sorted(order)
    assert len(set(order)) == 3


async def test_many_workers_never_take_the_same_conversation(db: Database) -> None:
    for number in range(10):
        await db.write(hear, f"k{number}", address=f"visitor {number}")

    taken = await asyncio.gather(*(db.write(take) for _ in range(14)))

    whose = [rows[0].conversation for rows in taken if rows]
    assert len(whose) == len(set(whose))
    rest = [rows async for rows in _take_all(db)]
    assert len(whose) + len(rest) == 10


async def test_what_is_finished_is_not_taken_again(db: Database) -> None:
    first = await db.write(hear, "k1")
    second = await db.write(hear, "k2")
    await db.write(take)

    await db.write(_finish, [first.id])

    assert [row.id for row in await db.write(take)] == [second.id]


async def test_a_row_that_failed_is_tried_alone(db: Database) -> None:
    first = await db.write(hear, "k1")
    second = await db.write(hear, "k2")
    await db.write(take)
    await db.write(turns.release, [first.conversation or 0])

    again = await db.write(take)

    assert [row.id for row in again] == [first.id]
    await db.write(_finish, [first.id])
    assert [row.id for row in await db.write(take)] == [second.id]


async def test_what_is_set_aside_lets_the_next_row_proceed(db: Database) -> None:
    poison = await db.write(hear, "k1")
    good = await db.write(hear, "k2")

    await db.write(turns.set_aside, [poison.id], "ValueError", NOW)

    assert [row.id for row in await db.write(take)] == [good.id]
    assert await db.read(_state, poison.id) == (InboxState.SET_ASIDE, "ValueError")


async def test_what_is_done_is_not_set_aside_any_more(db: Database) -> None:
    receipt = await db.write(hear, "k1")
    await db.write(_finish, [receipt.id])

    await db.write(turns.set_aside, [receipt.id], "ValueError", NOW)

    assert await db.read(_state, receipt.id) == (InboxState.DONE, "")


async def test_rows_that_nothing_opens_are_taken_empty(db: Database) -> None:
    await db.write(hear, "k1")
    await db.write(_erase)

    (row,) = await db.write(take)

    assert row.body == b""


async def test_the_only_process_frees_what_a_killed_one_held(db: Database) -> None:
    await db.write(hear, "k1")
    await db.write(take)

    await db.write(turns.release_all)

    assert len(await db.write(take, NOW + timedelta(milliseconds=1))) == 1


async def test_many_are_taken_at_once_and_held_until_another_takes_them(
    db: Database,
) -> None:
    for number in range(5):
        await db.write(hear, f"k{number}", address=f"visitor {number}")

    taken = await db.write(turns.take, NOW, 3)
    rest = await db.write(turns.take, NOW, 3)

    assert [len(taken), len(rest)] == [3, 2]
    whose = {one.conversation.id for one in taken}
    assert await db.write(turns.held, taken) == whose
    await db.write(turns.take, NOW + turns.LEASE, 1)
    assert len(await db.write(turns.held, taken)) == 2


async def test_rows_of_others_are_not_taken_with_one_that_was_tried_before(
    db: Database,
) -> None:
    await db.write(hear, "k1", address="a")
    await db.write(hear, "k2", address="b")
    await db.write(turns.take, NOW, 1)
    await db.write(turns.release_all)

    first = await db.write(turns.take, NOW, 9)
    second = await db.write(turns.take, NOW, 9)

    assert [[row.attempts for row in one.rows] for one in first] == [[1]]
    assert [[row.attempts for row in one.rows] for one in second] == [[0]]


async def test_a_row_that_is_taken_and_never_told_of_is_deadly(db: Database) -> None:
    await db.write(hear, "k1")
    for _ in range(turns.TAKEN_AT_MOST):
        (one,) = await db.write(turns.take, NOW)
        assert not turns.is_deadly(one)
        await db.write(turns.release_all)

    (one,) = await db.write(turns.take, NOW)

    assert turns.is_deadly(one)


async def _take_all(db: Database) -> AsyncIterator[tuple[Unread, ...]]:
    while rows := await db.write(take):
        yield rows


def _erase(tx: Connection) -> None:
    tx.execute(sa.update(conversation).values(key_cell=None))


def _finish(tx: Connection, ids: list[int]) -> None:
    turns.finish(tx, ids, NOW)
    turns.release(tx, [1])


def _state(tx: Connection, row_id: int) -> tuple[str, str]:
    query = sa.select(inbox.c.state, inbox.c.error).where(inbox.c.id == row_id)
    state, error = tx.execute(query).one()
    return state, error
