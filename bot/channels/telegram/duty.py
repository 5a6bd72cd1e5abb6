"""On duty: of all processes one polls, or keeps the webhook and looks how it does."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.channels.telegram.api import Refused, Unreachable
from storage import leases
from storage.db import Database

LEASE = timedelta(seconds=90)
STANDBY_S = 20.0
PAUSE_S = 5.0
# The token is wrong, or another polls it from elsewhere: a person must look.
PAUSES = {401: 60.0, 404: 60.0, 409: 30.0}

log = structlog.get_logger()

Step = Callable[[], Awaitable[float]]


@dataclass(frozen=True, slots=True)
class Duty:
    """One process's readiness; `step` does a piece and returns how long to rest.

    `greet` comes before it in every process, on duty or not.
    """

    db: Database
    clock: Callable[[], datetime]
    name: str
    holder: str
    greet: Callable[[], Awaitable[None]]
    step: Step


async def run(duty: Duty) -> None:
    """Step while we are on duty, until cancelled; then leave it to another."""
    try:
        while True:
            rest = await turn(duty)
            await asyncio.sleep(rest)
    finally:
        await duty.db.write(leases.drop, duty.name, duty.holder)


async def turn(duty: Duty) -> float:
    """Do a piece if it is our turn; return how long to rest, also after a failure."""
    try:
        await duty.greet()
        now = duty.clock()
        held = duty.name, duty.holder, now, now + LEASE
        return (
            await duty.step() if await duty.db.write(leases.take, *held) else STANDBY_S
        )
    except Refused as refused:
        log.error("telegram.refused", code=refused.code)
        return refused.retry_after or PAUSES.get(refused.code, PAUSE_S)
    except Unreachable as lost:
        log.warning("telegram.unreachable", why=lost.why)
    except Exception as error:
        log.error("telegram.stumbled", exc_info=error)
    return PAUSE_S
