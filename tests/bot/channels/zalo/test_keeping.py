import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.channel import SendError
from bot.channels.zalo.keeper import MOMENT_S, SPENT, NotLetIn
from bot.place import now
from storage import accounts
from storage.crypt import KeyRing
from storage.db import Database, open_database
from storage.model.account import Account, AccountState
from tests.bot.channels.zalo.conftest import unsent
from tests.fakes.zalo import OA_ID, Kind


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
async def processes(database_url: str, ring: KeyRing) -> AsyncIterator[list[Database]]:
    opened = [await open_database(database_url, ring) for _ in range(4)]
    yield opened
    for one in opened:
        await one.close()


async def standing(db: Database) -> Account:
    (account,) = await db.read(accounts.listed)
    return account


def expire(fake) -> None:
    fake.world.tokens.expires = 0.0


async def test_of_four_processes_one_renews_a_dead_token(processes, open_oa, fake):
    channels = [open_oa(db=one) for one in processes]
    people = [fake.user(at) for at in range(20)]
    for person in people:
        person.say("Chào")
    await channels[0].send(unsent(people[0]))
    expire(fake)

    await asyncio.gather(
        *(channels[at % 4].send(unsent(person)) for at, person in enumerate(people))
    )

    assert fake.world.tokens.rotations == 1
    assert [len(person.heard) for person in people] == [2, *[1] * 19]
    fake.world.calls.clear()
    for channel in channels:
        await channel.send(unsent(people[0]))
    assert {token for _, token in fake.world.calls} == {fake.world.tokens.access}


async def test_four_processes_that_renew_in_good_time_do_it_once(
    processes, open_oa, fake
):
    channels = [open_oa(db=one) for one in processes]

    await asyncio.gather(*(channel.keeper.keep() for channel in channels))
    await asyncio.gather(*(channel.keeper.keep() for channel in channels))

    assert fake.world.tokens.rotations == 1
    account = await standing(processes[0])
    assert account.expires_at - now() > timedelta(hours=24)


async def test_it_is_renewed_when_five_hours_remain(open_oa, fake):
    at = [now()]
    oa = open_oa(clock=lambda: at[0])
    await oa.keeper.keep()
    for hours, rotations in ((19.9, 1), (20.1, 2)):
        at[0] = now() + timedelta(hours=hours)
        await oa.keeper.keep()
        assert fake.world.tokens.rotations == rotations


async def test_the_settings_pair_counts_only_the_first_time(open_oa, fake):
    await open_oa().keeper.keep()

    pair = await open_oa().keeper.pair()

    assert pair.refresh == fake.world.tokens.refresh == "refresh-1"


async def test_a_lost_answer_is_asked_for_again_and_if_it_was_spent_staff_know(
    open_oa, fake, db
):
    oa = open_oa()
    fake.faults.add(Kind.LOST, method="token")

    await oa.keeper.keep()

    account = await standing(db)
    assert account.state is AccountState.SHUT_OUT
    assert account.reason == f"{SPENT}: -14014"


async def test_an_answer_lost_before_zalo_did_anything_ends_in_a_working_pair(
    oa, fake, db
):
    fake.faults.add(Kind.DROPPED, method="token")
    fake.user(1).say("Chào")

    await oa.keeper.keep()
    await oa.send(unsent(fake.user(1)))

    assert (await standing(db)).state is AccountState.OK
    assert fake.world.tokens.rotations == 1


async def test_who_is_shut_out_still_sends_while_the_old_token_lives(oa, fake):
    fake.faults.add(Kind.CODE, method="token", code=-14014)
    fake.user(1).say("Chào")
    await oa.keeper.keep()

    await oa.send(unsent(fake.user(1)))
    expire(fake)
    fake.faults.add(Kind.CODE, method="token", code=-14014)

    with pytest.raises(SendError) as failed:
        await oa.send(unsent(fake.user(1)))
    assert failed.value.for_all
    assert not failed.value.permanent


async def test_a_busy_zalo_does_not_shut_us_out(open_oa, fake, db):
    at = [now()]
    oa = open_oa(clock=lambda: at[0])
    fake.faults.add(Kind.CODE, method="token", code=-32)

    await oa.keeper.keep()
    assert (await standing(db)).state is AccountState.OK

    at[0] += timedelta(seconds=MOMENT_S)
    await oa.keeper.keep()
    assert fake.world.tokens.rotations == 1


async def test_an_unreachable_zalo_does_not_shut_us_out_but_messages_wait_a_moment(
    open_oa, fake, db
):
    oa = open_oa(zalo_oauth_url="http://127.0.0.1:9")
    fake.user(1).say("Chào")
    expire(fake)

    with pytest.raises(SendError) as failed:
        await oa.send(unsent(fake.user(1)))

    assert (failed.value.retry_after, failed.value.for_all) == (MOMENT_S, True)
    assert (await standing(db)).state is AccountState.OK


async def test_a_pair_under_way_is_kept_though_nobody_waits_any_more(oa, fake):
    fake.faults.add(Kind.SLOW, method="token", seconds=0.3)
    waiting = asyncio.create_task(oa.keeper.keep())
    await asyncio.sleep(0.15)
    assert fake.faults.struck

    waiting.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await waiting
    await oa.keeper.settle()

    assert (await oa.keeper.pair()).access == fake.world.tokens.access == "access-1"


async def test_another_pair_in_the_settings_ends_being_shut_out(open_oa, fake, db):
    fake.faults.add(Kind.CODE, method="token", code=-14014)
    await open_oa().keeper.keep()
    fake.world.tokens.refresh, fake.world.tokens.access = "refresh-x", "access-x"

    oa = open_oa(zalo_access_token="access-x", zalo_refresh_token="refresh-x")
    await oa.keeper.keep()

    assert (await standing(db)).state is AccountState.OK
    assert (await oa.keeper.pair()).refresh == fake.world.tokens.refresh


async def test_without_any_token_messages_wait(open_oa, fake):
    oa = open_oa(zalo_access_token="", zalo_refresh_token="")

    with pytest.raises(NotLetIn):
        await oa.keeper.pair()
    with pytest.raises(SendError) as failed:
        await oa.send(unsent(fake.user(1)))

    assert failed.value.for_all
    assert not failed.value.permanent


async def test_tokens_are_sealed_and_never_shown(oa, fake, db):
    await oa.keeper.keep()
    pair = await oa.keeper.pair()

    assert "access" not in repr(pair).replace("Pair", "")
    assert fake.world.tokens.refresh not in repr(oa)
    assert (await standing(db)).account == OA_ID
