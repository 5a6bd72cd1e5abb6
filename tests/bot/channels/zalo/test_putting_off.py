"""A renewal that is not answered is put off, ever longer, and staff hear of it in time."""

from datetime import timedelta

import pytest

from bot.channels.zalo.keeper import MOMENT_S, NotLetIn
from bot.place import now
from handlers.account_health import Ail, ails
from storage.model.account import UNANSWERED, AccountState
from tests.bot.channels.zalo.test_keeping import standing
from tests.fakes.zalo import Kind


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.mark.parametrize("kind", [Kind.BROKEN, Kind.DROPPED])
async def test_lost_answers_are_asked_for_again_after_growing_waits(
    open_oa, fake, db, kind
):
    at = [now()]
    oa = open_oa(clock=lambda: at[0])
    fake.faults.add(kind, method="token", times=6)

    waits = []
    for _ in range(3):
        with pytest.raises(NotLetIn) as out:
            await oa.keeper.fresh("access-0")
        waits.append(out.value.wait_s)
        at[0] += timedelta(seconds=out.value.wait_s)

    assert waits == [MOMENT_S, 2 * MOMENT_S, 4 * MOMENT_S]
    assert (await standing(db)).state is AccountState.OK
    assert await oa.keeper.fresh("access-0") == fake.world.tokens.access == "access-1"


async def test_nobody_asks_before_the_wait_is_over(open_oa, fake):
    at = [now()]
    oa = open_oa(clock=lambda: at[0])
    fake.faults.add(Kind.BROKEN, method="token", times=2)
    await oa.keeper.keep()

    at[0] += timedelta(seconds=MOMENT_S - 1)
    await oa.keeper.keep()
    assert fake.world.tokens.rotations == 0

    at[0] += timedelta(seconds=1)
    await oa.keeper.keep()
    assert fake.world.tokens.rotations == 1


async def test_staff_are_told_only_when_a_dead_token_is_not_renewed_for_long(
    open_oa, fake, db
):
    at = [now()]
    oa = open_oa(clock=lambda: at[0])
    await oa.keeper.keep()
    begun = at[0] = at[0] + timedelta(hours=21)  # the token still lives for four hours
    fake.faults.add(Kind.BROKEN, method="token", times=1000)

    async def seen_after(spell: timedelta) -> tuple[AccountState, str]:
        while at[0] < begun + spell:
            await oa.keeper.keep()
            at[0] += timedelta(minutes=1)
        account = await standing(db)
        return account.state, account.reason

    assert await seen_after(timedelta(hours=3)) == (AccountState.OK, "")
    assert await seen_after(timedelta(hours=5)) == (AccountState.STOPPED, UNANSWERED)
    assert ails(await standing(db), at[0]) == (Ail.UNANSWERED,)

    fake.faults.on.clear()
    at[0] += timedelta(minutes=5)
    await oa.keeper.keep()
    assert (await standing(db)).state is AccountState.OK


async def test_a_server_between_us_is_not_zalos_no(oa, fake, db):
    fake.faults.add(Kind.FORBIDDEN, method="token")

    await oa.keeper.keep()

    assert (await standing(db)).state is AccountState.OK
