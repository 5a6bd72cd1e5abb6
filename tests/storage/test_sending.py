from dataclasses import replace
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import inbox, sending
from storage import outbox as outbox_rows
from storage.codec import unpack_what
from storage.db import Database
from storage.inbox import Receipt
from storage.model.line import Fate, OutboxState, Outcome, Unsent
from storage.model.message import Echoed, Gone
from storage.tables import outbox
from tests.fixtures.line import NOW, begin, received, reply, take

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
    assert await db.write(sending.take, "web", "web", NOW) == ()
    await _settle(db, Outcome(first, Fate.SENT))
    assert (await _take(db)).message.text == "hai"


async def test_a_chat_waits_while_its_older_message_is_to_be_tried_again(
    db: Database,
) -> None:
    where = await db.write(begin)
    await db.write(reply, where, 1, "một", "hai")
    first = await _take(db)

    later = NOW + timedelta(seconds=30)
    await _settle(db, Outcome(first, Fate.RETRY, why="told to wait", again=later))

    assert await db.write(sending.take, "web", "web", NOW) == ()
    again = await _take(db, later)
    assert (again.message.text, again.attempts) == ("một", 2)


async def test_a_dead_letter_lets_the_next_message_go(db: Database) -> None:
    where = await db.write(begin)
    await db.write(reply, where, 1, "một", "hai")

    await _settle(db, Outcome(await _take(db), Fate.DEAD, why="blocked"))

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

    for _ in range(len(sending.WAITS_UNKNOWN) + 1):
        now += sending.WAITS_UNKNOWN[-1]
        taken = await _take(db, now)
        await db.write(sending.settle, [Outcome(taken, Fate.UNKNOWN)], now)

    later = now + timedelta(days=1)
    assert await db.write(sending.take, "web", "web", later) == ()
    assert await db.read(_states) == [OutboxState.DEAD]


async def test_a_told_wait_is_no_doubt(db: Database) -> None:
    await db.write(reply, await db.write(begin), 1, "một")
    now = NOW
    for _ in range(len(sending.WAITS_UNKNOWN) + 1):
        taken = await _take(db, now)
        now += timedelta(minutes=1)
        waits = Outcome(taken, Fate.RETRY, why="told to wait", again=now)
        await db.write(sending.settle, [waits], now)

    await db.write(sending.settle, [Outcome(await _take(db, now), Fate.UNKNOWN)], now)

    assert await db.read(_states) == [OutboxState.NEW]


async def test_what_a_killed_sender_left_under_way_is_unknown(db: Database) -> None:
    await db.write(reply, await db.write(begin), 1, "một")
    await _take(db)

    assert await db.write(sending.adrift, "web", "web", NOW) == 1

    assert await db.write(sending.take, "web", "web", NOW) == ()
    again = await _take(db, NOW + timedelta(seconds=5))
    assert (again.message.text, again.attempts) == ("một", 2)


async def test_an_account_sends_only_what_is_its_own(db: Database) -> None:
    await db.write(reply, await db.write(begin, "a", "telegram"), 1, "một")

    assert await db.write(sending.take, "web", "web", NOW) == ()
    (taken,) = await db.write(sending.take, "telegram", "telegram", NOW)

    assert taken.address == "a"


async def test_many_go_out_at_once_but_one_a_chat_and_none_that_rests(
    db: Database,
) -> None:
    where = [await db.write(begin, f"visitor {number}") for number in range(4)]
    for cause, chat in enumerate(where):
        await db.write(reply, chat, cause, "một", "hai")

    taken = await db.write(sending.take, "web", "web", NOW, 9, where[:1])

    assert [one.conversation for one in taken] == where[1:]
    assert {one.message.text for one in taken} == {"một"}


async def test_a_message_of_unknown_outcome_stands_where_it_was_caused(
    db: Database,
) -> None:
    heard = await db.write(_hear_at, 40)
    await db.write(reply, heard.conversation or 0, heard.id, "Tên liệt sĩ là gì ạ?")
    lost = await _take(db)
    await _settle(db, Outcome(lost, Fate.UNKNOWN))

    assert await db.read(outbox_rows.positions, [(heard.id, 0)]) == {(heard.id, 0): 40}

    again = await _take(db, NOW + sending.WAITS_UNKNOWN[0])
    await _settle(db, Outcome(again, Fate.SENT, 55, "55"))
    assert await db.read(outbox_rows.positions, [(heard.id, 0)]) == {(heard.id, 0): 40}


async def test_a_message_whose_place_is_not_told_stands_where_it_was_caused(
    db: Database,
) -> None:
    heard = await db.write(_hear_at, 40)
    await db.write(reply, heard.conversation or 0, heard.id, "Tên liệt sĩ là gì ạ?")

    await _settle(db, Outcome(await _take(db), Fate.SENT, None, "m-1"))

    assert await db.read(outbox_rows.positions, [(heard.id, 0)]) == {(heard.id, 0): 40}


async def test_an_echo_settles_one_message_of_unknown_outcome(db: Database) -> None:
    where = await db.write(begin)
    await db.write(reply, where, 1, "một")
    await _settle(db, Outcome(await _take(db), Fate.UNKNOWN))
    echo = Echoed("m-1", "một", 77)

    assert await db.write(sending.echoed, where, echo, NOW)
    assert not await db.write(sending.echoed, where, echo, NOW)
    assert not await db.write(sending.echoed, where, Echoed("m-2", "khác", 78), NOW)

    assert await db.read(_states) == [OutboxState.SENT]


async def test_the_echo_of_a_known_message_settles_no_other_with_its_words(
    db: Database,
) -> None:
    where = await db.write(begin)
    await db.write(reply, where, 1, "một", "một")
    await _settle(db, Outcome(await _take(db), Fate.SENT, 70, "m-1"))
    await _settle(db, Outcome(await _take(db), Fate.UNKNOWN))

    assert not await db.write(sending.echoed, where, Echoed("m-1", "một", 70), NOW)

    assert await db.read(_states) == [OutboxState.SENT, OutboxState.NEW]


async def test_whoever_is_gone_is_noted_in_his_conversation(db: Database) -> None:
    await db.write(reply, await db.write(begin), 1, "một")

    gone = Outcome(await _take(db), Fate.DEAD, why="blocked", is_gone=True)
    await _settle(db, gone)

    (unread,) = await db.write(take)
    assert unpack_what(unread.body) == Gone()


async def _settle(db: Database, outcome: Outcome) -> None:
    await db.write(sending.settle, [outcome], NOW)


async def _take(db: Database, now: datetime = NOW) -> Unsent:
    (taken,) = await db.write(sending.take, "web", "web", now)
    return taken


async def _sent_all(db: Database) -> list[str]:
    texts = []
    while taken := await db.write(sending.take, "web", "web", NOW):
        await _settle(db, Outcome(taken[0], Fate.SENT, taken[0].n))
        texts.append(taken[0].message.text)
    return texts


def _hear_at(tx: Connection, position: int) -> Receipt:
    return inbox.add(tx, replace(received("k1"), position=position))


def _states(tx: Connection) -> list[str]:
    return list(tx.execute(sa.select(outbox.c.state).order_by(outbox.c.n)).scalars())


def _into_bulk(tx: Connection) -> None:
    tx.execute(sa.update(outbox).values(lane=BULK))
