"""The page of volunteers: invited by link, seen on their tips, withdrawn at once."""

import re
from dataclasses import replace

import pytest

from handlers import interviewing
from storage import audit, filing, interviews, volunteers
from storage.db import Database
from storage.model.staff import Role, Staff
from storage.model.volunteer import ConsentForm, Standing
from storage.tx import Connection
from tests.fixtures.console import Browser, SignIn
from tests.fixtures.told import NOW, TELLING, found, hire
from tests.fixtures.volunteering import LAN as LAN_CARD
from tests.fixtures.volunteering import begin, invite

LAN = {
    "name": " Phạm  Thị <Lan> ",
    "area": "xã Suối Đá",
    "unit": "Đoàn xã Suối Đá",
    "until": "2027-07-27",
}


@pytest.fixture
async def boss(db: Database) -> Staff:
    return await db.write(hire, "quan", "Đỗ Văn Quân", Role.ADMINISTRATOR)


@pytest.fixture
async def browser(sign_in: SignIn, boss: Staff) -> Browser:
    return await sign_in(boss)


async def test_an_invited_volunteer_gets_a_card_and_a_link_shown_once(
    db: Database, browser: Browser, boss: Staff
) -> None:
    shown = await (await browser.send("/volunteers", **LAN)).text()

    link = re.search(r"http://127\.0\.0\.1/tinh-nguyen/vao#([\w-]{43})", shown)
    assert link
    (lan,) = await db.read(volunteers.of_agency, boss.agency)
    assert (lan.name, lan.area, lan.unit) == (
        "Phạm Thị <Lan>",
        "xã Suối Đá",
        "Đoàn xã Suối Đá",
    )
    assert lan.until.isoformat() == "2027-07-27T17:00:00+00:00"
    page = (await browser.get("/volunteers"))[1]
    assert link[1] not in page
    assert "Phạm Thị &lt;Lan&gt;" in page
    assert "tới hết 27/07/2027" in page
    assert "Chưa mở liên kết" in page
    used = await db.write(volunteers.redeem, link[1], NOW)
    assert used is not None
    assert used.id == lan.id


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "  "},
        {"unit": "a" * 121},
        {"until": "2026-11-24"},
        {"until": "2036-01-01"},
        {"until": "mai"},
    ],
)
async def test_what_makes_no_card_is_refused_and_kept(
    db: Database, browser: Browser, boss: Staff, wrong: dict[str, str]
) -> None:
    refused = await browser.send("/volunteers", **LAN | wrong)

    assert refused.status == 422
    assert 'value="xã Suối Đá"' in await refused.text()
    assert await db.read(volunteers.of_agency, boss.agency) == ()


async def test_withdrawing_needs_a_reason_and_is_in_the_audit(
    db: Database, browser: Browser
) -> None:
    lan = await db.write(invite)
    path = f"/volunteers/{lan.id}/withdraw"

    unsaid = await browser.send(path, reason=" ")
    done = await browser.send(path, reason="nghỉ công tác Đoàn")

    assert unsaid.status == 422
    assert done.headers["Location"] == "/console/volunteers?done=card_withdrawn"
    known = await db.read(volunteers.load, lan.id)
    assert known is not None
    assert known.standing(NOW) is Standing.WITHDRAWN
    last = (await db.read(audit.trail, "house"))[-1]
    assert (last.act, last.reason) == ("volunteer_withdrawn", "nghỉ công tác Đoàn")
    assert "thu hồi thẻ của tình nguyện viên" in (await browser.get("/audit"))[1]
    again = await browser.send(f"/volunteers/{lan.id}/link")
    assert again.status == 422


