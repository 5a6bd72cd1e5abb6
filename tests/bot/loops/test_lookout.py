"""One looks for all, misses no bell, and hands out each thing once."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.loops.lookout import Lookout
from storage.bell import Bell

NEVER = 3600.0
SOON = 5.0


@dataclass
class Table:
    """Things to do, in heaps; each look takes a heap."""

    heaps: list[list[str]] = field(default_factory=list)
    looked: int = 0

    async def look(self) -> Sequence[str]:
        self.looked += 1
        await asyncio.sleep(0)
        return self.heaps.pop(0) if self.heaps else []


def _over(table: Table, every: float = NEVER) -> tuple[Lookout[str], Bell]:
    bell = Bell(asyncio.get_running_loop())
    return Lookout(bell, "work", every, table.look), bell


async def test_the_first_look_waits_for_no_bell() -> None:
    lookout, _ = _over(Table([["a"]]))

    assert await asyncio.wait_for(lookout.next(), SOON) == ["a"]


async def test_one_bell_is_one_look_however_many_wait() -> None:
    table = Table()
    lookout, bell = _over(table)
    tasks = [asyncio.create_task(lookout.next()) for _ in range(3)]
    await asyncio.sleep(0.02)
    assert table.looked == 1

    table.heaps.append(["a"])
    bell.ring("work")
    await asyncio.sleep(0.02)

    assert (table.looked, sum(task.done() for task in tasks)) == (2, 1)
    for task in tasks:
        task.cancel()


async def test_what_is_rung_while_nobody_looks_is_not_missed() -> None:
    table = Table([["a"]])
    lookout, bell = _over(table)
    await lookout.next()

    table.heaps.append(["b"])
    bell.ring("work")

    assert await asyncio.wait_for(lookout.next(), SOON) == ["b"]


async def test_who_knows_of_more_has_it_looked_for_at_once() -> None:
    table = Table([["a"], ["b"]])
    lookout, _ = _over(table)
    await lookout.next()

    lookout.look_again()
    lookout.look_again()

    assert await asyncio.wait_for(lookout.next(), SOON) == ["b"]


async def test_it_looks_by_itself_where_no_bell_is_heard() -> None:
    table = Table()
    lookout, _ = _over(table, every=0.02)
    task = asyncio.create_task(lookout.next())
    await asyncio.sleep(0.01)

    table.heaps.append(["unheard"])

    assert await asyncio.wait_for(task, SOON) == ["unheard"]
