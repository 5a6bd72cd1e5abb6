"""What is to be said goes out once and in order, and no outcome is lost."""

import asyncio
import time
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from bot.channel import Pace, SendError
from bot.loops import sender as loop
from bot.loops.sender import Sender
from bot.tempo import Tempo
from storage import erasure, leases
from storage import inbox as inboxes
from storage.codec import unpack_what
from storage.db import Database
from storage.model.line import OutboxState, Received
from storage.model.message import Gone
from storage.sending import WAITS_UNKNOWN
from storage.tables import inbox, outbox
from tests.fixtures.console import Clock
from tests.fixtures.line import NOW, reply, take
from tests.fixtures.platform import NAME, Platform
from tests.fixtures.sending import say, sends, until, until_stands

TRIES = 1 + len(WAITS_UNKNOWN)


@pytest.fixture
def platform() -> Platform:
    return Platform()


async def test_a_chat_is_told_in_order(
    db: Database, platform: Platform, clock: Clock
) -> None:
    texts = [f"câu {number}" for number in range(12)]
    await say(db, 1, *texts[:8])
    await say(db, 2, *texts[8:])

    async with sends(db, platform, clock):
        await until_stands(db, *[OutboxState.SENT] * 12)

    assert [text for _, text in platform.taken] == texts


async def test_many_chats_are_told_at_once_and_each_but_one_thing(
    db: Database, platform: Platform, clock: Clock
) -> None:
    for number in range(20):
        await say(db, number, "một", "hai", to=f"visitor {number}")
    platform.gate.clear()

    async with sends(db, platform, clock):
        await until(lambda: platform.under_way == 20)
        await asyncio.sleep(0.1)
        assert platform.under_way == 20
        platform.gate.set()
        await until(lambda: len(platform.taken) == 40)

    assert {text for _, text in platform.taken[:20]} == {"một"}


async def test_one_chat_told_to_wait_holds_up_no_other(
    db: Database, platform: Platform, clock: Clock
) -> None:
    platform.faults["một"] = [SendError("slow down", retry_after=0.4)]
    await say(db, 1, "một", "hai", to="a")
    await say(db, 2, "ba", to="b")

    async with sends(db, platform, clock):
        await until(lambda: len(platform.taken) == 1)
        clock.now += timedelta(seconds=1)
        await until(lambda: len(platform.taken) == 3)

    assert platform.taken == [("b", "ba"), ("a", "một"), ("a", "hai")]


async def test_what_is_held_goes_when_its_reader_writes_and_holds_up_nobody(
    db: Database, platform: Platform, clock: Clock
) -> None:
    platform.faults["một"] = [SendError("night", retry_after=9 * 3600, held=True)]
    where = await say(db, 1000, "một", to="a")
    await say(db, 2000, "hai", to="b")

    async with sends(db, platform, clock):
        await until(lambda: len(platform.taken) == 1 and not platform.faults["một"])
        await until_stands(db, OutboxState.NEW, OutboxState.SENT)
        body = Received(NAME, NAME, "k1", "a", 1, b"{}", clock())
        told = await db.write(inboxes.add, body)
        await db.announce(["outbox"], reply, where, told.id, "ba")
        await until(lambda: len(platform.taken) == 3)

    assert platform.taken == [("b", "hai"), ("a", "một"), ("a", "ba")]


async def test_what_is_held_goes_in_the_morning(
    db: Database, platform: Platform, clock: Clock
) -> None:
    platform.faults["một"] = [SendError("night", retry_after=9 * 3600, held=True)]
    await say(db, 1000, "một")

    async with sends(db, platform, clock):
        await until(lambda: not platform.faults["một"])
        clock.now += timedelta(hours=9)
        await until_stands(db, OutboxState.SENT)


