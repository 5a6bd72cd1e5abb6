import sqlite3

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from storage import lines, numbering, outbox
from storage.db import Database
from storage.model.line import OutboxState
from storage.model.message import Button, Outgoing
from storage.tables import outbox as rows
from tests.fixtures.line import begin, hear, reply, say

ASKS = Outgoing("Đã đúng chưa ạ?", (Button("confirm", "yes", "1. Đúng rồi"),))


async def test_messages_of_one_cause_stand_in_order_after_it(db: Database) -> None:
    heard = await db.write(hear, "k1")

    await db.write(reply, heard.conversation or 0, heard.id, "một", "hai")

    told = await db.read(lines.after, heard.conversation or 0)
    assert [(line.n, line.author, line.text) for line in told] == [
        (1, "citizen", "Bên suối"),
        (2, "bot", "một"),
        (3, "bot", "hai"),
    ]


async def test_a_cause_is_answered_once(db: Database) -> None:
    where = await db.write(begin)
    await db.write(reply, where, 7, "một")

    with pytest.raises((IntegrityError, sqlite3.IntegrityError)):
        await db.write(reply, where, 7, "một")

    assert await db.read(numbering.last_n, where) == 1


async def test_a_pulled_message_is_delivered_by_standing_at_its_place(
    db: Database,
) -> None:
    where = await db.write(begin)

    await db.write(say, where, 7, [ASKS], is_pulled=True)

    assert await db.read(outbox.positions, [(7, 0)]) == {(7, 0): 1}
    assert await db.read(_states) == [OutboxState.SENT]


async def test_a_message_to_be_sent_has_no_position_yet(db: Database) -> None:
    where = await db.write(begin)

    await db.write(say, where, 7, [ASKS])

    assert await db.read(outbox.positions, [(7, 0)]) == {}
    assert await db.read(_states) == [OutboxState.NEW]


async def test_saying_nothing_leaves_nothing(db: Database) -> None:
    where = await db.write(begin)

    await db.write(say, where, 7, [])

    assert await db.read(numbering.last_n, where) == 0


async def test_buttons_come_back_as_they_were_shown(db: Database) -> None:
    where = await db.write(begin)
    await db.write(say, where, 7, [ASKS], is_pulled=True)

    (line,) = await db.read(lines.after, where)

    assert line.buttons == (("confirm", "yes", "1. Đúng rồi"),)


async def test_words_to_a_citizen_are_sealed(db: Database) -> None:
    where = await db.write(begin)
    await db.write(say, where, 7, [ASKS])

    (cell,) = await db.read(_cells)

    assert "đúng".encode() not in cell


def _states(tx: Connection) -> list[str]:
    return list(tx.execute(sa.select(rows.c.state)).scalars())


def _cells(tx: Connection) -> list[bytes]:
    return list(tx.execute(sa.select(rows.c.message_cell)).scalars())
