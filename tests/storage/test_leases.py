import asyncio
from datetime import timedelta

from storage import leases
from storage.crypt import KeyRing
from storage.db import Database, open_database
from tests.fixtures.line import NOW

LATER = NOW + timedelta(minutes=1)


async def test_of_many_processes_one_holds_a_lease(
    database_url: str, ring: KeyRing
) -> None:
    processes = [await open_database(database_url, ring) for _ in range(4)]

    taken = await asyncio.gather(
        *(
            process.write(leases.take, "poll", f"p{at}", NOW, LATER)
            for at, process in enumerate(processes)
        )
    )
    for process in processes:
        await process.close()

    assert sorted(taken) == [False, False, False, True]


async def test_a_holder_renews_his_lease_and_others_wait_for_its_end(
    db: Database,
) -> None:
    until = LATER + timedelta(minutes=1)
    assert await db.write(leases.take, "poll", "one", NOW, LATER)

    assert await db.write(leases.take, "poll", "one", NOW, until)
    assert not await db.write(leases.take, "poll", "two", LATER, until)
    assert await db.write(leases.take, "poll", "two", until, until)


async def test_a_lease_given_back_is_free_and_only_its_holder_gives_it(
    db: Database,
) -> None:
    await db.write(leases.take, "poll", "one", NOW, LATER)

    await db.write(leases.drop, "poll", "two")
    assert not await db.write(leases.take, "poll", "two", NOW, LATER)

    await db.write(leases.drop, "poll", "one")
    assert await db.write(leases.take, "poll", "two", NOW, LATER)


async def test_the_only_process_frees_what_a_killed_one_held(db: Database) -> None:
    await db.write(leases.take, "poll", "one", NOW, LATER)
    await db.write(leases.take, "send", "one", NOW, LATER)

    await db.write(leases.drop_all)

    for name in ("poll", "send"):
        assert await db.write(leases.take, name, "two", NOW, LATER)


async def test_what_is_done_once_in_a_while_is_not_done_again_after_a_start(
    db: Database,
) -> None:
    done = f"{leases.ONCE}bid"
    await db.write(leases.take, done, "one", NOW, LATER)

    await db.write(leases.drop_all)

    assert not await db.write(leases.take, done, "two", NOW, LATER)
    assert await db.write(leases.take, done, "two", LATER, LATER)


async def test_leases_of_other_names_are_others(db: Database) -> None:
    assert await db.write(leases.take, "send:zalo", "one", NOW, LATER)

    assert await db.write(leases.take, "send:telegram", "two", NOW, LATER)