async def test_where_the_account_is_told_to_wait_nothing_goes(
    db: Database, platform: Platform, clock: Clock
) -> None:
    slow = SendError("slow down", retry_after=0.5, for_all=True)
    platform.faults["một"] = [slow]
    await say(db, 1, "một", to="a")

    async with sends(db, platform, clock):
        await until(lambda: not platform.faults["một"])
        told_at = asyncio.get_running_loop().time()
        clock.now += timedelta(seconds=1)
        await say(db, 2, "hai", to="b")
        await until(lambda: len(platform.taken) == 2)
        waited = asyncio.get_running_loop().time() - told_at

    assert waited >= 0.45


async def test_room_that_is_given_back_while_we_store_is_not_missed(
    db: Database, platform: Platform, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_lease = leases.take

    def slowly(*args: Any) -> Any:
        time.sleep(0.3)  # a commit that takes its time, in the writer's thread
        return take_lease(*args)

    monkeypatch.setattr(leases, "take", slowly)
    monkeypatch.setattr(loop, "LOOK_EVERY", 3600.0)
    await say(db, 1, "một")
    now = time.monotonic()
    tempo = Tempo(Pace(most=1, window_s=60, chat_s=0), begun=now - 120)
    tempo.end(-1, now - 60 + 0.2)  # full, until the first look is stored
    running = asyncio.create_task(
        loop.run(Sender(db, platform, clock, "one", tempo=tempo))
    )

    try:
        await until(lambda: len(platform.taken) == 1)
    finally:
        running.cancel()
        await asyncio.wait({running})


async def test_what_can_never_go_is_a_dead_letter_and_the_next_one_goes(
    db: Database, platform: Platform, clock: Clock
) -> None:
    platform.faults["một"] = [SendError("too long", permanent=True)]
    await say(db, 1, "một", "hai")

    async with sends(db, platform, clock):
        await until_stands(db, OutboxState.DEAD, OutboxState.SENT)


async def test_whoever_is_gone_is_noted_once_and_his_letter_is_dead(
    db: Database, platform: Platform, clock: Clock
) -> None:
    platform.faults["một"] = [SendError("blocked", gone=True)]
    await say(db, 1, "một")

    async with sends(db, platform, clock):
        await until_stands(db, OutboxState.DEAD)

    (row,) = await db.write(take)
    assert unpack_what(row.body) == Gone()


async def test_whoever_is_gone_and_erased_holds_up_nobody(
    db: Database, platform: Platform, clock: Clock
) -> None:
    platform.faults["một"] = [SendError("blocked", gone=True)]
    where = await say(db, 1, "một")
    platform.gate.clear()

    async with sends(db, platform, clock):
        await until(lambda: platform.under_way == 1)
        await db.write(_erase, where)
        platform.gate.set()
        await say(db, 2, "hai", to="b")
        await until(lambda: platform.taken == [("b", "hai")])

    assert await db.read(_received) == 0


async def test_what_nothing_opens_is_a_dead_letter_and_others_are_told(
    db: Database, platform: Platform, clock: Clock
) -> None:
    await say(db, 1, "một", to="a")
    await db.write(_spoil)
    await say(db, 2, "hai", to="b")

    async with sends(db, platform, clock):
        await until_stands(db, OutboxState.DEAD, OutboxState.SENT)


@pytest.mark.parametrize("lost", [SendError("lost", unknown=True), OSError("lost")])
async def test_a_lost_answer_is_repeated_three_times_then_it_is_a_dead_letter(
    db: Database, platform: Platform, clock: Clock, lost: Exception
) -> None:
    platform.faults["một"] = [lost] * 9
    await say(db, 1, "một", "hai")

    async with sends(db, platform, clock):
        for _ in range(TRIES):
            clock.now += WAITS_UNKNOWN[-1]
            await asyncio.sleep(0.7)
        await until_stands(db, OutboxState.DEAD, OutboxState.SENT)

    assert len(platform.faults["một"]) == 9 - TRIES


def _erase(tx: Connection, where: int) -> None:
    erasure.erase(tx, where, "own wish", "staff:1", NOW)


def _received(tx: Connection) -> int:
    return tx.execute(sa.select(sa.func.count()).select_from(inbox)).scalar_one()


def _spoil(tx: Connection) -> None:
    tx.execute(sa.update(outbox).values(message_cell=b"spoilt"))
