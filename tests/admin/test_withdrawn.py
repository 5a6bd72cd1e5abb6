"""Staff see who wishes what of his data, what is urgent, where one of them talks."""

import pytest
from sqlalchemy import Connection

from storage import alerts
from storage.db import Database
from storage.model.alert import AlertReason
from storage.model.staff import Role
from tests.fixtures.console import Browser, SignIn
from tests.fixtures.told import NOW, found, hire, talk, tell
from tests.storage.test_privacy_requests import wish
from tests.storage.test_queue import hand_over
from tests.storage.test_takeovers import take


@pytest.fixture
async def browser(sign_in: SignIn, db: Database) -> Browser:
    chi = await db.write(hire, "chi", "Lê Thị Chi", Role.ADMINISTRATOR)
    return await sign_in(chi)


async def test_a_wish_is_answered_put_off_and_seen_to(
    db: Database, browser: Browser
) -> None:
    await db.write(tell)
    await db.write(wish)

    page = (await browser.get("/privacy"))[1]

    assert "Rút lại đồng ý" in page
    assert "Tin 482 915 637" in page
    assert (await browser.get("/privacy/count"))[1] == "1"
    assert (await browser.send("/privacy/1/close", reason=" ")).status == 422
    await browser.send("/privacy/1/extend", reason="chờ tỉnh trả lời")
    assert "đã gia hạn: chờ tỉnh trả lời" in (await browser.get("/privacy"))[1]
    await browser.send("/privacy/1/close", reason="đã gọi, người kể muốn giữ")
    assert "Không có yêu cầu nào đang chờ" in (await browser.get("/privacy"))[1]
    assert (await browser.get("/privacy/count"))[1] == ""


async def test_nothing_is_settled_before_every_receiver_was_told(
    db: Database, browser: Browser
) -> None:
    tip = await db.write(tell)
    binh = await db.write(hire, "binh", "Phạm Văn Bình")
    await db.write(hand_over, tip, binh.id)
    await db.write(wish)

    refused = await browser.send("/privacy/1/close", reason="đã xóa")
    await browser.send("/privacy/told/1")
    closed = await browser.send("/privacy/1/close", reason="đã xóa")

    assert refused.status == 422
    assert closed.headers["Location"] == "/console/privacy?done=seen"


async def test_what_must_be_seen_at_once_stands_over_every_page(
    db: Database, browser: Browser
) -> None:
    def alarm(tx: Connection) -> None:
        alerts.raise_for(tx, talk(tx), AlertReason.FOUND_NOW, NOW)

    assert "alert-bar" not in (await browser.get("/alerts/bar"))[1]
    await db.write(alarm)

    assert "1 việc báo gấp" in (await browser.get("/alerts/bar"))[1]
    assert "Vừa phát hiện hài cốt" in (await browser.get("/alerts"))[1]
    assert (await browser.send("/alerts/1", reason="")).status == 422
    await browser.send("/alerts/1", reason="đã cử người tới giữ hiện trường")
    assert "Không có việc gấp nào" in (await browser.get("/alerts"))[1]


async def test_what_is_urgent_in_another_area_is_not_theirs_to_close(
    db: Database, browser: Browser, sign_in: SignIn
) -> None:
    def alarm(tx: Connection) -> None:
        alerts.raise_for(tx, talk(tx), AlertReason.FOUND_NOW, NOW)

    elsewhere = await db.write(found, "Ban Chỉ huy Quân sự xã khác")
    stranger = await sign_in(await db.write(hire, "xa", "Lý Văn Xa", at=elsewhere))
    await db.write(tell)
    await db.write(alarm)

    answer = await stranger.send("/alerts/1", reason="đã xem")

    assert answer.headers["Location"] == "/console/alerts?done=gone"
    assert "alert-bar" not in (await stranger.get("/alerts/bar"))[1]
    assert "482 915 637" not in (await stranger.get("/alerts"))[1]
    assert "482 915 637" in (await browser.get("/alerts"))[1]


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
