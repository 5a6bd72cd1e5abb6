"""The inbox loop: take conversations with unread rows, play their turns, commit.

A row that fails three times is set aside for staff; its sender gets one sentence, and
the next row proceeds.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.loops.lookout import Lookout
from bot.loops.steady import safely
from bot.reading import Reading
from handlers import storing, turn
from handlers.conversation.address import plainly
from handlers.conversation.scene import File
from handlers.turn import Decided, Ready, Setting
from storage import jobs, outbox, turns
from storage.db import Database
from storage.errors import StorageBusy, StorageFull
from storage.model.message import Outgoing
from storage.model.reading import Reread
from storage.outbox import Post
from storage.tx import Connection

TOPIC = "inbox"
LOOK_EVERY = 0.5
READ_ON, SECOND_VOTE = "read_on", "second_vote"  # jobs of bot/jobs
PAUSE_AFTER_ERROR = 0.2
# Conversations of one batch: their turns share two commits.
TOGETHER = 64
# Batches at once: one decides while another waits for the disk.
AT_ONCE = 2

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Inbox:
    """What the loop works with."""

    db: Database
    setting: Setting
    reading: Reading
    clock: Callable[[], datetime]
    votes: bool = False  # whether filed tips are read a second time


async def run(inbox: Inbox) -> None:
    """Take turns until cancelled."""
    lookout = Lookout(inbox.db.bell, TOPIC, LOOK_EVERY, lambda: _gather(inbox))
    async with asyncio.TaskGroup() as group:
        for _ in range(AT_ONCE):
            group.create_task(_go_on(inbox, lookout))


async def take_some(inbox: Inbox) -> bool:
    """Play the next turns; False when nobody has anything unread."""
    ready = await _gather(inbox)
    if ready:
        await _take(inbox, ready)
    return bool(ready)


async def _go_on(inbox: Inbox, lookout: Lookout[Ready]) -> None:
    while True:
        await safely(TOPIC, lambda: _take_next(inbox, lookout))


async def _take_next(inbox: Inbox, lookout: Lookout[Ready]) -> bool:
    """Play the next turns, once there are some."""
    ready = await lookout.next()
    looks = lookout.looks
    if len(ready) == TOGETHER:
        lookout.look_again()
    await _take(inbox, ready)
    # Who looked meanwhile has heard the bell, and left what was told in these chats.
    is_passed_over = lookout.looks > looks
    if is_passed_over or any(_leaves_some(one) for one in ready):
        lookout.look_again()
    return True


def _leaves_some(one: Ready) -> bool:
    """Return whether rows behind these may wait that will not ring for themselves."""
    return len(one.rows) > 1 or bool(one.rows[0].attempts)


async def _gather(inbox: Inbox) -> Sequence[Ready]:
    return await inbox.db.write(turn.gather, inbox.setting, TOGETHER, inbox.clock())


async def _take(inbox: Inbox, ready: Sequence[Ready]) -> None:
    """Play these turns."""
    if turns.is_deadly(ready[0].waiting):
        await put_back(inbox, ready[0], "DiedEachTime", is_spent=True)
        return
    try:
        await _play_all(inbox, ready)
    except (StorageFull, StorageBusy):
        await inbox.db.write(turns.give_back, [one.waiting for one in ready])
        raise


async def _play_all(inbox: Inbox, ready: Sequence[Ready]) -> None:
    """Play turns together; where one fails, each by itself."""
    try:
        await _play(inbox, ready)
    except (StorageFull, StorageBusy):
        raise
    except Exception as error:  # noqa: BLE001 - whatever a row does, others go on
        await _play_apart(inbox, ready, error)


async def _play(inbox: Inbox, ready: Sequence[Ready]) -> None:
    now = inbox.clock()
    likely = [text for one in ready for text in turn.likely(one)]
    findings = await inbox.reading.find(likely)
    decided = [turn.decide(one, findings.found, inbox.setting, now) for one in ready]
    wanted = [text for one in decided for text in one.wanted]
    unread = [text for text in wanted if text not in findings.found]
    if unread:
        findings = findings.with_more(await inbox.reading.find(unread))
        decided = [_again(one, unread, findings.found, inbox, now) for one in decided]
    late = [one for one in decided if findings.late.intersection(one.wanted)]
    await inbox.db.announce(_bells(ready), _store, decided, late, inbox)


def _store(
    tx: Connection, decided: Sequence[Decided], late: Sequence[Decided], inbox: Inbox
) -> None:
    """Store the turns; jobs read on what was not read to its end, and filed tips again."""
    now = inbox.clock()
    storing.store(tx, decided, inbox.setting, now)
    filed = [one for one in decided if inbox.votes and _is_filed(one)]
    for kind, several in ((READ_ON, late), (SECOND_VOTE, filed)):
        for one in several:
            subject = f"{one.ready.conversation.id}:{one.ready.rows[-1].id}"
            jobs.add(tx, kind, subject, {}, now)


def _is_filed(one: Decided) -> bool:
    """Return whether a tip is filed with words that nobody voted on yet."""
    is_new = any(not isinstance(i.what, Reread) for i in one.incoming)
    wanted = one.course.effects
    return is_new and any(isinstance(e, File) and not e.draft for e in wanted)


def _again(
    one: Decided,
    unread: Sequence[str],
    found: turn.Found,
    inbox: Inbox,
    now: datetime,
) -> Decided:
    """Decide once more where something was still to be read."""
    if not set(unread).intersection(one.wanted):
        return one
    return turn.decide(one.ready, found, inbox.setting, now)


async def _play_apart(inbox: Inbox, ready: Sequence[Ready], error: Exception) -> None:
    """Play each by itself, so that only the one that fails is put back."""
    if len(ready) == 1:
        await _fail(inbox, ready[0], error)
        return
    for one in ready:
        try:
            await _play(inbox, [one])
        except (StorageFull, StorageBusy):
            raise
        except Exception as own:  # noqa: BLE001 - whatever a row does, others go on
            await _fail(inbox, one, own)


async def _fail(inbox: Inbox, one: Ready, error: Exception) -> None:
    log.error(
        "turn.failed",
        exc_info=error,
        conversation=one.conversation.id,
        rows=len(one.rows),
    )
    is_spent = one.rows[0].attempts + 1 >= turns.ATTEMPTS
    await put_back(inbox, one, type(error).__name__, is_spent=is_spent)
    await asyncio.sleep(PAUSE_AFTER_ERROR)


async def put_back(inbox: Inbox, one: Ready, error: str, *, is_spent: bool) -> None:
    """Free the conversation; a row that was tried often enough goes before staff."""
    now = inbox.clock()
    if is_spent:
        log.error("row.set_aside", conversation=one.conversation.id, error=error)
        await inbox.db.announce(_bells([one]), _set_aside, one, error, inbox, now)
    else:
        await inbox.db.write(_free, one)


def _free(tx: Connection, one: Ready) -> None:
    turns.release(tx, sorted(turns.held(tx, [one.waiting])))


def _set_aside(
    tx: Connection, one: Ready, error: str, inbox: Inbox, now: datetime
) -> None:
    """Keep the first row for staff, and say so in one sentence."""
    if not turns.held(tx, [one.waiting]):
        return  # another has taken it meanwhile
    conversation, cause = one.conversation, one.rows[0].id
    turns.set_aside(tx, [cause], error, now)
    if conversation.key is not None:
        ways = inbox.setting.ways(conversation.channel)
        sorry = (Outgoing(plainly("ack.odd")),)
        post = Post(conversation, conversation.key, cause, sorry, ways.is_pulled)
        outbox.add(tx, [post], now)
    turns.release(tx, [conversation.id])


def _bells(ready: Sequence[Ready]) -> list[str]:
    return ["outbox", *(f"chat:{one.conversation.id}" for one in ready)]
