"""Staff see who withdrew his consent, and where one of them talks himself."""

import pytest

from storage.db import Database
from storage.model.staff import Role
from tests.fixtures.console import Browser, SignIn
from tests.fixtures.told import hire, tell
from tests.storage.test_privacy_requests import withdraw
from tests.storage.test_takeovers import take


@pytest.fixture
async def browser(sign_in: SignIn, db: Database) -> Browser:
    chi = await db.write(hire, "chi", "Lê Thị Chi", Role.ADMINISTRATOR)
    return await sign_in(chi)


async def test_a_withdrawal_stands_beside_what_went_wrong(
    db: Database, browser: Browser
) -> None:
    await db.write(tell)
    await db.write(withdraw)

    page = (await browser.get("/set-aside"))[1]

    assert "Yêu cầu rút lại đồng ý" in page
    assert "Tin 482 915 637" in page
    assert (await browser.get("/set-aside/count"))[1] == "1"

    refused = await browser.send("/set-aside/withdrawn/1", reason=" ")
    assert refused.status == 422
    await browser.send("/set-aside/withdrawn/1", reason="đã gọi, người kể muốn giữ")
    assert "Không có việc nào trục trặc" in (await browser.get("/set-aside"))[1]
    assert (await browser.get("/set-aside/count"))[1] == ""


async def test_a_conversation_that_an_officer_held_is_given_back(
    db: Database, browser: Browser
) -> None:
    held = await db.write(take)

    assert "Trả lại cho hệ thống" in (await browser.get("/set-aside"))[1]
    given = await browser.send(f"/set-aside/taken/{held}")
    refused = await browser.send("/set-aside/taken/999")

    assert given.headers["Location"] == "/console/set-aside?done=released"
    assert refused.headers["Location"] == "/console/set-aside?done=gone"
    audit = (await browser.get("/audit"))[1]
    assert f"trả cuộc trò chuyện số {held} lại cho hệ thống" in audit
