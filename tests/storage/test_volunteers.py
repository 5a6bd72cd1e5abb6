"""Volunteers, their links and telephones, and what ends when a card is withdrawn."""

from dataclasses import replace
from datetime import timedelta

from storage import volunteer_sessions, volunteers
from storage.db import Database
from storage.model.volunteer import Standing
from tests.fixtures.told import NOW
from tests.fixtures.volunteering import LAN, LINK, invite

TOKEN, CSRF = "token-of-a-telephone", "csrf"


async def test_a_link_lets_in_once_and_within_a_day(db: Database) -> None:
    lan = await db.write(invite)

    late = await db.write(volunteers.redeem, LINK, NOW + timedelta(hours=24))
    wrong = await db.write(volunteers.redeem, f"{LINK}x", NOW)
    first = await db.write(volunteers.redeem, LINK, NOW + timedelta(hours=23))
    second = await db.write(volunteers.redeem, LINK, NOW + timedelta(hours=23))

    assert (late, wrong, first, second) == (None, None, lan, None)


async def test_a_telephone_stays_let_in_for_weeks(db: Database) -> None:
    lan = await db.write(invite)
    await db.write(volunteer_sessions.open_for, lan.id, TOKEN, CSRF, NOW)
    later = NOW + timedelta(days=29)

    held = await db.read(volunteer_sessions.find, TOKEN, later)
    assert held is not None
    assert (held.volunteer, held.csrf) == (replace(lan, has_entered=True), CSRF)
    await db.write(volunteer_sessions.touch, held.id, later)

    assert await db.read(volunteer_sessions.find, TOKEN, NOW + timedelta(days=58))
    assert not await db.read(volunteer_sessions.find, TOKEN, NOW + timedelta(days=59))


async def test_withdrawing_ends_card_links_and_telephones_at_once(
    db: Database,
) -> None:
    lan = await db.write(invite)
    await db.write(volunteer_sessions.open_for, lan.id, TOKEN, CSRF, NOW)

    assert await db.write(volunteers.withdraw, lan.id, NOW)
    assert not await db.write(volunteers.withdraw, lan.id, NOW)

    known = await db.read(volunteers.by_code, lan.code)
    assert known is not None
    assert known.standing(NOW) is Standing.WITHDRAWN
    assert await db.read(volunteer_sessions.find, TOKEN, NOW) is None
    assert await db.write(volunteers.redeem, LINK, NOW) is None


async def test_nobody_is_let_in_after_the_last_day_of_his_card(db: Database) -> None:
    lan = await db.write(invite, replace(LAN, until=NOW + timedelta(hours=2)))
    await db.write(volunteer_sessions.open_for, lan.id, TOKEN, CSRF, NOW)
    end = NOW + timedelta(hours=2)

    before = await db.read(volunteer_sessions.find, TOKEN, end - timedelta(seconds=1))
    after = await db.read(volunteer_sessions.find, TOKEN, end)

    assert (before is not None, after) == (True, None)
    assert lan.standing(end) is Standing.EXPIRED
    assert await db.write(volunteers.redeem, LINK, end) is None


async def test_those_who_may_still_come_stand_first(db: Database) -> None:
    anh = await db.write(invite, replace(LAN, name="Anh"), None, "link-1")
    lan = await db.write(invite)
    await db.write(volunteers.withdraw, anh.id, NOW)

    listed = await db.read(volunteers.of_agency, lan.agency)

    assert [one.name for one in listed] == ["Phạm Thị Lan", "Anh"]
