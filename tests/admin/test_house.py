"""What administrators do for the house: office, staff, what failed, the audit."""

import re

import pytest
from sqlalchemy import Connection

from storage import agencies, audit, callbacks, sessions, staff
from storage.agencies import UNNAMED
from storage.db import Database
from storage.model.agency import OpenHours
from storage.model.staff import Role, Staff
from tests.fixtures.console import Browser, Client, SignIn
from tests.fixtures.told import NOW, hire, talk
from tests.storage.test_set_aside import fail_all

NAME = "Ban Chỉ huy Quân sự xã Suối Đá"


@pytest.fixture
async def chi(db: Database) -> Staff:
    return await db.write(hire, "chi", "Lê Thị Chi", Role.ADMINISTRATOR)


@pytest.fixture
async def browser(sign_in: SignIn, chi: Staff) -> Browser:
    return await sign_in(chi)


async def test_an_office_is_named_and_seen_as_citizens_see_it(
    db: Database, browser: Browser, chi: Staff
) -> None:
    assert UNNAMED in (await browser.get("/settings"))[1]

    kept = await browser.send(
        "/settings",
        name=NAME,
        level="commune",
        address="Thôn Một",
        telephone="0912 000 111",
        idle_minutes="60",
        morning_0_opens="7h30",
        morning_0_closes="11:30",
        afternoon_5_opens="13",
        afternoon_5_closes="0:00",
    )

    assert kept.headers["Location"] == "/console/settings?done=kept"
    office = await db.read(agencies.load, chi.agency)
    assert office is not None
    assert (office.name, office.telephone, office.idle_minutes) == (
        NAME, "0912 000 111", 60,
    )  # fmt: skip
    assert office.hours == (OpenHours((0,), 450, 690), OpenHours((5,), 780, 1440))
    page = (await browser.get("/settings?done=kept"))[1]
    assert "7:30–11:30 thứ Hai" in page
    assert "Đã lưu." in page
    (row,) = await db.read(audit.trail, "house")
    assert row.details["parts"] == [
        "name", "address", "telephone", "hours", "idle_minutes",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "tên đầy đủ"),
        ({"telephone": "hỏi anh Ba"}, "Số điện thoại gồm"),
        ({"morning_0_opens": "7:30"}, "đủ cả hai ô"),
        ({"morning_0_opens": "sáng", "morning_0_closes": "11"}, "giờ “sáng”"),
        ({"morning_0_opens": "11", "morning_0_closes": "7"}, "từ sớm đến muộn"),
    ],
)
async def test_a_refused_form_keeps_what_was_typed(
    db: Database, browser: Browser, wrong: dict[str, str], said: str
) -> None:
    friday = {"afternoon_4_opens": "13:45", "afternoon_4_closes": "17"}
    typed = {"name": NAME, "address": "Thôn <Một>"} | friday

    refused = await browser.send("/settings", **typed | wrong)

    page = await refused.text()
    assert refused.status == 422
    assert said in page
    assert 'value="Thôn &lt;Một&gt;"' in page
    assert 'value="13:45"' in page
    assert (await db.read(agencies.first)).name == UNNAMED


