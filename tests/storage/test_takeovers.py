"""An officer holds a conversation in the platform's tool, until he gives it back."""

from sqlalchemy import Connection

from handlers import effects
from storage import conversations, inbox, takeovers, turns
from storage.codec import unpack_what
from storage.conversations import Kept
from storage.db import Database
from storage.model.dialogue import Dialogue
from storage.model.message import Released
from tests.fixtures.told import NOW, found, hire, talk, tell


def take(tx: Connection) -> int:
    """Keep a conversation whose dialogue says that an officer talks."""
    held = conversations.load(tx, talk(tx))
    assert held is not None
    assert held.key is not None
    dialogue = Dialogue(taken=True)
    kept = Kept(held.id, held.key, dialogue, effects.state(dialogue))
    conversations.keep(tx, [kept], NOW)
    return held.id


async def test_what_an_officer_holds_is_listed_and_given_back(db: Database) -> None:
    chi = await db.write(hire, "chi", "Lê Thị Chi")
    tip = await db.write(tell)
    held = await db.write(take)

    (listed,) = await db.read(takeovers.listed, chi)
    is_done = await db.write(takeovers.release, held, chi, NOW)

    assert (listed.conversation, listed.tip) == (held, tip)
    assert is_done
    (waiting,) = await db.write(turns.take, NOW)
    (row,) = waiting.rows
    assert inbox.is_ours(row.channel)
    assert unpack_what(row.body) == Released()


async def test_what_nobody_holds_is_not_given_back(db: Database) -> None:
    chi = await db.write(hire, "chi", "Lê Thị Chi")
    free = await db.write(talk)

    assert not await db.write(takeovers.release, free, chi, NOW)
    assert await db.read(takeovers.listed, chi) == ()


async def test_who_works_elsewhere_gives_none_back(db: Database) -> None:
    await db.write(tell)
    elsewhere = await db.write(found, "Ban Chỉ huy Quân sự xã khác")
    stranger = await db.write(hire, "xa", "Lý Văn Xa", at=elsewhere)
    held = await db.write(take)

    assert await db.read(takeovers.listed, stranger) == ()
    assert not await db.write(takeovers.release, held, stranger, NOW)
