"""Who asks without being known stays out, and a session ends when it must."""

from datetime import timedelta

from admin.app import PARTS
from admin.auth import ENROLLING, OPEN
from storage import sessions, staff
from storage.db import Database
from storage.model.staff import Role
from tests.fixtures.console import Client, Clock, SignIn
from tests.fixtures.door import post
from tests.fixtures.told import hire

ENDED = "Phiên làm việc đã hết"


async def test_a_stranger_is_led_to_the_door_whatever_he_asks_for(
    front: Client,
) -> None:
    for path in ("", "/", "/tips/1", "/staff", "/settings", "/nowhere"):
        response = await front.get(f"/console{path}", allow_redirects=False)
        assert response.status == 303
        assert response.headers["Location"].startswith("/console/sign-in")

    refused = await post(front, "/staff", name="Kẻ Lạ")
    assert refused.status == 401
    assert ENDED in await refused.text()


async def test_only_the_door_itself_is_open() -> None:
    assert {
        "static", "sign_in", "try_sign_in", "enter", "try_enter", "enrol",
        "try_enrol", "sign_out",
    } == OPEN | ENROLLING  # fmt: skip
    named = {route.kwargs.get("name") for part in PARTS for route in part.ROUTES}
    assert (OPEN | ENROLLING) - {"static"} <= named


async def test_a_form_without_its_token_changes_nothing(
    db: Database, sign_in: SignIn
) -> None:
    browser = await sign_in(await db.write(hire, role=Role.ADMINISTRATOR))

    for token in ("", "forged", "ké"):
        refused = await browser.send("/staff", csrf=token, name="Lý Văn Ba")
        assert refused.status == 403
        assert "không đến từ trang làm việc" in await refused.text()

    assert len(await db.read(staff.names)) == 1


async def test_an_officer_does_not_see_what_administrators_do(
    db: Database, sign_in: SignIn
) -> None:
    officer = await sign_in(await db.write(hire))

    for path in ("/staff", "/settings", "/audit"):
        status, page = await officer.get(path)
        assert status == 403
        assert "cần quyền quản trị viên" in page
    for path in ("/staff", "/settings", "/staff/1/link", "/staff/1/suspend"):
        assert (await officer.send(path)).status == 403
    _, page = await officer.get("/")
    assert "/console/audit" not in page


async def test_a_revoked_session_is_out_at_once(db: Database, sign_in: SignIn) -> None:
    an = await db.write(hire)
    browser = await sign_in(an)
    assert (await browser.get("/sessions"))[0] == 200

    await db.write(sessions.close_all, an.id)

    assert (await browser.get("/sessions"))[0] == 303


async def test_a_session_that_rests_too_long_ends(
    db: Database, sign_in: SignIn, clock: Clock
) -> None:
    browser = await sign_in(await db.write(hire))
    clock.now += timedelta(minutes=29)
    assert (await browser.get("/"))[0] == 200
    clock.now += timedelta(minutes=29)
    assert (await browser.get("/"))[0] == 200

    clock.now += timedelta(minutes=30)

    assert (await browser.get("/"))[0] == 303


async def test_a_page_that_refreshes_itself_keeps_nobody_signed_in(
    db: Database, front: Client, sign_in: SignIn, clock: Clock
) -> None:
    browser = await sign_in(await db.write(hire))
    headers = {"Cookie": f"console={browser.token}", "HX-Request": "true"}

    for _ in range(3):
        clock.now += timedelta(minutes=10)
        response = await front.get("/console/queue", headers=headers)

    assert response.headers["HX-Redirect"] == "/console/sign-in"
