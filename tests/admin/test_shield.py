"""What every request to the console passes."""

import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from storage.crypt import Key, KeyRing
from storage.db import Database, open_database
from tests.fixtures.console import Client, SignIn
from tests.fixtures.door import NOT_LET_IN, URL
from tests.fixtures.told import hire, tell


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


async def test_what_breaks_is_said_in_a_sentence_and_logged_by_its_route(
    db: Database, sign_in: SignIn
) -> None:
    browser = await sign_in(await db.write(hire))
    await db.write(lambda tx: tx.execute(sa.text("DROP TABLE note")) and None)
    made = await db.write(tell)

    with capture_logs() as logged:
        status, page = await browser.get(f"/tips/{made}")

    assert status == 500
    assert "Máy chủ gặp trục trặc" in page
    (line,) = logged
    assert (line["event"], line["view"]) == ("console.failed", "/console/tips/{tip}")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("k1", "key 'k1' of the ring did not seal this, or it was altered"),
        ("k2", "the key ring has no key 'k2'"),
    ],
)
async def test_what_another_ring_sealed_is_said_and_logged_as_such(
    db: Database, database_url: str, sign_in: SignIn, name: str, why: str
) -> None:
    browser = await sign_in(await db.write(hire))
    other = await open_database(database_url, KeyRing({name: Key.new()}, name))
    made = await other.write(tell)
    await other.close()

    with capture_logs() as logged:
        status, page = await browser.get(f"/tips/{made}")

    assert (status, "Tệp khóa đang dùng không mở được" in page) == (500, True)
    (line,) = logged
    assert (line["event"], line["why"]) == ("console.sealed", why)


async def test_every_page_carries_the_headers_that_guard_it(front: Client) -> None:
    for path in ("/console/", "/console/sign-in", "/console/enter"):
        response = await front.get(path, allow_redirects=False)
        assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
        assert "unsafe" not in response.headers["Content-Security-Policy"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Cache-Control"] == "no-store"
