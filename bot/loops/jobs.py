"""The jobs loop: slow work under a lease, never in a conversation.

What waits for others is done several at once, so that a slow download holds nobody up;
what keeps a core busy is done one at a time.
"""

import asyncio
from collections.abc import Collection

import structlog

from bot.jobs import JOBS, WAITING, World
from bot.loops.steady import steadily
from handlers.world import Later
from storage import jobs
from storage.model.line import Job

TOPIC = "jobs"
LOOK_EVERY = 1.0
WAITING_AT_ONCE = 4
HEAVY = frozenset(JOBS) - WAITING

log = structlog.get_logger()


async def run(world: World) -> None:
    """Do what is due until cancelled."""
    async with asyncio.TaskGroup() as lanes:
        lanes.create_task(_work(world, HEAVY))
        for _ in range(WAITING_AT_ONCE):
            lanes.create_task(_work(world, WAITING))


async def do_one(world: World, kinds: Collection[str] | None = None) -> bool:
    """Do the next job, of these kinds or of any; False when none is due."""
    job = await world.db.write(jobs.take, world.clock(), kinds)
    if job is None:
        return False
    try:
        await JOBS[job.kind](job, world)
    except Later as later:
        log.info("job.waits", job=job.id, kind=job.kind, why=later.why)
        await world.db.write(jobs.put_off, job.id, later.why, later.due)
        return True
    except Exception as error:  # noqa: BLE001 - it is tried again, then shown to staff
        await _fail(world, job, error)
        return True
    await world.db.write(jobs.finish, job.id, world.clock())
    return True


async def _work(world: World, kinds: Collection[str]) -> None:
    await steadily(world.db.bell, TOPIC, LOOK_EVERY, lambda: do_one(world, kinds))


async def _fail(world: World, job: Job, error: Exception) -> None:
    log.error(
        "job.failed", exc_info=error, job=job.id, kind=job.kind, attempts=job.attempts
    )
    await world.db.write(jobs.fail, job, type(error).__name__, world.clock())
