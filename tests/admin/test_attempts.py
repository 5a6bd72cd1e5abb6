"""Who fails to come in waits longer each time; no stranger keeps an officer out."""

import asyncio
import re
from datetime import timedelta

from admin.turns import WAITING
from storage import audit, staff
from storage.db import Database
from tests.fixtures.console import Client, Clock
from tests.fixtures.door import PASSWORD, STEP, code, digits_at, enrol, prove, sign

AT_WORK, ELSEWHERE = "192.0.2.10", "203.0.113.7"


async def test_after_five_failures_the_right_answer_waits_too(
    db: Database, front: Client, clock: Clock
) -> None:
    secret = await enrol(db, front, clock)
    clock.now += STEP
    pages = [
        await (await sign(front, "chi", f"sai {n}", "000000")).text() for n in range(5)
    ]

    waits = await sign(front, "chi", PASSWORD, code(secret, clock))
    stranger = await sign(front, "nobody", PASSWORD, "000000")

    # The same words for wrong, waiting and unknown: nobody learns which logins exist.
    alerts = {
        said
        for page in (*pages, await waits.text(), await stranger.text())
        for said in re.findall(r'role="alert">([^<]+)<', page)
    }
    assert waits.status == 403
    assert len(alerts) == 1
    assert "15 phút" in alerts.pop()

    clock.now += timedelta(seconds=30)
    assert (await sign(front, "chi", PASSWORD, code(secret, clock))).status == 303


async def test_a_stranger_who_tries_for_hours_keeps_nobody_out(
    db: Database, front: Client, clock: Clock
) -> None:
    secret = await enrol(db, front, clock)
    for n in range(20):
        clock.now += timedelta(minutes=15)
        await sign(front, "chi", f"sai {n}", "000000", address=ELSEWHERE)

    officer = await sign(front, "chi", PASSWORD, code(secret, clock), address=AT_WORK)

    assert officer.status == 303


async def test_a_browser_in_which_he_has_signed_in_is_no_strangers(
    db: Database, front: Client, clock: Clock
) -> None:
    secret = await enrol(db, front, clock)
    clock.now += STEP
    await sign(front, "chi", PASSWORD, code(secret, clock), address=AT_WORK)
    known = front.session.cookie_jar.filter_cookies(front.make_url("/console/"))
    clock.now += STEP
    for n in range(5):
        await sign(front, "chi", f"sai {n}", "000000", address=AT_WORK)

    unknown = await sign(front, "chi", PASSWORD, code(secret, clock), address=AT_WORK)
    front.session.cookie_jar.update_cookies(known, front.make_url("/console/"))
    same = await prove(front, "chi", PASSWORD, code(secret, clock), address=AT_WORK)

    assert (unknown.status, same.status) == (403, 303)


async def test_a_mark_of_a_browser_is_not_forged_nor_lent_to_another_login(
    db: Database, front: Client, clock: Clock
) -> None:
    secret = await enrol(db, front, clock)
    clock.now += STEP
    await sign(front, "chi", PASSWORD, code(secret, clock))
    for n in range(5):
        await prove(front, "ba", f"sai {n}", "000000")
    front.session.cookie_jar.clear()
    front.session.cookie_jar.update_cookies({"console_known": "ké.x"})

    forged = await prove(front, "chi", PASSWORD, code(secret, clock))

    assert forged.status == 403


async def test_who_has_the_password_cannot_try_all_codes_from_many_addresses(
    db: Database, front: Client, clock: Clock
) -> None:
    secret = await enrol(db, front, clock)
    clock.now += STEP
    wrong = digits_at(secret, clock.now - 9 * STEP)
    for n in range(5):
        await sign(front, "chi", PASSWORD, wrong, address=f"203.0.113.{n}")

    right = code(secret, clock)
    late = await sign(front, "chi", PASSWORD, right, address="203.0.113.99")

    assert late.status == 403
    assert [row.act for row in await db.read(audit.trail, "house")][-1] == "locked"


async def test_sixty_who_sign_in_at_once_are_all_heard(
    db: Database, front: Client, clock: Clock
) -> None:
    secret = await enrol(db, front, clock)
    clock.now += STEP
    places = [f"192.0.2.{n}" for n in range(30)] + [ELSEWHERE] * 30
    right = code(secret, clock)

    answers = await asyncio.gather(
        *(sign(front, "chi", "sai", "000000", address=place) for place in places),
        sign(front, "chi", PASSWORD, right, address=AT_WORK),
    )

    assert [answer.status for answer in answers] == [403] * 60 + [303]
    assert WAITING > 60
    assert await db.read(staff.credentials, "chi") is not None
