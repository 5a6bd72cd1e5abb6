"""The scheduler loop: timers of conversations, and what falls due by the calendar."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

import structlog
from apscheduler.triggers.cron import CronTrigger

from bot.loops.steady import safely
from storage import schedules, timers
from storage.db import Database

LOOK_EVERY = 1.0

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Plan:
    """Something done by the calendar: when, in cron's five fields, and what."""

    cron: str
    work: Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Scheduler:
    """What the loop works with."""

    db: Database
    clock: Callable[[], datetime]
    zone: tzinfo
    plans: Mapping[str, Plan]


async def run(scheduler: Scheduler) -> None:
    """Fire what is due until cancelled."""
    for name, plan in scheduler.plans.items():
        first = following(scheduler.zone, plan.cron, scheduler.clock())
        await scheduler.db.write(schedules.put, name, plan.cron, first)
    while True:
        await safely("schedule", lambda: fire(scheduler))
        await asyncio.sleep(LOOK_EVERY)


async def fire(scheduler: Scheduler) -> bool:
    """Wake conversations whose timers are due, and do what the calendar asks."""
    now = scheduler.clock()
    await scheduler.db.announce(["inbox"], timers.fire, now)

    def after(cron: str, at: datetime) -> datetime:
        return following(scheduler.zone, cron, at)

    for name in await scheduler.db.write(schedules.fire, now, after):
        await _do(scheduler, name)
    return False


def following(zone: tzinfo, cron: str, after: datetime) -> datetime:
    """Return the first time after `after` that the cron fields name."""
    trigger = CronTrigger.from_crontab(cron, timezone=zone)
    due: datetime = trigger.get_next_fire_time(after, after)
    return due


async def _do(scheduler: Scheduler, name: str) -> None:
    plan = scheduler.plans.get(name)
    if plan is None:
        return
    try:
        await plan.work()
    except Exception:
        # One plan must not stop the others.
        log.exception("plan.failed", plan=name)
