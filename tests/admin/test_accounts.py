"""What administrators see of the accounts at the platforms."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection

from storage import accounts, conversations, inbox, sending
from storage.db import Database
from storage.model.account import UNANSWERED, AccountState, Pair
from storage.model.line import Fate, Outcome, Received
from storage.model.message import Outgoing
from storage.model.staff import Role
from tests.fixtures.console import Browser, SignIn
from tests.fixtures.line import say
from tests.fixtures.told import NOW, hire

ZALO = ("zalo", "388613280878808645")
PAIR = Pair("access-secret", "refresh-secret", NOW + timedelta(hours=20), NOW)


@pytest.fixture
async def browser(db: Database, sign_in: SignIn) -> Browser:
    return await sign_in(await db.write(hire, "chi", "Lê Thị Chi", Role.ADMINISTRATOR))


async def test_where_nothing_is_set_that_is_said(browser: Browser) -> None:
    assert "Chưa bật kênh nào" in (await browser.get("/accounts"))[1]


async def test_an_account_is_shown_as_it_stands(db: Database, browser: Browser) -> None:
    await db.write(accounts.seed, *ZALO, PAIR, NOW)
    told = {"name": "Ban Chỉ huy (bịa)", "link": "https://oauth.example/?a=1&b=2"}
    await db.write(accounts.describe, *ZALO, told)
    await db.write(accounts.tally, *ZALO, {"reply": 1234, "billed": 5})
    body = Received(*ZALO, "k", "a", 1, b"{}", NOW - timedelta(minutes=7))
    await db.write(inbox.add, body)

    page = (await browser.get("/accounts"))[1]

    for words in (
        "Ban Chỉ huy (bịa)",
        "Đang hoạt động",
        "7 phút",
        "1234",
        "a=1&amp;b=2",
    ):
        assert words in page
    assert "secret" not in page
    assert 'role="alert"' not in page


async def test_what_waits_for_the_morning_or_for_money_is_seen(
    db: Database, browser: Browser
) -> None:
    await db.write(accounts.seed, *ZALO, PAIR, NOW)
    await db.write(accounts.spend, *ZALO, NOW.date(), 0)
    assert "tin trả phí" not in (await browser.get("/accounts"))[1]

    await db.write(_hold)
    page = (await browser.get("/accounts"))[1]

    assert "Đã gửi đủ 0 tin trả phí trong ngày" in page
    assert "hoặc đến khi người dân nhắn lại</dt><dd>1</dd>" in page


def _hold(tx: Connection) -> None:
    where = conversations.find_or_open(tx, *ZALO, "246845883529197922", NOW)
    say(tx, where, 1, [Outgoing("Bác cho hỏi thêm ạ?")])
    (message,) = sending.take(tx, *ZALO, NOW)
    outcome = Outcome(message, Fate.HELD, again=NOW + timedelta(hours=9))
    sending.settle(tx, [outcome], NOW)


async def test_what_a_person_must_do_stands_above(
    db: Database, browser: Browser
) -> None:
    await db.write(accounts.seed, *ZALO, Pair("", "", NOW, NOW), NOW)
    assert "Cần cấp quyền lại" in (await browser.get("/accounts"))[1]

    await db.write(accounts.rotate, *ZALO, 0, PAIR, NOW)
    await db.write(accounts.stand, *ZALO, AccountState.STOPPED, "-224", NOW)
    assert "(mã -224)" in (await browser.get("/accounts"))[1]

    await db.write(accounts.stand, *ZALO, AccountState.STOPPED, UNANSWERED, NOW)
    assert "chưa trả lời việc gia hạn" in (await browser.get("/accounts"))[1]


async def test_officers_do_not_see_it(db: Database, sign_in: SignIn) -> None:
    officer = await sign_in(await db.write(hire, "an", "Trần An", Role.OFFICER))

    assert (await officer.get("/accounts"))[0] == 403
    assert "/console/accounts" not in (await officer.get("/set-aside"))[1]


async def test_a_bot_whose_token_lasts_is_shown_without_a_date_of_renewal(
    db: Database, browser: Browser
) -> None:
    await db.write(accounts.meet, "telegram", "700000001", NOW)
    told = {"name": "@manhmoi_invented_bot", "pending": "3", "failing": ""}
    await db.write(accounts.describe, "telegram", "700000001", told)

    page = (await browser.get("/accounts"))[1]

    assert "@manhmoi_invented_bot" in page
    assert "Quyền gửi tin cấp lúc" not in page
    assert 'role="alert"' not in page


async def test_what_a_platform_cannot_bring_is_told(
    db: Database, browser: Browser
) -> None:
    await db.write(accounts.meet, "telegram", "700000001", NOW)
    told = {"failing": "Connection timed out"}
    await db.write(accounts.describe, "telegram", "700000001", told)

    assert "(Connection timed out)" in (await browser.get("/accounts"))[1]


async def test_messages_that_were_never_brought_here_are_told(
    db: Database, browser: Browser
) -> None:
    await db.write(accounts.seed, *ZALO, PAIR, NOW)
    await db.write(accounts.describe, *ZALO, {"missed": "2"})

    assert "2 tin gần đây của người dân" in (await browser.get("/accounts"))[1]
