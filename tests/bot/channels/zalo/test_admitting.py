from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import ClientSession
from yarl import URL

from storage import accounts
from storage.model.account import AccountState
from tests.bot.channels.zalo.conftest import unsent
from tests.fakes.zalo import Kind


async def let_in(http: ClientSession, link: str) -> dict[str, str]:
    """Open the link as an administrator does; return what comes back to us."""
    async with http.get(URL(link, encoded=True), allow_redirects=False) as answer:
        back = urlsplit(answer.headers["Location"])
    return {name: values[0] for name, values in parse_qs(back.query).items()}


async def test_who_is_let_in_by_the_link_sends(open_oa, fake, http):
    oa = open_oa(zalo_access_token="", zalo_refresh_token="")
    fake.user(1).say("Chào")

    assert await oa.admit(await let_in(http, oa.oauth.link))

    await oa.send(unsent(fake.user(1)))
    assert (await oa.keeper.pair()).refresh == fake.world.tokens.refresh


async def test_who_was_shut_out_is_let_in_again(oa, fake, http, db):
    fake.faults.add(Kind.CODE, method="token", code=-14014)
    await oa.keeper.keep()

    assert await oa.admit(await let_in(http, oa.oauth.link))

    (account,) = await db.read(accounts.listed)
    assert account.state is AccountState.OK
    assert (await oa.keeper.pair()).rotation == 1


async def test_the_link_stays_the_same_for_zalos_console_keeps_its_parts(open_oa):
    assert open_oa().oauth.link == open_oa().oauth.link
    assert len(open_oa().oauth.verifier) == 43


@pytest.mark.parametrize(
    "changed", [{"state": "x"}, {"state": ""}, {"oa_id": "111"}, {"code": ""}]
)
async def test_a_code_that_our_link_did_not_ask_for_is_not_taken(
    oa, fake, http, changed
):
    told = await let_in(http, oa.oauth.link)

    assert not await oa.admit(told | changed)
    assert fake.world.tokens.rotations == 0


async def test_a_code_is_good_once(oa, http):
    told = await let_in(http, oa.oauth.link)

    assert await oa.admit(told)
    assert not await oa.admit(told)
