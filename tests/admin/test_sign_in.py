"""Who proves himself comes in, and ends what he has begun."""

from urllib.parse import quote

import pytest

from storage import sessions
from storage.db import Database
from tests.fixtures.console import Client, Clock, SignIn
from tests.fixtures.door import (
    NOT_LET_IN,
    PASSWORD,
    STEP,
    code,
    digits_at,
    enrol,
    sign,
)
from tests.fixtures.told import NOW, hire


async def test_signing_in_needs_password_and_code(
    db: Database, front: Client, clock: Clock
) -> None:
    secret = await enrol(db, front, clock)
    clock.now += STEP

    for login, password, digits in (
        ("chi", "mưa dầm", code(secret, clock)),
        ("chi", PASSWORD, "000000"),
        ("nobody", PASSWORD, code(secret, clock)),
    ):
        refused = await sign(front, login, password, digits)
        assert refused.status == 403
        assert NOT_LET_IN in await refused.text()

    welcome = await sign(front, " Chi", PASSWORD, code(secret, clock))
    assert welcome.headers["Location"] == "/console/"
    assert (await front.get("/console/staff")).status == 200


async def test_a_code_is_not_taken_twice(
    db: Database, front: Client, clock: Clock
) -> None:
    secret = await enrol(db, front, clock)
    replayed = await sign(front, "chi", PASSWORD, code(secret, clock))
    clock.now += STEP
    fresh = code(secret, clock)

    answers = [await sign(front, "chi", PASSWORD, fresh) for _ in range(2)]

    assert replayed.status == 403
    assert [answer.status for answer in answers] == [303, 403]


async def test_a_clock_that_is_half_a_minute_off_is_forgiven(
    db: Database, front: Client, clock: Clock
) -> None:
    secret = await enrol(db, front, clock)
    clock.now += 4 * STEP
    late = digits_at(secret, clock.now - STEP)
    too_late = digits_at(secret, clock.now - 2 * STEP)

    assert (await sign(front, "chi", PASSWORD, too_late)).status == 403
    assert (await sign(front, "chi", PASSWORD, late)).status == 303


@pytest.mark.parametrize(
    ("wanted", "led"),
    [
        ("/console/tips/7", "/console/tips/7"),
        ("/console/?view=all", "/console/?view=all"),
        ("https://example.org/", "/console/"),
        ("//example.org", "/console/"),
        ("/console//example.org", "/console/"),
        ("/console/\\example.org", "/console/"),
    ],
)
async def test_signing_in_leads_to_pages_of_ours_only(
    db: Database, front: Client, clock: Clock, wanted: str, led: str
) -> None:
    secret = await enrol(db, front, clock)
    clock.now += STEP
    query = f"?next={quote(wanted)}"

    response = await sign(front, "chi", PASSWORD, code(secret, clock), query)

    assert response.headers["Location"] == led


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(
    db: Database, front: Client, clock: Clock
) -> None:
    secret = await enrol(db, front, clock)
    clock.now += STEP

    cookie = (await sign(front, "chi", PASSWORD, code(secret, clock))).headers[
        "Set-Cookie"
    ]

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/console" in cookie


async def test_signing_out_ends_the_session(db: Database, sign_in: SignIn) -> None:
    an = await db.write(hire)
    browser = await sign_in(an)

    assert (await browser.send("/sign-out")).headers["Location"] == "/console/sign-in"

    assert (await browser.get("/"))[0] == 303
    assert await db.read(sessions.of, an.id, NOW) == ()


async def test_one_sees_and_ends_all_sessions_of_ones_own(
    db: Database, sign_in: SignIn
) -> None:
    an = await db.write(hire)
    ba = await db.write(hire, "ba", "Lý Văn Ba")
    await db.write(sessions.open_for, an.id, "phone", "x", "Firefox/140 Android", NOW)
    browser, other = await sign_in(an), await sign_in(ba)
    _, page = await browser.get("/sessions")
    assert "Firefox trên điện thoại Android" in page
    (theirs,) = await db.read(sessions.of, ba.id, NOW)

    await browser.send(f"/sessions/{theirs.id}/end")
    assert (await other.get("/"))[0] == 200

    await browser.send("/sessions/end")
    assert await db.read(sessions.of, an.id, NOW) == ()
