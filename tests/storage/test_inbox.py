import asyncio

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from storage import inbox, numbering
from storage.codec import pack, unpack_what
from storage.crypt import SealBroken
from storage.db import Database
from storage.model.message import Asked, Lapsed, Said
from storage.model.timing import TimerKind
from storage.tables import conversation
from storage.tables import inbox as rows
from tests.fixtures.line import NOW, begin, hear, received


async def test_the_same_key_with_the_same_body_is_one_row(db: Database) -> None:
    first = await db.write(hear, "k1", "Bên suối")
    again = await db.write(hear, "k1", "Bên suối")

    assert first.is_new
    assert not again.is_new
    assert (again.id, again.n, again.conversation) == (
        first.id,
        first.n,
        first.conversation,
    )


async def test_the_same_key_with_another_body_is_a_row_of_its_own(
    db: Database,
) -> None:
    first = await db.write(hear, "k1", "Bên suối")
    other = await db.write(hear, "k1", "Bên đồi")

    assert other.is_new
    assert (first.n, other.n) == (1, 2)


async def test_one_message_sent_many_times_at_once_takes_one_place(
    db: Database,
) -> None:
    where = await db.write(begin)

    receipts = await asyncio.gather(*(db.write(hear, "k1") for _ in range(6)))

    assert {receipt.n for receipt in receipts} == {1}
    assert sum(receipt.is_new for receipt in receipts) == 1
    assert await db.read(numbering.last_n, where) == 1


async def test_many_at_once_get_places_without_a_gap(db: Database) -> None:
    await db.write(begin)

    keys = [f"k{number}" for number in range(12)]
    receipts = await asyncio.gather(*(db.write(hear, key) for key in keys))

    assert sorted(receipt.n or 0 for receipt in receipts) == list(range(1, 13))


async def test_an_event_of_nobody_is_kept_without_a_conversation(
    db: Database,
) -> None:
    receipt = await db.write(inbox.add, received("k1", "ping", address=None))

    assert receipt.conversation is None
    assert receipt.n is None
    assert await db.read(inbox.body, receipt.id) == pack(Said("ping"))


async def test_a_body_is_kept_to_the_byte_and_sealed(db: Database) -> None:
    raw = "Nguyễn\0Văn 🙂".encode() + b"\xff\xed\xa0\x80"
    event = received("k1")
    event = type(event)(event.channel, "web", "k1", "a", None, raw, NOW)

    receipt = await db.write(inbox.add, event)

    assert await db.read(inbox.body, receipt.id) == raw
    cell = await db.read(_cell, receipt.id)
    assert b"Nguy" not in cell


async def test_a_body_does_not_open_in_another_rows_place(db: Database) -> None:
    one = await db.write(hear, "k1", "Bên suối")
    other = await db.write(hear, "k2", "Bên đồi")

    await db.write(_swap, one.id, other.id)

    with pytest.raises(SealBroken):
        await db.read(inbox.body, other.id)


async def test_a_body_does_not_open_once_its_conversation_is_erased(
    db: Database,
) -> None:
    receipt = await db.write(hear, "k1")

    await db.write(_erase)

    with pytest.raises(SealBroken):
        await db.read(inbox.body, receipt.id)


async def test_something_of_our_own_is_posted_once_for_each_key(db: Database) -> None:
    where = await db.write(begin)
    asked = Asked(7, "Cách suối bao xa?", "Ban Chỉ huy")

    first = await db.write(inbox.post, where, asked, "question:7", NOW)
    again = await db.write(inbox.post, where, asked, "question:7", NOW)

    assert first.is_new
    assert not again.is_new
    assert unpack_what(await db.read(inbox.body, first.id)) == asked


async def test_only_what_the_citizen_gave_takes_a_place(db: Database) -> None:
    where = await db.write(begin)

    lapsed = await db.write(
        inbox.post, where, Lapsed(TimerKind.NUDGE, 3), "timer:nudge:3", NOW
    )
    said = await db.write(inbox.post, where, Said("Bên suối"), "plain:1", NOW)

    assert lapsed.n is None
    assert said.n == 1
    assert await db.read(inbox.unread, where) == 2


def _cell(tx: Connection, row_id: int) -> bytes:
    query = sa.select(rows.c.body_cell).where(rows.c.id == row_id)
    return tx.execute(query).scalar_one()


def _swap(tx: Connection, one: int, other: int) -> None:
    cell = _cell(tx, one)
    tx.execute(sa.update(rows).where(rows.c.id == other).values(body_cell=cell))


def _erase(tx: Connection) -> None:
    tx.execute(sa.update(conversation).values(key_cell=None))
