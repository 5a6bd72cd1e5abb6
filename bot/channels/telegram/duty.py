"""On duty: of all processes one polls, or keeps the webhook and looks how it does."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot.calling import Unreachable
from bot.channels.telegram.api import Refused
from bot.channels.telegram.standing import Standing
from storage import leases
from storage.db import Database

LEASE = timedelta(seconds=90)
STANDBY_S = 20.0
PAUSE_S = 5.0
# The token is wrong, or another polls it from elsewhere: a person must look.
PAUSES = {401: 60.0, 404: 60.0, 409: 30.0}

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of work done: how long to rest, and what it told of the bot."""

    rest_s: float
    profile: Mapping[str, str] = field(default_factory=dict)


Step = Callable[[], Awaitable[Piece]]


@dataclass(frozen=True, slots=True)
class Duty:
    """One process's readiness; `step` does a piece of the work.

    `greet` tells the bot's name in every process, on duty or not.
    """

    db: Database
    clock: Callable[[], datetime]
    name: str
    holder: str
    greet: Callable[[], Awaitable[str]]
    step: Step
    standing: Standing


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
        return await attempt(duty)
    except Refused as refused:
        log.error("telegram.refused", code=refused.code)
        await duty.standing.refused(refused)
        return refused.retry_after or PAUSES.get(refused.code, PAUSE_S)
    except Unreachable as lost:
        log.warning("telegram.unreachable", why=lost.why)
    except Exception as error:  # whatever it is, duty goes on
        log.error("telegram.stumbled", exc_info=error)
    return PAUSE_S


async def attempt(duty: Duty) -> float:
    """Do a piece if the lease is ours, and note how the bot stands."""
    name, now = await duty.greet(), duty.clock()
    lease = duty.name, duty.holder, now, now + LEASE
    if not await duty.db.write(leases.take, *lease):
        return STANDBY_S
    piece = await duty.step()
    await duty.standing.well({"name": f"@{name}", **piece.profile})
    return piece.rest_s
