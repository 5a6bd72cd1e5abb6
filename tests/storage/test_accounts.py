import asyncio
from datetime import timedelta

import sqlalchemy as sa

from storage import accounts, hearing, inbox
from storage.crypt import KeyRing
from storage.db import Database, open_database
from storage.model.account import AccountState, Pair
from storage.model.line import Received
from storage.tables import account
from tests.fixtures.line import NOW

OA = ("zalo", "1")
LATER = NOW + timedelta(hours=1)


def pair(name: str) -> Pair:
    return Pair(f"access-{name}", f"refresh-{name}", LATER, NOW)


async def test_the_first_pair_is_kept_once(db: Database) -> None:
    assert await db.write(accounts.seed, *OA, pair("a"), NOW)
    assert not await db.write(accounts.seed, *OA, pair("b"), NOW)

    assert await db.read(accounts.pair_of, *OA) == pair("a")


async def test_who_is_shut_out_takes_another_first_pair_but_not_the_same(
    db: Database,
) -> None:
    await db.write(accounts.seed, *OA, pair("a"), NOW)
    shut = (AccountState.SHUT_OUT, "spent")
    assert await db.write(accounts.stand, *OA, *shut, NOW)
    assert not await db.write(accounts.stand, *OA, *shut, NOW)

    for same in (pair("a"), Pair("", "", NOW, NOW)):
        assert not await db.write(accounts.seed, *OA, same, NOW)
    assert await db.write(accounts.seed, *OA, pair("b"), NOW)

    assert (await db.read(accounts.pair_of, *OA)).access == "access-b"
    assert await db.read(accounts.state_of, *OA) is AccountState.OK


async def test_no_more_is_paid_for_in_a_day_than_is_wanted_however_many_ask(
    db: Database,
) -> None:
    await db.write(accounts.seed, *OA, pair("a"), NOW)
    await db.write(accounts.describe, *OA, {"name": "Ban Chỉ huy (bịa)"})
    day = NOW.date()

    asked = [db.write(accounts.spend, *OA, day, 5) for _ in range(9)]
    told = await asyncio.gather(*asked)

    assert sorted(told) == [False] * 4 + [True] * 5
    (held,) = await db.read(accounts.listed)
    assert held.profile == {
        "name": "Ban Chỉ huy (bịa)", "paid_on": day.isoformat(),
        "paid": "5", "spent": "5",
    }  # fmt: skip
    assert await db.write(accounts.spend, *OA, day + timedelta(days=1), 1)
    assert not await db.write(accounts.spend, *OA, day + timedelta(days=2), 0)


async def test_of_two_new_pairs_for_one_old_only_one_is_kept(
    database_url: str, ring: KeyRing
) -> None:
    processes = [await open_database(database_url, ring) for _ in range(4)]
    await processes[0].write(accounts.seed, *OA, pair("a"), NOW)

    kept = await asyncio.gather(
        *(
            one.write(accounts.rotate, *OA, 0, pair(str(at)), NOW)
            for at, one in enumerate(processes)
        )
    )
    held = await processes[0].read(accounts.pair_of, *OA)
    for one in processes:
        await one.close()

    assert sorted(kept) == [False, False, False, True]
    assert (held.access, held.rotation) == (f"access-{kept.index(True)}", 1)


async def test_tokens_do_not_stand_in_the_database_as_they_are(db: Database) -> None:
    await db.write(accounts.seed, *OA, pair("a"), NOW)

    row = await db.read(lambda tx: tx.execute(sa.select(account)).one())

    assert not any(b"access-" in bytes(cell) for cell in row if type(cell) is bytes)
    assert not any("access-" in cell for cell in row if isinstance(cell, str))


async def test_of_many_processes_one_checks_an_hour_and_one_gives_the_alert(
    db: Database,
) -> None:
    await db.write(accounts.seed, *OA, pair("a"), NOW)
    for claim in (accounts.claim_check, accounts.claim_alert):
        hour = timedelta(hours=1)
        taken = [await db.write(claim, *OA, NOW - hour, NOW) for _ in range(3)]
        assert taken == [True, False, False]
        assert await db.write(claim, *OA, NOW + hour, NOW + 2 * hour)


async def test_counts_of_several_processes_add_up(db: Database) -> None:
    await db.write(accounts.seed, *OA, pair("a"), NOW)

    await asyncio.gather(
        *(db.write(accounts.tally, *OA, {"reply": 2}) for _ in range(5))
    )

    (held,) = await db.read(accounts.listed)
    assert held.counts == {"reply": 10}


async def test_only_what_he_did_himself_counts_as_heard(db: Database) -> None:
    rows = (("user_send_text:1", 5), ("user_send_text:2", 9), ("oa_send_text:3", 20),
            ("userXsend_text:4", 30), ("follow:5", None))  # fmt: skip
    for key, position in rows:
        received = Received(*OA, key, "a", position, b"{}", NOW)
        receipt = await db.write(inbox.add, received)

    wanted = (receipt.conversation, "zalo", ("user_send_", "follow:"))
    assert await db.read(hearing.last_heard, *wanted) == 9
    assert await db.read(hearing.last_heard, *wanted[:2], ("seen",)) is None
