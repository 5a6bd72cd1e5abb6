"""The sender loop: one active sender an account, in order in a chat, within its pace.

Who sends holds a lease, renewed in the very transaction that takes what is to be sent: of
many processes only one sends, and a stalled one takes nothing any more.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot.channel import Pushed, SendError
from bot.loops.steady import safely, whole
from bot.tempo import Tempo
from storage import holding, leases, sending
from storage.db import Database
from storage.model.line import Fate, Outcome, Unsent
from storage.tx import Connection

TOPIC = "outbox"
LOOK_EVERY = 0.5
STANDBY = 1.0
AT_ONCE = 64
ATTEMPTS = 150  # a day out of reach, at the longest wait
LONGEST_WAIT = 600.0
LONGEST_TRY = 60.0
LAST_TRIES = 3
LEASE = timedelta(seconds=6)
WAKE_EVERY = 2.0

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Room:
    """How many messages may go, to which chats none, and whether to look who is awake."""

    most: int
    resting: list[int]
    wakes: bool


@dataclass(slots=True)
class Sender:
    """One account of a channel, and what it has under way; `holder` is this process."""

    db: Database
    channel: Pushed
    clock: Callable[[], datetime]
    holder: str
    tempo: Tempo | None = None
    under_way: set[asyncio.Task[None]] = field(default_factory=set)
    outcomes: list[Outcome] = field(default_factory=list)
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    woken_at: float = 0.0
    looked_at: float = 0.0

    @property
    def lease(self) -> str:
        return f"send:{self.channel.name}:{self.channel.account}"


async def run(sender: Sender) -> None:
    """Send until cancelled; what is under way then is waited for, and settled."""
    try:
        while True:
            heard = sender.db.bell.listen(TOPIC)
            await whole(safely(TOPIC, lambda: send_some(sender)))
            await _rest(sender, heard)
    finally:
        await whole(_leave(sender))


async def send_some(sender: Sender) -> bool:
    """Settle what has ended and begin what may begin; False when nothing did."""
    settled, sender.outcomes = sender.outcomes, []
    sender.ended.clear()
    sender.looked_at = time.monotonic()
    bells = ["inbox"] if settled else []
    room = _room(sender)
    try:
        taken = await sender.db.announce(bells, _turn_over, sender, settled, room)
    except Exception:  # what could not be stored is stored with the next
        sender.outcomes = settled + sender.outcomes
        raise
    if taken is None:
        sender.tempo = None
        return False
    tempo = sender.tempo = sender.tempo or Tempo(sender.channel.pace, time.monotonic())
    for message in taken:
        tempo.begin(message.conversation)
        task = asyncio.create_task(_send(sender, tempo, message))
        sender.under_way.add(task)
        task.add_done_callback(sender.under_way.discard)
    return bool(taken or sender.outcomes)


def _room(sender: Sender) -> Room | None:
    """Return what may go now, in the loop's own thread: tries end while we store."""
    if sender.tempo is None:
        return None
    now = sender.looked_at
    most = min(sender.tempo.room(now), AT_ONCE - len(sender.under_way))
    wakes = now - sender.woken_at >= WAKE_EVERY
    sender.woken_at = now if wakes else sender.woken_at
    return Room(most, sender.tempo.resting(now), wakes)


def _turn_over(
    tx: Connection, sender: Sender, settled: list[Outcome], room: Room | None
) -> tuple[Unsent, ...] | None:
    """Store outcomes; return what we may send now, None while another sends."""
    now, channel = sender.clock(), sender.channel
    sending.settle(tx, settled, now)
    if not leases.take(tx, sender.lease, sender.holder, now, now + LEASE):
        return None
    account = (channel.name, channel.account)
    if room is None:
        left = sending.adrift(tx, *account, now)
        if left:
            log.warning("sender.adrift", channel=channel.name, messages=left)
        return ()
    if room.wakes:
        holding.wake(tx, *account, now)
    if room.most <= 0:
        return ()
    return sending.take(tx, *account, now, room.most, room.resting)


async def _send(sender: Sender, tempo: Tempo, message: Unsent) -> None:
    """Try one message, and note what became of it."""
    try:
        async with asyncio.timeout(LONGEST_TRY):
            put = await sender.channel.send(message)
        outcome = Outcome(message, Fate.SENT, put.position, put.name)
    except SendError as error:
        outcome = _failed(sender, tempo, message, error)
    except Exception as error:  # noqa: BLE001 - a chat must not wait for ever
        unknown = SendError(type(error).__name__, unknown=True)
        outcome = _failed(sender, tempo, message, unknown)
    tempo.end(message.conversation, time.monotonic())
    sender.outcomes.append(outcome)
    sender.ended.set()


def _failed(sender: Sender, tempo: Tempo, message: Unsent, error: SendError) -> Outcome:
    """Return where a failed message belongs; a told wait is obeyed."""
    channel, attempts = sender.channel.name, message.attempts
    log.warning("send.failed", channel=channel, attempts=attempts, why=error.why)
    if error.retry_after and not error.held:
        until = time.monotonic() + error.retry_after
        if error.for_all:
            tempo.hold(until)
        else:
            tempo.rest(message.conversation, until)
    if error.unknown:
        return Outcome(message, Fate.UNKNOWN, why=error.why)
    is_spent = attempts >= ATTEMPTS and not error.retry_after
    if error.permanent or is_spent:
        return Outcome(message, Fate.DEAD, why=error.why, is_gone=error.gone)
    wait = error.retry_after or min(2.0**attempts, LONGEST_WAIT)
    again = sender.clock() + timedelta(seconds=wait)
    fate = Fate.HELD if error.held else Fate.RETRY
    return Outcome(message, fate, why=error.why, again=again)


async def _rest(sender: Sender, heard: asyncio.Future[None]) -> None:
    """Wait until something is to be sent, has ended, or may go again."""
    wait = STANDBY
    if sender.tempo is not None:
        # What has changed since we looked, while we stored, is not to be missed.
        change = sender.looked_at + sender.tempo.next_change(sender.looked_at)
        wait = min(LOOK_EVERY, max(change - time.monotonic(), 0.005))
    ended = asyncio.ensure_future(sender.ended.wait())
    try:
        await asyncio.wait(
            (heard, ended), timeout=wait, return_when=asyncio.FIRST_COMPLETED
        )
    finally:
        ended.cancel()
        sender.db.bell.forget(heard, TOPIC)


async def _leave(sender: Sender) -> None:
    """Let what is under way end, settle it, and leave the account to another."""
    if sender.under_way:
        await asyncio.wait(sender.under_way)
    for _ in range(LAST_TRIES):
        if await safely(TOPIC, lambda: _let_go(sender)):
            return


async def _let_go(sender: Sender) -> bool:
    await sender.db.announce(["inbox"], _settle_and_drop, sender)
    return True


def _settle_and_drop(tx: Connection, sender: Sender) -> None:
    sending.settle(tx, sender.outcomes, sender.clock())
    leases.drop(tx, sender.lease, sender.holder)