async def test_a_newcomer_gets_a_link_that_is_shown_once(
    db: Database, browser: Browser, front: Client
) -> None:
    added = await browser.send("/staff", name="Lý Văn Bằng", login="", role="officer")

    page = await added.text()
    link = re.search(r'class="link">(http[^<]+/console/enter#[\w-]+)<', page)
    assert link is not None
    assert "<svg" in page
    made = await db.read(staff.by_login, "lyvanbang")
    assert made is not None
    assert not made.is_enrolled
    token = link[1].partition("#")[2]
    assert token not in (await browser.get("/staff"))[1]

    entered = await front.post(
        "/console/enter",
        data={"token": link[1]},
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    assert "Lý Văn Bằng" in await entered.text()


async def test_a_login_that_is_taken_is_said(browser: Browser) -> None:
    refused = await browser.send("/staff", name="Chi Khác", login="chi")

    page = await refused.text()
    assert refused.status == 422
    assert "“chi” đã có người dùng" in page
    assert 'value="Chi Khác"' in page


async def test_a_new_link_ends_the_old_credentials(
    db: Database, browser: Browser, sign_in: SignIn
) -> None:
    an = await db.write(hire)
    old = await sign_in(an)

    answer = await browser.send(f"/staff/{an.id}/link")

    assert "Liên kết cho Trần Thị An" in await answer.text()
    assert (await old.get("/"))[0] == 303
    left = await db.read(staff.load, an.id)
    assert left is not None
    assert not left.is_enrolled


async def test_who_leaves_is_out_at_once_and_may_come_back(
    db: Database, browser: Browser, sign_in: SignIn
) -> None:
    an = await db.write(hire)
    theirs = await sign_in(an)

    await browser.send(f"/staff/{an.id}/suspend")

    assert (await theirs.get("/"))[0] == 303
    assert await db.read(sessions.of, an.id, NOW) == ()
    assert "Đã ngừng" in (await browser.get("/staff"))[1]
    assert "đã ngừng" in await (await browser.send(f"/staff/{an.id}/link")).text()

    await browser.send(f"/staff/{an.id}/restore")
    acts = [row.act for row in await db.read(audit.trail, "house")]
    assert acts == ["staff_suspended", "staff_restored"]


async def test_nobody_locks_himself_out(browser: Browser, chi: Staff) -> None:
    for act in ("link", "suspend"):
        refused = await browser.send(f"/staff/{chi.id}/{act}")
        assert refused.status == 422
        assert "không tự làm việc này" in await refused.text()
    assert (await browser.send("/staff/999999/suspend")).status == 422


async def test_what_failed_is_counted_shown_and_dealt_with(
    db: Database, sign_in: SignIn
) -> None:
    ids = await db.write(fail_all)
    officer = await sign_in(await db.write(hire))
    assert (await officer.get("/set-aside/count"))[1] == "3"
    page = (await officer.get("/set-aside"))[1]
    for words in ("Tin nhắn chưa đọc được", "KeyError: story", "Tin 482 915 637"):
        assert words in page

    unsaid = await officer.send(f"/set-aside/inbox/{ids['inbox']}/seen", reason=" ")
    seen = await officer.send(f"/set-aside/inbox/{ids['inbox']}/seen", reason="Đã gọi")
    retried = await officer.send(f"/set-aside/job/{ids['job']}/retry")
    again = await officer.send(f"/set-aside/job/{ids['job']}/retry")

    assert unsaid.status == 422
    assert seen.headers["Location"].endswith("done=seen")
    assert retried.headers["Location"].endswith("done=retried")
    assert again.headers["Location"].endswith("done=gone")
    assert (await officer.get("/set-aside/count"))[1] == "1"
    assert (await officer.send("/set-aside/staff/1/retry")).status == 404


async def test_the_audit_is_told_in_words_page_by_page(
    db: Database, browser: Browser, chi: Staff
) -> None:
    await browser.send("/staff", name="Lý Văn Bằng")
    for _ in range(101):
        await db.write(audit.write, "house", f"staff:{chi.id}", "signed_in", NOW)
    await db.write(audit.write, "house", "system", "of_another_age", NOW, x=1)

    first = (await browser.get("/audit?check=1"))[1]
    older = (await browser.get("/audit?before=4"))[1]

    assert "nguyên vẹn" in first
    assert "of_another_age" in first
    assert "đăng nhập" in first
    assert "/console/audit?before=4" in first
    assert "thêm Lý Văn Bằng, cán bộ" in older


async def test_a_call_that_is_wished_and_taken_back_is_told_in_words(
    db: Database, browser: Browser
) -> None:
    def change_his_mind(tx: Connection) -> None:
        where = talk(tx)
        callbacks.file(tx, where, None, "+84912000701", "morning", "", NOW)
        callbacks.call_off(tx, where, NOW)

    await db.write(change_his_mind)
    page = (await browser.get("/audit"))[1]

    assert "người kể xin được gọi lại" in page
    assert "người kể không cần gọi lại nữa" in page


async def test_a_page_that_there_is_not_is_said_in_a_sentence(
    browser: Browser,
) -> None:
    status, page = await browser.get("/nowhere")

    assert status == 404
    assert "Không có trang này" in page
