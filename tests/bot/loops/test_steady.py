"""A loop works while there is more, rests until it is rung for, and outlives errors."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from bot.loops.steady import PAUSE_AFTER_ERROR, safely, steadily, whole
from storage.bell import Bell

SOON = PAUSE_AFTER_ERROR * 5
NEVER = 3600.0


@dataclass
class Worker:
    """Has so many things to do; breaks over those that say so."""

    left: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    looked: int = 0

    async def step(self) -> bool:
        self.looked += 1
        if not self.left:
            return False
        thing = self.left.pop(0)
        if thing == "broken":
            raise OSError(thing)
        self.done.append(thing)
        return True


@asynccontextmanager
async def _running(worker: Worker, every: float = NEVER) -> AsyncIterator[Bell]:
    bell = Bell(asyncio.get_running_loop())
    loop = asyncio.create_task(steadily(bell, "work", every, worker.step))
    yield bell
    loop.cancel()
    with suppress(asyncio.CancelledError):
        await loop


async def _until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(SOON):
        while not is_so():  # noqa: ASYNC110 - the worker rings no bell
            await asyncio.sleep(0.01)


async def test_it_goes_on_at_once_while_there_is_more() -> None:
    worker = Worker(["a", "b", "c"])

    async with _running(worker):
        await _until(lambda: worker.looked == 4)

    assert worker.done == ["a", "b", "c"]


async def test_it_rests_until_the_bell_rings() -> None:
    worker = Worker()

    async with _running(worker) as bell:
        await _until(lambda: worker.looked == 1)
        worker.left.append("late")
        await asyncio.sleep(0.05)
        assert worker.looked == 1
        bell.ring("other work")
        await asyncio.sleep(0.05)
        assert worker.looked == 1
        bell.ring("work")
        await _until(lambda: worker.done == ["late"])


async def test_it_looks_by_itself_where_no_bell_is_heard() -> None:
    worker = Worker()

    async with _running(worker, every=0.02):
        worker.left.append("unheard")
        await _until(lambda: worker.done == ["unheard"])


async def test_what_is_rung_while_it_works_is_not_missed() -> None:
    bell, seen = Bell(asyncio.get_running_loop()), 0

    async def step() -> bool:
        nonlocal seen
        seen += 1
        if seen == 1:
            bell.ring("work")  # somebody wrote after we had looked
        return False

    loop = asyncio.create_task(steadily(bell, "work", NEVER, step))
    await _until(lambda: seen == 2)
    loop.cancel()
    await asyncio.wait({loop})


async def test_it_outlives_an_error_and_looks_again() -> None:
    worker = Worker(["a", "broken"])

    async with _running(worker, every=0.01):
        await _until(lambda: worker.left == [])
        worker.left.append("b")
        await _until(lambda: worker.done == ["a", "b"])


async def test_a_step_that_breaks_had_nothing_to_do() -> None:
    assert await safely("work", Worker(["a"]).step)
    assert not await safely("work", Worker(["broken"]).step)
    assert not await safely("work", Worker().step)


async def test_what_must_be_whole_ends_before_its_cancelling_does() -> None:
    gate, done = asyncio.Event(), []

    async def work() -> None:
        await gate.wait()
        done.append("work")

    task = asyncio.create_task(whole(work()))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0.01)
    assert not task.done()
    gate.set()

    await asyncio.wait({task})

    assert (done, task.cancelled()) == (["work"], True)
