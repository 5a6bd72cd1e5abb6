"""Of several senders one sends; neither a kill nor a sick database loses an outcome."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from bot.loops.sender import LEASE, Sender, send_some
from storage.db import Database
from storage.model.line import OutboxState
from tests.fixtures.console import Clock
from tests.fixtures.platform import Platform
from tests.fixtures.sending import say, sends, states, until, until_stands


@pytest.fixture
def platform() -> Platform:
    return Platform()


async def test_of_two_senders_one_sends_and_the_other_only_after_its_end(
    db: Database, platform: Platform, clock: Clock
) -> None:
    async with sends(db, platform, clock, "one"):
        await until_sent(db, platform, ["một"])
        idle = Platform()
        async with sends(db, idle, clock, "two") as two:
            await until_sent(db, platform, ["một", "hai"])
            assert idle.taken == []
            assert not two.done()


async def test_another_takes_over_when_a_lease_is_not_renewed(
    db: Database, platform: Platform, clock: Clock
) -> None:
    stalled = await _stalled(db, platform, clock)
    later, other = Clock(clock.now + LEASE), Platform()

    async with sends(db, other, later, "two"):
        await until_sent(db, other, ["hai"], to="b")
        later.now += timedelta(seconds=6)
        await until(lambda: len(other.taken) == 2)

    assert other.taken == [("b", "hai"), ("a", "một")]
    assert not await send_some(stalled)


async def test_the_word_of_a_sender_that_was_late_spares_a_second_message(
    db: Database, platform: Platform, clock: Clock
) -> None:
    stalled = await _stalled(db, platform, clock)
    later, other = Clock(clock.now + LEASE), Platform()

    async with sends(db, other, later, "two"):
        await until_stands(db, OutboxState.NEW)
        platform.gate.set()
        await until(lambda: bool(stalled.outcomes))
        await send_some(stalled)
        later.now += timedelta(seconds=6)
        await until_sent(db, other, ["hai"], to="b")

    assert (platform.taken, other.taken) == ([("a", "một")], [("b", "hai")])


async def test_who_is_told_to_end_settles_what_is_under_way(
    db: Database, platform: Platform, clock: Clock
) -> None:
    platform.gate.clear()
    await say(db, 1, "một", "hai")

    async with sends(db, platform, clock) as loop:
        await until(lambda: platform.under_way == 1)
        loop.cancel()
        await asyncio.sleep(0.05)
        assert not loop.done()
        platform.gate.set()
        with suppress(asyncio.CancelledError):
            await loop

    assert await db.read(states) == [OutboxState.SENT, OutboxState.NEW]


async def test_who_is_told_to_end_while_he_takes_messages_sends_them(
    db: Database, platform: Platform, clock: Clock
) -> None:
    for number in range(30):
        await say(db, number, "một", to=f"visitor {number}")

    for _ in range(10):
        async with sends(db, platform, clock) as loop:
            await until(lambda: platform.begun > 0)
            loop.cancel()
        left = await db.read(states)
        assert OutboxState.SENDING not in left
        assert left.count(OutboxState.SENT) == len(platform.taken)


async def test_a_database_that_fails_for_a_moment_loses_no_outcome(
    db: Database, platform: Platform, clock: Clock
) -> None:
    platform.gate.clear()
    await say(db, 1, "một", "hai")

    async with sends(db, platform, clock):
        await until(lambda: platform.under_way == 1)
        async with _sick(db):
            platform.gate.set()
            await until(lambda: len(platform.taken) == 1)
            await asyncio.sleep(0.2)
        await until_stands(db, OutboxState.SENT, OutboxState.SENT)

    assert [text for _, text in platform.taken] == ["một", "hai"]


async def test_a_database_that_fails_at_the_end_loses_no_outcome(
    db: Database, platform: Platform, clock: Clock
) -> None:
    platform.gate.clear()
    await say(db, 1, "một")

    async with sends(db, platform, clock) as loop:
        await until(lambda: platform.under_way == 1)
        async with _sick(db):
            platform.gate.set()
            loop.cancel()
            await until(lambda: len(platform.taken) == 1)
            await asyncio.sleep(0.2)

    assert await db.read(states) == [OutboxState.SENT]


async def until_sent(
    db: Database, platform: Platform, texts: list[str], to: str = "a"
) -> None:
    """Say the last of these; return once the platform has them all."""
    await say(db, len(texts) + 100 * (to != "a"), texts[-1], to=to)
    wanted = [(to, text) for text in texts]
    await until(lambda: platform.taken[-len(texts) :] == wanted)


async def _stalled(db: Database, platform: Platform, clock: Clock) -> Sender:
    """Return a sender that took a message and does not go on."""
    platform.gate.clear()
    await say(db, 1, "một")
    stalled = Sender(db, platform, clock, "one")
    await send_some(stalled)
    await asyncio.sleep(platform.pace.window_s * 2)
    assert await send_some(stalled)
    await until(lambda: platform.under_way == 1)
    return stalled


@asynccontextmanager
async def _sick(db: Database) -> AsyncIterator[None]:
    """Let every transaction of a sender fail inside."""
    await db.write(_rename, "lease", "away")
    try:
        yield
    finally:
        await db.write(_rename, "away", "lease")


def _rename(tx: Connection, old: str, new: str) -> None:
    tx.execute(sa.text(f"ALTER TABLE {old} RENAME TO {new}"))
