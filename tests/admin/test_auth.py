"""Who comes in, who stays out, and how each is told."""

import base64
import re
from datetime import datetime, timedelta
from urllib.parse import quote

import pyotp
import pytest
from aiohttp import ClientResponse

from admin.app import PARTS
from admin.auth import ENROLLING, OPEN
from admin.links import first_administrator_link, staff_link
from handlers.staffing import newcomer
from storage import audit, sessions, staff
from storage.db import Database
from storage.model.staff import Role
from tests.fixtures.console import Client, Clock, SignIn
from tests.fixtures.told import NOW, hire

URL = "http://127.0.0.1"
OURS = {"Sec-Fetch-Site": "same-origin"}
PASSWORD = "mưa dầm thấm lâu 1972"
ENDED = "Phiên làm việc đã hết"
NOT_LET_IN = "Chưa đăng nhập được"
STEP = timedelta(seconds=30)


async def post(front: Client, path: str, **form: str) -> ClientResponse:
    return await front.post(
        f"/console{path}", data=form, headers=OURS, allow_redirects=False
    )


async def enter(front: Client, link: str) -> str:
    """Follow a link to the form of enrolment; return that page."""
    response = await post(front, "/enter", token=link)
    assert response.headers["Location"] == "/console/enrol"
    return await (await front.get("/console/enrol")).text()


def shown(page: str) -> tuple[bytes, str]:
    """Return the secret and the form's token of a page of enrolment."""
    spelled = re.search(r"<code>([A-Z2-7 ]+)</code>", page)
    csrf = re.search(r'name="csrf" value="([^"]+)"', page)
    assert spelled is not None
    assert csrf is not None
    return base64.b32decode(spelled[1].replace(" ", "")), csrf[1]


def digits_at(secret: bytes, at: datetime) -> str:
    """Return what the telephone shows at this moment."""
    return pyotp.TOTP(base64.b32encode(secret).decode()).at(at)


def code(secret: bytes, clock: Clock) -> str:
    return digits_at(secret, clock.now)


async def enrol(db: Database, front: Client, clock: Clock, login: str = "chi") -> bytes:
    """Make the first administrator; return his second factor."""
    link = await first_administrator_link(db, URL, clock.now)
    assert link is not None
    secret, csrf = shown(await enter(front, link))
    response = await post(
        front,
        "/enrol",
        csrf=csrf,
        login=login,
        name="Lê Thị Chi",
        password=PASSWORD,
        code=code(secret, clock),
    )
    assert response.status == 303
    return secret


async def sign(
    front: Client, login: str, password: str, digits: str, query: str = ""
) -> ClientResponse:
    front.session.cookie_jar.clear()
    return await post(
        front, f"/sign-in{query}", login=login, password=password, code=digits
    )


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


async def test_after_five_failures_the_right_answer_waits_too(
    db: Database, front: Client, clock: Clock
) -> None:
    secret = await enrol(db, front, clock)
    clock.now += STEP
    pages = [
        await (await sign(front, "chi", f"sai {n}", "000000")).text() for n in range(5)
    ]

    locked = await sign(front, "chi", PASSWORD, code(secret, clock))
    stranger = await sign(front, "nobody", PASSWORD, "000000")

    # The same words for wrong, locked and unknown: nobody learns which logins exist.
    alerts = {
        re.search(r'role="alert">([^<]+)<', page)[1]  # type: ignore[index]
        for page in (*pages, await locked.text(), await stranger.text())
    }
    assert locked.status == 403
    assert len(alerts) == 1
    assert "15 phút" in alerts.pop()
    assert [row.act for row in await db.read(audit.trail, "house")][-1] == "locked"

    clock.now += timedelta(minutes=15)
    assert (await sign(front, "chi", PASSWORD, code(secret, clock))).status == 303


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


async def test_a_form_without_its_token_changes_nothing(
    db: Database, sign_in: SignIn
) -> None:
    browser = await sign_in(await db.write(hire, role=Role.ADMINISTRATOR))

    for token in ("", "forged", "ké"):
        refused = await browser.send("/staff", csrf=token, name="Lý Văn Ba")
        assert refused.status == 403
        assert "không đến từ trang làm việc" in await refused.text()

    assert len(await db.read(staff.names)) == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://example.org"},
        {"Origin": "null"},
        {},
    ],
    ids=str,
)
async def test_a_form_of_another_site_is_refused(
    front: Client, headers: dict[str, str]
) -> None:
    response = await front.post("/console/sign-in", data={}, headers=headers)

    assert response.status == 403
    assert "không đến từ trang làm việc" in await response.text()


async def test_a_form_over_plain_http_is_known_by_its_origin(front: Client) -> None:
    host = f"http://{front.host}:{front.port}"

    for origin in (host, URL):
        response = await front.post("/console/sign-in", headers={"Origin": origin})
        assert NOT_LET_IN in await response.text()


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


async def test_the_operator_lets_somebody_in_from_the_command_line(
    db: Database, front: Client, clock: Clock
) -> None:
    new = newcomer("ba", "Lý Văn Ba", Role.OFFICER)

    link = await staff_link(db, URL, new, clock.now)

    assert "Lý Văn Ba" in await enter(front, link)


async def test_every_page_carries_the_headers_that_guard_it(front: Client) -> None:
    for path in ("/console/", "/console/sign-in", "/console/enter"):
        response = await front.get(path, allow_redirects=False)
        assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
        assert "unsafe" not in response.headers["Content-Security-Policy"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Cache-Control"] == "no-store"