async def test_only_administrators_of_the_same_office_may(
    db: Database, browser: Browser, sign_in: SignIn
) -> None:
    lan = await db.write(invite)
    officer = await sign_in(await db.write(hire))
    foreign = await db.write(found, "Xã khác")
    other = await sign_in(
        await db.write(hire, "binh", "Lý Văn Bình", Role.ADMINISTRATOR, foreign)
    )

    assert (await officer.get("/volunteers"))[0] == 403
    assert (await officer.send("/volunteers", **LAN)).status == 403
    assert lan.name not in (await other.get("/volunteers"))[1]
    tried = await other.send(f"/volunteers/{lan.id}/withdraw", reason="vì sao")
    assert tried.status == 422
    assert (await db.read(volunteers.load, lan.id)) == lan
    assert lan.name in (await browser.get("/volunteers"))[1]


async def test_interviews_of_who_is_gone_are_handed_on_in_his_area(
    db: Database, browser: Browser
) -> None:
    lan = await db.write(invite)
    held = await db.read(interviews.load, await db.write(begin, lan), lan.id)
    assert held is not None
    await db.write(interviewing.agree, held, NOW)
    near = await db.write(invite, replace(LAN_CARD, name="Bình"), None, "link-2")
    far = replace(LAN_CARD, name="Chung", area="xã Ia Tơi")
    other = await db.write(invite, far, None, "link-3")
    path = f"/volunteers/{lan.id}/hand-on"
    wanted = {"successor": str(near.id), "reason": "chị Lan nghỉ"}

    early = await browser.send(path, **wanted)
    await browser.send(f"/volunteers/{lan.id}/withdraw", reason="nghỉ")
    page = (await browser.get("/volunteers"))[1]
    refused = [
        (await browser.send(path, **wanted | wrong)).status
        for wrong in (
            {"successor": str(other.id)},
            {"successor": str(lan.id)},
            {"successor": "ai"},
            {"reason": " "},
        )
    ]
    done = await browser.send(path, **wanted)

    assert early.status == 422
    assert "Giao lại 1 buổi kể" in page
    assert f'<option value="{near.id}">' in page
    assert f'<option value="{other.id}">' not in page
    assert refused == [422] * 4
    assert done.headers["Location"] == "/console/volunteers?done=handed_on"
    assert await db.read(interviews.of, lan.id) == ()
    (taken,) = await db.read(interviews.of, near.id)
    assert taken == replace(held, volunteer=near.id, consent=ConsentForm.READ)
    begun_by = await db.read(interviews.collector, held.conversation)
    assert begun_by is not None
    assert begun_by.name == lan.name
    last = (await db.read(audit.trail, "house"))[-1]
    assert (last.act, last.reason) == ("interview_handed_on", "chị Lan nghỉ")
    trail = (await browser.get("/audit"))[1]
    assert f"giao buổi kể số {held.id} của Phạm Thị Lan cho Bình" in trail
    assert "Giao lại" not in (await browser.get("/volunteers"))[1]


async def test_an_erased_interview_is_handed_to_nobody(
    db: Database, browser: Browser
) -> None:
    lan = await db.write(invite)
    held = await db.read(interviews.load, await db.write(begin, lan), lan.id)
    assert held is not None
    await db.write(interviewing.refuse, held, NOW)

    await browser.send(f"/volunteers/{lan.id}/withdraw", reason="nghỉ")

    assert "Giao lại" not in (await browser.get("/volunteers"))[1]


async def test_an_officer_sees_who_wrote_a_telling_down(
    db: Database, browser: Browser
) -> None:
    tip = await db.write(_collected)

    page = (await browser.get(f"/tips/{tip}"))[1]

    assert "Người ghi: Phạm Thị Lan, Đoàn xã Suối Đá (xã Suối Đá)" in page
    assert "Phạm Thị Lan (Đoàn xã Suối Đá)</b> ghi lại lời kể" in page


def _collected(tx: Connection) -> int:
    lan = invite(tx)
    held = interviews.load(tx, begin(tx, lan), lan.id)
    assert held is not None
    where = held.conversation
    return filing.file(tx, TELLING, where, None, "482 915 637", "web", NOW).id
