from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import sending
from storage.db import Database
from storage.model.line import OutboxState, Unsent
from storage.tables import outbox
from tests.fixtures.line import NOW, begin, reply

BULK = 1


async def test_messages_of_a_chat_go_out_in_order(db: Database) -> None:
    where = await db.write(begin)
    await db.write(reply, where, 1, "một", "hai")
    await db.write(reply, where, 2, "ba")

    assert await _sent_all(db) == ["một", "hai", "ba"]


async def test_a_chat_waits_while_its_older_message_is_under_way(
    db: Database,
) -> None:
    where = await db.write(begin)
    other = await db.write(begin, "b")
    await db.write(reply, where, 1, "một", "hai")
    await db.write(reply, other, 2, "ba")

    first = await _take(db)
    second = await _take(db)

    assert (first.message.text, second.message.text) == ("một", "ba")
    assert await db.write(sending.take, "web", "web", NOW) is None
    await db.write(sending.sent, first.id, None, "", NOW)
    assert (await _take(db)).message.text == "hai"


async def test_a_chat_waits_while_its_older_message_is_to_be_tried_again(
    db: Database,
) -> None:
    where = await db.write(begin)
    await db.write(reply, where, 1, "một", "hai")
    first = await _take(db)

    later = NOW + timedelta(seconds=30)
    await db.write(sending.retry, first.id, later, "told to wait")

    assert await db.write(sending.take, "web", "web", NOW) is None
    again = await _take(db, later)
    assert (again.message.text, again.attempts) == ("một", 2)


async def test_a_dead_letter_lets_the_next_message_go(db: Database) -> None:
    where = await db.write(begin)
    await db.write(reply, where, 1, "một", "hai")

    await db.write(sending.give_up, (await _take(db)).id, "blocked")

    assert (await _take(db)).message.text == "hai"
    assert await db.read(_states) == [OutboxState.DEAD, OutboxState.SENDING]


async def test_replies_go_before_bulk(db: Database) -> None:
    await db.write(reply, await db.write(begin, "a"), 1, "một tin cho nhiều người")
    await db.write(_into_bulk)
    await db.write(reply, await db.write(begin, "b"), 2, "trả lời")

    assert await _sent_all(db) == ["trả lời", "một tin cho nhiều người"]


async def test_an_unknown_outcome_is_repeated_at_most_three_times(
    db: Database,
) -> None:
    await db.write(reply, await db.write(begin), 1, "một")
    now = NOW

    for _ in range(sending.UNKNOWN_TRIES):
        now += timedelta(minutes=1)
        taken = await _take(db, now)
        await db.write(sending.unknown, taken.id, taken.attempts, now)

    later = now + timedelta(days=1)
    assert await db.write(sending.take, "web", "web", later) is None
    assert await db.read(_states) == [OutboxState.DEAD]


async def test_what_a_killed_sender_left_under_way_is_unknown(db: Database) -> None:
    await db.write(reply, await db.write(begin), 1, "một")
    await _take(db)

    assert await db.write(sending.adrift, "web", "web", NOW) == 1

    assert await db.write(sending.take, "web", "web", NOW) is None
    again = await _take(db, NOW + timedelta(seconds=5))
    assert (again.message.text, again.attempts) == ("một", 2)


async def test_an_account_sends_only_what_is_its_own(db: Database) -> None:
    await db.write(reply, await db.write(begin, "a", "telegram"), 1, "một")

    assert await db.write(sending.take, "web", "web", NOW) is None
    taken = await db.write(sending.take, "telegram", "telegram", NOW)

    assert taken is not None
    assert taken.address == "a"


async def _take(db: Database, now: datetime = NOW) -> Unsent:
    taken = await db.write(sending.take, "web", "web", now)
    assert taken is not None
    return taken


async def _sent_all(db: Database) -> list[str]:
    texts = []
    while taken := await db.write(sending.take, "web", "web", NOW):
        await db.write(sending.sent, taken.id, taken.n, "", NOW)
        texts.append(taken.message.text)
    return texts


def _states(tx: Connection) -> list[str]:
    return list(tx.execute(sa.select(outbox.c.state).order_by(outbox.c.n)).scalars())


def _into_bulk(tx: Connection) -> None:
    tx.execute(sa.update(outbox).values(lane=BULK))
