import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from storage import conversations, forgetting, inbox, lines, turns, vault
from storage.codec import unpack_what
from storage.crypt import SealBroken
from storage.db import Database
from storage.model.dialogue import Dialogue, Words
from storage.model.message import Outgoing, Said
from storage.tables import inbox as rows
from storage.tables import outbox
from tests.fixtures.line import NOW, begin, hear, keep, reply, say, take

TOLD = Dialogue(story=(Words(1, "Bên suối"),))


async def test_nothing_of_a_forgotten_conversation_opens_again(db: Database) -> None:
    heard = await db.write(hear, "k1", "Bên suối Đá")
    where = heard.conversation or 0
    await db.write(take)
    said = [Outgoing("Vâng, bên suối Đá ạ")]
    await db.write(say, where, heard.id, said, is_pulled=True)
    await db.write(reply, where, heard.id + 1, "còn chưa gửi")
    await db.write(keep, where, TOLD)
    kept = await db.read(_cells)
    key = await db.read(vault.key_of, where)

    await db.write(forgetting.forget, where)

    fresh = await db.read(vault.key_of, where)
    assert fresh != key
    assert all(cell for cell in kept)
    assert await db.read(_cells) == [None, None]
    with pytest.raises(SealBroken):
        fresh.open(kept[0] or b"", "inbox.body:web:web:k1")
    assert await db.read(lines.after, where) == ()


async def test_a_forgotten_conversation_starts_anew_under_a_new_key(
    db: Database,
) -> None:
    where = await db.write(begin)
    await db.write(hear, "k1")
    await db.write(take)
    await db.write(keep, where, TOLD)

    await db.write(forgetting.forget, where)
    again = await db.write(hear, "k2", "Nghĩ lại rồi")

    known = await db.read(conversations.load, where)
    assert known is not None
    assert known.dialogue == Dialogue()
    assert again.conversation == where
    assert again.n == 2
    assert [line.text for line in await db.read(lines.after, where)] == ["Nghĩ lại rồi"]


async def test_what_came_after_the_wish_to_forget_is_not_forgotten(
    db: Database,
) -> None:
    refused = await db.write(hear, "k1", "không đồng ý")
    where = refused.conversation or 0
    await db.write(take)
    await db.write(hear, "k2", "À thôi, để tôi kể")

    await db.write(_forget_in_turn, where, refused.id)

    (row,) = await db.write(take)
    assert unpack_what(row.body) == Said("À thôi, để tôi kể")


async def test_forgetting_one_leaves_the_others(db: Database) -> None:
    one = await db.write(hear, "k1", "Bên suối", "a")
    other = await db.write(hear, "k2", "Bên đồi", "b")

    await db.write(forgetting.forget, one.conversation or 0)

    assert await db.read(inbox.body, other.id)
    (line,) = await db.read(lines.after, other.conversation or 0)
    assert line.text == "Bên đồi"


def _forget_in_turn(tx: Connection, where: int, row_id: int) -> None:
    forgetting.forget(tx, where)
    turns.finish(tx, [row_id], NOW)
    turns.release(tx, [where])


def _cells(tx: Connection) -> list[bytes | None]:
    bodies = tx.execute(sa.select(rows.c.body_cell)).scalars()
    messages = tx.execute(sa.select(outbox.c.message_cell)).scalars()
    return [*bodies, *messages]
