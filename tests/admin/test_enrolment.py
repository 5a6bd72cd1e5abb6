"""A one-time link lets in once, to choose one's own credentials."""

from datetime import timedelta

import pytest

from admin.links import first_administrator_link, staff_link
from handlers.staffing import newcomer
from storage import audit, staff
from storage.db import Database
from storage.model.staff import Role
from tests.fixtures.console import Client, Clock
from tests.fixtures.door import PASSWORD, URL, code, enrol, enter, post, shown
from tests.fixtures.told import hire


async def test_the_first_administrator_comes_in_by_a_link(
    db: Database, front: Client, clock: Clock
) -> None:
    await enrol(db, front, clock)

    assert (await front.get("/console/settings")).status == 200
    assert await first_administrator_link(db, URL, clock.now) is None
    acts = [row.act for row in await db.read(audit.trail, "house")]
    assert acts == ["link_made", "link_used", "enrolled"]


async def test_each_start_makes_a_link_while_nobody_is_enrolled(
    db: Database, clock: Clock
) -> None:
    links = [await first_administrator_link(db, URL, clock.now) for _ in range(3)]

    assert len(set(links)) == 3
    assert all(link and link.startswith(f"{URL}/console/enter#") for link in links)
    assert len(await db.read(staff.names)) == 1


async def test_a_link_works_once(db: Database, front: Client, clock: Clock) -> None:
    link = await first_administrator_link(db, URL, clock.now)
    assert link is not None
    await enter(front, link)

    again = await post(front, "/enter", token=link)

    assert again.status == 403
    assert "Liên kết này không dùng được" in await again.text()


@pytest.mark.parametrize("token", ["", "forged", "#", "\ud800", "x" * 5000])
async def test_a_forged_link_lets_nobody_in(front: Client, token: str) -> None:
    given = token.encode("utf-8", "replace").decode()

    assert (await post(front, "/enter", token=given)).status == 403


async def test_a_link_expires_after_a_day(
    db: Database, front: Client, clock: Clock
) -> None:
    link = await first_administrator_link(db, URL, clock.now)
    assert link is not None

    clock.now += timedelta(hours=24)

    assert (await post(front, "/enter", token=link)).status == 403


async def test_enrolling_sees_nothing_but_enrolment(
    db: Database, front: Client, clock: Clock
) -> None:
    link = await first_administrator_link(db, URL, clock.now)
    assert link is not None
    await enter(front, link)

    response = await front.get("/console/staff", allow_redirects=False)

    assert response.headers["Location"] == "/console/enrol"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"password": "ngắn"}, "ít nhất 12 ký tự"),
        ({"password": "a" * 30}, "dễ đoán quá"),
        ({"password": "dài quá" * 100}, "dài quá 256 ký tự"),
        ({"code": "000 000"}, "Mã 6 số chưa khớp"),
        ({"code": "mười hai"}, "Mã 6 số chưa khớp"),
        ({"login": "có dấu"}, "chữ không dấu"),
        ({"name": " "}, "họ và tên"),
        ({"login": "an"}, "đã có người dùng"),
    ],
)
async def test_what_cannot_be_taken_is_said_and_the_form_stays(
    db: Database, front: Client, clock: Clock, wrong: dict[str, str], said: str
) -> None:
    await db.write(hire)
    link = await first_administrator_link(db, URL, clock.now)
    assert link is not None
    secret, csrf = shown(await enter(front, link))
    right = {
        "csrf": csrf,
        "login": "chi",
        "name": "Lê Thị Chi",
        "password": PASSWORD,
        "code": code(secret, clock),
    }

    refused = await post(front, "/enrol", **right | wrong)

    assert refused.status == 422
    page = await refused.text()
    assert said in page
    assert shown(page)[0] == secret
    assert (await post(front, "/enrol", **right)).status == 303


async def test_the_operator_lets_somebody_in_from_the_command_line(
    db: Database, front: Client, clock: Clock
) -> None:
    new = newcomer("ba", "Lý Văn Ba", Role.OFFICER)

    link = await staff_link(db, URL, new, clock.now)

    assert "Lý Văn Ba" in await enter(front, link)
