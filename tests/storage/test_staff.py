"""Staff prove who they are; links, codes and sessions end when they must."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from storage import agencies, invitations, sessions, staff
from storage.db import Database
from storage.model.staff import Credentials, Role, Staff

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SECRET = b"twenty secret bytes!"


@pytest.fixture
async def an(db: Database) -> Staff:
    office = await db.write(agencies.first)
    added = await db.write(staff.add, "an", "Trần Thị An", Role.OFFICER, office.id, NOW)
    assert added is not None
    return added


@pytest.fixture
async def enrolled(db: Database, an: Staff) -> Staff:
    await db.write(staff.offer_totp, an.id, SECRET)
    assert await db.write(staff.enrol, an.id, an.login, an.name, "hash", 100)
    return replace(an, is_enrolled=True)


async def test_a_login_belongs_to_one(db: Database, an: Staff) -> None:
    assert (
        await db.write(staff.add, "an", "Phạm Văn An", Role.OFFICER, an.agency, NOW)
        is None
    )
    assert await db.read(staff.by_login, "an") == an
    assert await db.read(staff.by_login, "binh") is None


async def test_the_second_factor_is_sealed(db: Database, an: Staff) -> None:
    await db.write(staff.offer_totp, an.id, SECRET)

    assert await db.read(staff.offered_totp, an.id) == SECRET
    cells = await db.read(
        lambda tx: tx.exec_driver_sql("SELECT totp_cell FROM staff").scalars().all()
    )
    assert SECRET not in bytes(cells[0])


async def test_enrolling_needs_a_second_factor_and_happens_once(
    db: Database, an: Staff
) -> None:
    assert not await db.write(staff.enrol, an.id, "an", an.name, "hash", 1)

    await db.write(staff.offer_totp, an.id, SECRET)
    assert await db.write(staff.enrol, an.id, "an.tran", "Trần An", "hash", 1)
    assert not await db.write(staff.enrol, an.id, "an", an.name, "other", 1)

    kept = await db.read(staff.load, an.id)
    assert kept == replace(an, login="an.tran", name="Trần An", is_enrolled=True)


async def test_enrolling_under_the_login_of_another_is_refused(
    db: Database, an: Staff
) -> None:
    binh = await db.write(staff.add, "binh", "Bình", Role.OFFICER, an.agency, NOW)
    assert binh is not None
    await db.write(staff.offer_totp, binh.id, SECRET)

    assert not await db.write(staff.enrol, binh.id, "an", "Bình", "hash", 1)


async def test_an_administrator_counts_once_he_can_sign_in(db: Database) -> None:
    office = await db.write(agencies.first)
    chief = await db.write(
        staff.add, "chi", "Lê Chi", Role.ADMINISTRATOR, office.id, NOW
    )
    assert chief is not None
    assert not await db.read(staff.has_administrator)

    await db.write(staff.offer_totp, chief.id, SECRET)
    await db.write(staff.enrol, chief.id, "chi", "Lê Chi", "hash", 1)
    assert await db.read(staff.has_administrator)

    assert await db.write(staff.set_active, chief.id, is_active=False)
    assert not await db.write(staff.set_active, chief.id, is_active=False)
    assert not await db.read(staff.has_administrator)


async def test_what_a_member_must_match_is_found_by_his_login(
    db: Database, enrolled: Staff
) -> None:
    known = await db.read(staff.credentials, "an")

    assert known == Credentials(enrolled, "hash", SECRET, 100)
    assert await db.read(staff.credentials, "binh") is None
    assert await db.write(staff.set_active, enrolled.id, is_active=False)
    assert await db.read(staff.credentials, "an") is None


async def test_codes_under_a_right_password_wait_longer_each_time(
    db: Database, enrolled: Staff
) -> None:
    shown = [await db.write(staff.may_show_code, enrolled.id, NOW) for _ in range(6)]
    half = NOW + MINUTE / 2

    assert shown == [True] * 5 + [False]
    assert await db.read(staff.is_waiting, enrolled.id, NOW)
    assert await db.write(staff.may_show_code, enrolled.id, half)
    assert not await db.write(staff.may_show_code, enrolled.id, half + MINUTE / 2)
    assert await db.write(staff.may_show_code, enrolled.id, half + MINUTE)


async def test_codes_at_the_same_moment_are_counted_each(
    db: Database, enrolled: Staff
) -> None:
    tries = [db.write(staff.may_show_code, enrolled.id, NOW) for _ in range(12)]

    assert sum(await asyncio.gather(*tries)) == 5


async def test_signing_in_forgets_the_codes_that_were_wrong(
    db: Database, enrolled: Staff
) -> None:
    for _ in range(5):
        await db.write(staff.may_show_code, enrolled.id, NOW)

    assert await db.write(staff.admit, enrolled.id, 101)

    assert not await db.read(staff.is_waiting, enrolled.id, NOW)
    assert await db.write(staff.may_show_code, enrolled.id, NOW)


async def test_a_code_lets_in_once(db: Database, enrolled: Staff) -> None:
    both = await asyncio.gather(
        db.write(staff.admit, enrolled.id, 101), db.write(staff.admit, enrolled.id, 101)
    )

    assert sorted(both) == [False, True]
    assert not await db.write(staff.admit, enrolled.id, 100)


async def test_forgotten_credentials_let_nobody_in(
    db: Database, enrolled: Staff
) -> None:
    await db.write(staff.forget_credentials, enrolled.id)

    assert await db.read(staff.credentials, "an") is None
    assert await db.read(staff.offered_totp, enrolled.id) is None


async def test_an_invitation_is_used_once(db: Database, an: Staff) -> None:
    await db.write(invitations.add, an.id, "token", NOW)

    both = await asyncio.gather(
        db.write(invitations.redeem, "token", NOW),
        db.write(invitations.redeem, "token", NOW),
    )

    assert set(both) == {an.id, None}


async def test_an_invitation_lasts_a_day(db: Database, an: Staff) -> None:
    await db.write(invitations.add, an.id, "token", NOW)
    later = NOW + timedelta(hours=24)

    assert await db.write(invitations.redeem, "forged", NOW) is None
    assert await db.write(invitations.redeem, "token", later) is None
    assert await db.write(invitations.redeem, "token", later - MINUTE) == an.id


async def test_an_invitation_can_be_withdrawn(db: Database, an: Staff) -> None:
    await db.write(invitations.add, an.id, "token", NOW)
    await db.write(invitations.add, an.id, "other", NOW)
    await db.write(staff.set_active, an.id, is_active=False)
    assert await db.write(invitations.redeem, "token", NOW) is None

    await db.write(staff.set_active, an.id, is_active=True)
    await db.write(invitations.withdraw, an.id, NOW)
    assert await db.write(invitations.redeem, "token", NOW) is None


async def test_a_session_ends_when_nobody_uses_it(db: Database, an: Staff) -> None:
    await db.write(sessions.open_for, an.id, "token", "csrf", "Firefox", NOW)

    found = await db.read(sessions.find, "token", NOW + 29 * MINUTE)
    assert found is not None
    assert (found.staff, found.csrf, found.client) == (an, "csrf", "Firefox")
    assert await db.read(sessions.find, "token", NOW + 30 * MINUTE) is None
    assert await db.read(sessions.find, "forged", NOW) is None

    await db.write(sessions.touch, found.id, NOW + 29 * MINUTE)
    assert await db.read(sessions.find, "token", NOW + 58 * MINUTE) is not None


async def test_a_session_in_use_ends_after_half_a_day(db: Database, an: Staff) -> None:
    await db.write(sessions.open_for, an.id, "token", "csrf", "", NOW)
    (opened,) = await db.read(sessions.of, an.id, NOW)
    almost = NOW + timedelta(hours=12) - MINUTE

    await db.write(sessions.touch, opened.id, almost)

    assert await db.read(sessions.find, "token", almost) is not None
    assert await db.read(sessions.find, "token", almost + MINUTE) is None


async def test_an_office_says_how_long_a_session_may_rest(
    db: Database, an: Staff
) -> None:
    office = await db.read(agencies.first)
    await db.write(agencies.keep, replace(office, idle_minutes=480))
    await db.write(sessions.open_for, an.id, "token", "csrf", "", NOW)

    later = NOW + timedelta(hours=7)
    assert await db.read(sessions.find, "token", later) is not None


async def test_sessions_are_ended_one_by_one_or_all(db: Database, an: Staff) -> None:
    for token in ("one", "two", "three"):
        await db.write(sessions.open_for, an.id, token, token, "", NOW)
    one = await db.read(sessions.find, "one", NOW)
    assert one is not None

    assert not await db.write(sessions.close, one.id, an.id + 1)
    assert await db.write(sessions.close, one.id, an.id)
    assert await db.read(sessions.find, "one", NOW) is None
    assert len(await db.read(sessions.of, an.id, NOW)) == 2

    assert await db.write(sessions.close_all, an.id) == 2
    assert await db.read(sessions.of, an.id, NOW) == ()


async def test_who_is_kept_out_has_no_session(db: Database, an: Staff) -> None:
    await db.write(sessions.open_for, an.id, "token", "csrf", "", NOW)

    await db.write(staff.set_active, an.id, is_active=False)

    assert await db.read(sessions.find, "token", NOW) is None
