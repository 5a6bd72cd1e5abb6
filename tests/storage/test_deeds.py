"""What an officer writes into the audit lies sealed, and the chain covers the seal."""

from storage import audit, deeds, erasure
from storage.db import Database
from storage.tx import Connection
from tests.fixtures.told import NOW, talk

WHY = "Ông Quỳnh ở bản Nà Dấu đã xác nhận"


def decide(tx: Connection, subject: str = "tip:1") -> int:
    where = talk(tx)
    words = {"why": WHY, "replaced": None}
    deeds.write(tx, subject, where, "staff:1", "decided", NOW, words, was="new")
    return where


async def test_a_reason_is_read_by_who_has_the_conversations_key(db: Database) -> None:
    where = await db.write(decide)

    (kept,) = await db.read(audit.trail, "tip:1")
    (deed,) = await db.read(deeds.trail, "tip:1", where)
    assert (kept.reason, kept.details["was"]) == ("", "new")
    assert WHY not in str(kept.details)
    assert (deed.row.reason, deed.was, deed.value) == (WHY, None, None)


async def test_a_sealed_reason_is_bound_to_its_act(db: Database) -> None:
    where = await db.write(decide)
    (kept,) = await db.read(audit.trail, "tip:1")
    moved = {"why": kept.details["why"]}

    await db.write(audit.write, "tip:1", "staff:1", "taken_over", NOW, **moved)

    assert (await db.read(deeds.trail, "tip:1", where))[-1].row.reason == ""


async def test_the_chain_is_whole_once_its_words_are_gone(db: Database) -> None:
    where = await db.write(decide)

    await db.write(erasure.erase, where, "Yêu cầu của người kể", "staff:1", NOW)

    assert await db.read(audit.verify, "tip:1")
