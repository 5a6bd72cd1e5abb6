"""The inbox loop: take a conversation with unread rows, play its turn, commit.

A row that fails three times is set aside for staff; its sender gets one sentence, and
the next row proceeds.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.loops.steady import steadily
from bot.reading import Reading
from handlers import turn
from handlers.turn import Setting
from handlers.wording import say
from nlp.entity import Entity
from storage import conversations, outbox, turns
from storage.db import Database
from storage.errors import StorageBusy, StorageFull
from storage.model.line import Unread
from storage.model.message import Outgoing
from storage.tx import Connection

TOPIC = "inbox"
LOOK_EVERY = 0.5
PAUSE_AFTER_ERROR = 0.2

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Inbox:
    """What the loop works with."""

    db: Database
    setting: Setting
    reading: Reading
    clock: Callable[[], datetime]


async def run(inbox: Inbox) -> None:
    """Take turns until cancelled."""
    await steadily(inbox.db.bell, TOPIC, LOOK_EVERY, lambda: take_one(inbox))


async def take_one(inbox: Inbox) -> bool:
    """Play one turn; False when nobody has anything unread."""
    rows = await inbox.db.write(turns.take, inbox.clock())
    if not rows:
        return False
    try:
        await _play(inbox, rows)
    except (StorageFull, StorageBusy):
        raise  # no fault of these rows: they are free again when their lease ends
    except Exception as error:  # noqa: BLE001 - whatever a row does, others go on
        await _fail(inbox, rows, error)
    return True


async def _play(inbox: Inbox, rows: Sequence[Unread]) -> None:
    now = inbox.clock()
    texts = await inbox.db.read(turn.texts_to_read, rows, inbox.setting, now)
    found = await inbox.reading.find(texts) if texts else {}

    def find(text: str) -> tuple[Entity, ...]:
        return found.get(text, ())

    topic = f"chat:{rows[0].conversation}"
    await inbox.db.announce(topic, turn.take, rows, find, inbox.setting, now)


async def _fail(inbox: Inbox, rows: Sequence[Unread], error: Exception) -> None:
    log.error(
        "turn.failed", exc_info=error, conversation=rows[0].conversation, rows=len(rows)
    )
    spent = [row for row in rows if row.attempts + 1 >= turns.ATTEMPTS]
    why = type(error).__name__
    topic = f"chat:{rows[0].conversation}"
    await inbox.db.announce(topic, _put_back, rows, spent, why, inbox)
    await asyncio.sleep(PAUSE_AFTER_ERROR)


def _put_back(
    tx: Connection,
    rows: Sequence[Unread],
    spent: Sequence[Unread],
    error: str,
    inbox: Inbox,
) -> None:
    """Free the conversation; what failed three times goes before staff."""
    now = inbox.clock()
    ways = inbox.setting.ways(conversations.whose(tx, rows[0].conversation).channel)
    for row in spent:
        turns.set_aside(tx, row.id, error, now)
        sorry = [Outgoing(say("ack.odd"))]
        outbox.add(tx, row.conversation, row.id, sorry, now, is_pulled=ways.is_pulled)
    turns.release(tx, rows[0].conversation)
