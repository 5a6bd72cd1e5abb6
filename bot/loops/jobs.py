"""The jobs loop: slow work under a lease, one at a time, never in a conversation."""

import structlog

from bot.jobs import JOBS, World
from bot.loops.steady import steadily
from storage import jobs
from storage.model.line import Job

TOPIC = "jobs"
LOOK_EVERY = 1.0

log = structlog.get_logger()


async def run(world: World) -> None:
    """Do what is due until cancelled."""
    await steadily(world.db.bell, TOPIC, LOOK_EVERY, lambda: do_one(world))


async def do_one(world: World) -> bool:
    """Do the next job; False when none is due."""
    job = await world.db.write(jobs.take, world.clock())
    if job is None:
        return False
    try:
        await JOBS[job.kind](job, world)
    except Exception as error:  # noqa: BLE001 - it is tried again, then shown to staff
        await _fail(world, job, error)
        return True
    await world.db.write(jobs.finish, job.id, world.clock())
    return True


async def _fail(world: World, job: Job, error: Exception) -> None:
    log.error(
        "job.failed", exc_info=error, job=job.id, kind=job.kind, attempts=job.attempts
    )
    await world.db.write(jobs.fail, job, type(error).__name__, world.clock())
