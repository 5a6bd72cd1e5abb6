import asyncio

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import conversations, numbering
from storage.db import Database
from storage.model.dialogue import Answer, Consent, Dialogue, Source, Words
from storage.tables import conversation
from tests.fixtures.line import begin, keep

TOLD = Dialogue(
    flow="burial",
    turn=3,
    consent=Consent.GIVEN,
    story=(Words(1, "Bên suối Đá\nchỗ cây gạo"),),
    answers={"place": Answer("suối Đá", "bên suối Đá", Source.SAID, 2)},
)


async def test_an_address_has_one_conversation(db: Database) -> None:
    found = await asyncio.gather(*(db.write(begin, "a") for _ in range(6)))

    assert len(set(found)) == 1
    assert await db.write(begin, "b") not in found
    assert await db.write(begin, "a", "telegram") not in found


async def test_a_new_conversation_has_said_nothing(db: Database) -> None:
    where = await db.write(begin)

    known = await db.read(conversations.load, where)

    assert known is not None
    assert (known.channel, known.address, known.state) == ("web", "a", "open")
    assert known.dialogue == Dialogue()
    assert not known.is_erased


async def test_a_dialogue_comes_back_as_it_was_kept(db: Database) -> None:
    where = await db.write(begin)

    await db.write(keep, where, TOLD, "filed")

    known = await db.read(conversations.load, where)
    assert known is not None
    assert (known.dialogue, known.state) == (TOLD, "filed")


async def test_a_dialogue_is_sealed(db: Database) -> None:
    where = await db.write(begin)
    await db.write(keep, where, TOLD, "open")

    assert "suối".encode() not in await db.read(_cell)


async def test_places_are_taken_in_rows_and_one_can_be_given_back(
    db: Database,
) -> None:
    where = await db.write(begin)

    assert await db.write(numbering.next_n, where) == 1
    assert await db.write(numbering.next_n, where, 3) == 2
    assert await db.read(numbering.last_n, where) == 4

    await db.write(numbering.give_back, where)

    assert await db.write(numbering.next_n, where) == 4


async def test_an_unknown_conversation_is_none(db: Database) -> None:
    assert await db.read(conversations.load, 99) is None


def _cell(tx: Connection) -> bytes:
    return tx.execute(sa.select(conversation.c.dialogue_cell)).scalar_one()
