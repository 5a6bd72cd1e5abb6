"""A row that cannot be played goes before staff; whoever stands beside it goes on."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from bot.channel import ways
from bot.loops import inbox as loop
from bot.loops.inbox import Inbox, put_back, take_some
from bot.reading import Findings, Reading
from handlers import storing, turn
from handlers.conversation.address import plainly
from handlers.turn import Ways
from storage import conversations, lines, sending, turns
from storage.db import Database
from storage.errors import StorageBusy, StorageFull
from storage.model.line import Fate, InboxState, Outcome, Received, Unread
from storage.model.message import Incoming
from storage.receipts import add_all
from storage.tables import inbox, outbox
from tests.fixtures.chatting import box, lexicon
from tests.fixtures.console import Clock
from tests.fixtures.line import NOW
from tests.fixtures.platform import NAME, Platform, told

BAD = b'{"event": "text"}'
MANY = 9
NEVER = 3600.0
SOON = 5.0


class Held(Reading):
    """Readers that are not done before they may be."""

    def __init__(self) -> None:
        super().__init__(lexicon())
        self.begun, self.may_end = asyncio.Event(), asyncio.Event()

    async def find(self, texts: Sequence[str]) -> Findings:
        self.begun.set()
        await self.may_end.wait()
        return await super().find(texts)


@pytest.fixture
def desk(db: Database, clock: Clock) -> Inbox:
    return replace(box(db, lambda _: ways(Platform())), clock=clock)


async def test_a_row_that_fails_each_time_is_set_aside_and_the_next_proceeds(
    desk: Inbox,
) -> None:
    await _hear(desk, BAD, told("k2", 2))

    for _ in range(turns.ATTEMPTS):
        assert await desk.db.read(_states) == [InboxState.NEW, InboxState.NEW]
        assert await take_some(desk)
    assert await take_some(desk)
    assert not await take_some(desk)

    assert await desk.db.read(_told) == [
        (InboxState.SET_ASIDE, turns.ATTEMPTS, "KeyError"),
        (InboxState.DONE, 2, ""),
    ]


async def test_its_sender_is_told_once_that_it_was_kept(desk: Inbox) -> None:
    where = await _hear(desk, BAD)

    while await take_some(desk):
        pass

    assert await desk.db.read(_said, where) == [plainly("ack.odd")]


async def test_neighbours_in_its_batch_are_played_and_not_counted(
    desk: Inbox,
) -> None:
    await _hear(desk, told("k1", 1), address="a")
    await _hear(desk, BAD, address="b")
    await _hear(desk, told("k3", 3), address="c")

    assert await take_some(desk)

    assert await desk.db.read(_told) == [
        (InboxState.DONE, 1, ""),
        (InboxState.NEW, 1, ""),
        (InboxState.DONE, 1, ""),
    ]


async def test_a_row_that_kills_whoever_takes_it_is_set_aside(
    desk: Inbox, clock: Clock
) -> None:
    where = await _hear(desk, told("k1", 1))
    for _ in range(turns.TAKEN_AT_MOST):
        assert await desk.db.write(turn.gather, desk.setting, MANY, clock())
        clock.now += turns.LEASE

    assert await take_some(desk)
    assert not await take_some(desk)

    assert await desk.db.read(_states) == [InboxState.SET_ASIDE]
    assert await desk.db.read(_said, where) == [plainly("ack.odd")]


@pytest.mark.parametrize("trouble", [StorageBusy, StorageFull])
async def test_a_database_without_room_or_time_is_no_fault_of_a_row(
    db: Database, clock: Clock, trouble: type[Exception]
) -> None:
    sick = replace(box(db, lambda _: _sick_ways(trouble)), clock=clock)
    await _hear(sick, told("k1", 1))

    for _ in range(MANY):
        with pytest.raises(trouble):
            await take_some(sick)
        clock.now += turns.LEASE
    assert await db.read(_states) == [InboxState.NEW]

    well = replace(box(db, lambda _: ways(Platform())), clock=clock)
    assert await take_some(well)
    assert await db.read(_states) == [InboxState.DONE]


async def test_a_turn_whose_lease_was_lost_is_not_stored(
    desk: Inbox, clock: Clock
) -> None:
    where = await _hear(desk, told("k1", 1))
    lost = await _decided(desk, clock)
    clock.now += turns.LEASE
    held = await _decided(desk, clock)

    of_it = (desk.setting, clock())
    assert await desk.db.write(storing.store, lost, *of_it) == frozenset()
    assert await desk.db.read(_said, where) == []

    assert await desk.db.write(storing.store, held, *of_it) == {where}
    assert await desk.db.read(_states) == [InboxState.DONE]


async def test_who_lost_a_lease_neither_frees_nor_sets_aside_what_another_holds(
    desk: Inbox, clock: Clock
) -> None:
    where = await _hear(desk, told("k1", 1))
    late = await desk.db.write(turn.gather, desk.setting, MANY, clock())
    clock.now += turns.LEASE
    held = await _decided(desk, clock)

    for is_spent in (True, False):
        await put_back(desk, late[0], "Late", is_spent=is_spent)

    of_it = (desk.setting, clock())
    assert await desk.db.write(storing.store, held, *of_it) == {where}
    assert plainly("ack.odd") not in await desk.db.read(_said, where)


async def test_a_turn_waits_while_its_sender_is_being_told_something(
    desk: Inbox, clock: Clock
) -> None:
    await _hear(desk, told("k1", 1))
    assert await take_some(desk)
    (under_way, *_) = await desk.db.write(sending.take, NAME, NAME, clock())
    await _hear(desk, told("k2", 2))

    assert not await take_some(desk)

    sent = [Outcome(under_way, Fate.SENT, 7)]
    await desk.db.write(sending.settle, sent, clock())
    assert await take_some(desk)


async def test_a_turn_does_not_wait_for_a_platform_that_is_silent(
    desk: Inbox, clock: Clock
) -> None:
    await _hear(desk, told("k1", 1))
    assert await take_some(desk)
    await desk.db.write(sending.take, NAME, NAME, clock())
    await _hear(desk, told("k2", 2))

    clock.now += turns.UNDER_WAY - timedelta(seconds=1)
    assert not await take_some(desk)
    clock.now += timedelta(seconds=1)
    assert await take_some(desk)


async def test_what_is_told_during_a_turn_is_played_right_after_it(
    desk: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "LOOK_EVERY", NEVER)
    readers = Held()
    running = asyncio.create_task(loop.run(replace(desk, reading=readers)))
    await _hear(desk, told("k1", 1))
    await asyncio.wait_for(readers.begun.wait(), SOON)

    await _hear(desk, told("k2", 2))
    await asyncio.sleep(0.1)  # the other one has looked by now, and found it in hand
    readers.may_end.set()

    async with asyncio.timeout(SOON):
        while set(await desk.db.read(_states)) != {InboxState.DONE}:  # noqa: ASYNC110 - rows ring no bell
            await asyncio.sleep(0.01)
    running.cancel()


async def _hear(desk: Inbox, *bodies: bytes, address: str = "a") -> int:
    """Keep what one address sends; return its conversation."""
    events = [
        Received(NAME, NAME, f"{address}-{hash(body)}", address, at, body, NOW)
        for at, body in enumerate(bodies, 1)
    ]
    await desk.db.announce(["inbox"], add_all, events)
    who = (NAME, NAME, address, NOW)
    return await desk.db.write(conversations.find_or_open, *who)


async def _decided(desk: Inbox, clock: Clock) -> Sequence[turn.Decided]:
    ready = await desk.db.write(turn.gather, desk.setting, MANY, clock())
    return [turn.decide(one, {}, desk.setting, clock()) for one in ready]


def _sick_ways(trouble: type[Exception]) -> Ways:
    def read(_row: Unread) -> tuple[Incoming, ...]:
        raise trouble

    return replace(ways(Platform()), read=read)


def _states(tx: Connection) -> list[str]:
    return list(tx.execute(sa.select(inbox.c.state).order_by(inbox.c.id)).scalars())


def _told(tx: Connection) -> list[tuple[str, int, str]]:
    query = sa.select(inbox.c.state, inbox.c.attempts, inbox.c.error)
    return [tuple(row) for row in tx.execute(query.order_by(inbox.c.id))]


def _said(tx: Connection, where: int) -> list[str]:
    tx.execute(sa.update(outbox).values(state="sent"))
    told_lines = lines.after(tx, where, 0)
    return [line.text for line in told_lines if line.author == "bot"]
