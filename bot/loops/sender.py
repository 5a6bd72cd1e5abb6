"""The sender loop: one active sender an account, in order in a chat, within its pace."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.channel import Pushed, SendError
from bot.loops.steady import steadily
from storage import sending
from storage.db import Database
from storage.model.line import Unsent

TOPIC = "outbox"
LOOK_EVERY = 0.5
ATTEMPTS = 8
LONGEST_WAIT = 600.0

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Sender:
    """What the loop works with: one channel and one account of it."""

    db: Database
    channel: Pushed
    account: str
    clock: Callable[[], datetime]


async def run(sender: Sender) -> None:
    """Send until cancelled; first settle what a killed sender left under way."""
    name, account = sender.channel.name, sender.account
    left = await sender.db.write(sending.adrift, name, account, sender.clock())
    if left:
        log.warning("sender.adrift", channel=name, messages=left)
    await steadily(sender.db.bell, TOPIC, LOOK_EVERY, lambda: send_one(sender))


async def send_one(sender: Sender) -> bool:
    """Send the next message; False when none is due."""
    now = sender.clock()
    message = await sender.db.write(
        sending.take, sender.channel.name, sender.account, now
    )
    if message is None:
        return False
    try:
        put = await sender.channel.send(message)
    except SendError as error:
        await _settle(sender, message, error)
        return True
    except Exception as error:  # noqa: BLE001 - a chat must not wait for ever
        unknown = SendError(type(error).__name__, unknown=True)
        await _settle(sender, message, unknown)
        return True
    await sender.db.write(
        sending.sent, message.id, put.position, put.name, sender.clock()
    )
    return True


async def _settle(sender: Sender, message: Unsent, error: SendError) -> None:
    """Put a failed message where its failure says it belongs."""
    now = sender.clock()
    log.warning("send.failed", channel=message.channel, attempts=message.attempts)
    if error.unknown:
        await sender.db.write(sending.unknown, message.id, message.attempts, now)
    elif error.permanent or message.attempts >= ATTEMPTS:
        await sender.db.write(sending.give_up, message.id, error.why)
    else:
        wait = error.retry_after or min(2.0**message.attempts, LONGEST_WAIT)
        at = now + timedelta(seconds=wait)
        await sender.db.write(sending.retry, message.id, at, error.why)
    if error.retry_after:
        await asyncio.sleep(error.retry_after)  # a told wait holds the whole account
