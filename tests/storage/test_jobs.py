import asyncio
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import jobs
from storage.db import Database
from storage.model.line import Job, JobState
from storage.tables import job
from tests.fixtures.line import NOW


async def test_work_is_queued_once_for_each_kind_and_subject(db: Database) -> None:
    for subject in ("m-1", "m-1", "m-2"):
        await db.write(jobs.add, "preview", subject, {"side": 480}, NOW)

    taken = [await db.write(jobs.take, NOW) for _ in range(3)]

    assert [one.subject for one in taken if one] == ["m-1", "m-2"]
    assert taken[0] == Job(1, "preview", "m-1", {"side": 480}, 1)


async def test_many_workers_never_take_the_same_job(db: Database) -> None:
    for number in range(8):
        await db.write(jobs.add, "preview", f"m-{number}", {}, NOW)

    taken = await asyncio.gather(*(db.write(jobs.take, NOW) for _ in range(12)))

    ids = [one.id for one in taken if one]
    assert len(ids) == len(set(ids))


async def test_a_dead_workers_job_is_taken_again_when_its_lease_ends(
    db: Database,
) -> None:
    await db.write(jobs.add, "preview", "m-1", {}, NOW)
    await _take(db, NOW)

    assert await db.write(jobs.take, NOW + jobs.LEASE / 2) is None

    assert (await _take(db, NOW + jobs.LEASE)).attempts == 2


async def test_a_finished_job_is_never_taken_again(db: Database) -> None:
    await db.write(jobs.add, "preview", "m-1", {}, NOW)
    taken = await _take(db, NOW)

    await db.write(jobs.finish, taken.id, NOW)
    await db.write(jobs.add, "preview", "m-1", {}, NOW)

    assert await db.write(jobs.take, NOW + timedelta(days=1)) is None


async def test_a_failed_job_waits_longer_each_time_then_comes_before_staff(
    db: Database,
) -> None:
    await db.write(jobs.add, "preview", "m-1", {}, NOW)
    now, waits = NOW, []

    for _ in range(jobs.ATTEMPTS):
        taken = await _take(db, now)
        await db.write(jobs.fail, taken, "OSError", now)
        waits.append(await db.read(_due) - now)
        now += timedelta(hours=1)

    assert waits[:3] == [jobs.WAIT, jobs.WAIT * 2, jobs.WAIT * 3]
    assert await db.read(_state) == (JobState.DEAD, "OSError")
    assert await db.write(jobs.take, now) is None


async def test_a_job_that_kills_its_worker_each_time_comes_before_staff(
    db: Database,
) -> None:
    await db.write(jobs.add, "preview", "m-1", {}, NOW)
    now = NOW

    for _ in range(jobs.ATTEMPTS):
        await _take(db, now)
        now += jobs.LEASE

    assert await db.write(jobs.take, now) is None
    assert await db.read(_state) == (JobState.DEAD, "never finished")


async def _take(db: Database, now: datetime) -> Job:
    taken = await db.write(jobs.take, now)
    assert taken is not None
    return taken


def _due(tx: Connection) -> datetime:
    return tx.execute(sa.select(job.c.due_at)).scalar_one()


def _state(tx: Connection) -> tuple[str, str]:
    state, error = tx.execute(sa.select(job.c.state, job.c.error)).one()
    return state, error


async def test_a_job_that_comes_on_keeps_its_lease_and_its_attempts(
    db: Database,
) -> None:
    await db.write(jobs.add, "fetch", "m-1", {}, NOW)
    taken = await _take(db, NOW)

    await db.write(jobs.renew, taken.id, NOW + jobs.LEASE / 2)

    assert await db.write(jobs.take, NOW + jobs.LEASE) is None
    assert (await _take(db, NOW + jobs.LEASE * 1.5)).attempts == 1


async def test_a_job_that_waits_for_others_never_wears_out(db: Database) -> None:
    await db.write(jobs.add, "fetch", "m-1", {}, NOW)
    now = NOW

    for _ in range(jobs.ATTEMPTS * 3):
        taken = await _take(db, now)
        now += timedelta(hours=1)
        await db.write(jobs.put_off, taken.id, "status 503", now)

    assert (await _take(db, now)).attempts == 1


async def test_a_lane_takes_its_own_kinds_only(db: Database) -> None:
    await db.write(jobs.add, "preview", "m-1", {}, NOW)

    assert await db.write(jobs.take, NOW, ["fetch"]) is None
    assert await db.write(jobs.take, NOW, ["preview", "fetch"]) is not None


async def test_a_process_that_is_alone_frees_all_leases_at_its_start(
    db: Database,
) -> None:
    await db.write(jobs.add, "fetch", "m-1", {}, NOW)
    await _take(db, NOW)

    await db.write(jobs.release_all)

    assert (await _take(db, NOW)).attempts == 2
