"""The page of printed codes: placed one by one or from a file, printed, counted."""

import io
import re

import pytest
from pypdf import PdfReader

from storage import placements
from storage.db import Database
from storage.model.placement import PlacementKind, Spot
from storage.model.staff import Staff
from tests.fixtures.console import Browser, Client, SignIn
from tests.fixtures.placed import name_office
from tests.fixtures.told import NOW, found, hire, tell

TABLE = "Loại,Nơi đặt,Địa bàn\nthôn,Nhà văn hóa thôn Một,xã Suối Đá\npano,Cổng chợ,\n"


@pytest.fixture
async def an(db: Database) -> Staff:
    return await db.write(hire)


@pytest.fixture
async def browser(sign_in: SignIn, an: Staff) -> Browser:
    return await sign_in(an)


async def test_a_spot_gets_a_code_and_is_counted(
    db: Database, browser: Browser, an: Staff
) -> None:
    assert "Chưa có nơi đặt nào" in (await browser.get("/placements"))[1]
    spot = {"kind": "village", "name": " Nhà <văn hóa>", "area": "xã Suối Đá"}

    placed = await browser.send("/placements", **spot)
    again = await browser.send("/placements", **spot)

    assert placed.headers["Location"] == "/console/placements?done=placed"
    assert again.headers["Location"] == "/console/placements?done=placed_before"
    (made,) = await db.read(placements.every, an.agency)
    assert made.spot == Spot(PlacementKind.VILLAGE, "Nhà <văn hóa>", "xã Suối Đá")
    await db.write(placements.count_scan, made.id, NOW)
    tip = await db.write(tell, source=made.code)
    page = (await browser.get("/placements"))[1]
    said = f"{made.code[:3]} {made.code[3:]}"
    cells = re.findall(r'data-label="[^"]+">([^<]*)<', page)
    assert cells == [said, "1", "0", "1", "0", "0", "0", "0", "0"]
    assert "Nhà &lt;văn hóa&gt;" in page
    assert f"QR {said}" in (await browser.get(f"/tips/{tip}"))[1]
    assert "chưa in phát rộng" in page


async def test_a_refused_spot_keeps_what_was_typed(browser: Browser) -> None:
    refused = await browser.send("/placements", name=" ", area="xã Suối Đá")

    page = await refused.text()
    assert refused.status == 422
    assert "Xin ghi nơi đặt" in page
    assert 'value="xã Suối Đá"' in page


async def test_a_file_is_placed_whole_or_not_at_all(
    db: Database, browser: Browser, an: Staff
) -> None:
    bad = await browser.send(
        "/placements/file", file=io.BytesIO(f"{TABLE}a,b".encode())
    )
    none = await browser.send("/placements/file")
    assert (bad.status, none.status) == (422, 422)
    assert "Dòng 4: chưa rõ loại" in await bad.text()
    assert await db.read(placements.every, an.agency) == ()

    placed = await browser.send("/placements/file", file=io.BytesIO(TABLE.encode()))

    assert placed.headers["Location"] == "/console/placements?done=placed"
    made = await db.read(placements.every, an.agency)
    assert [one.spot.name for one in made] == ["Nhà văn hóa thôn Một", "Cổng chợ"]


async def test_posters_are_printed_once_the_office_has_a_name(
    db: Database, browser: Browser, an: Staff, front: Client
) -> None:
    await browser.send("/placements/file", file=io.BytesIO(TABLE.encode()))
    one = (await db.read(placements.every, an.agency))[0]
    assert (await browser.get(f"/placements/{one.code}.pdf"))[0] == 422
    await db.write(name_office)
    cookie = {"Cookie": f"console={browser.token}"}

    for form, beginning in (("pdf", b"%PDF"), ("svg", b"<svg"), ("png", b"\x89PNG")):
        path = f"/console/placements/{one.code}.{form}"
        answer = await front.get(path, headers=cookie)
        assert (await answer.read()).startswith(beginning)
        assert f"qr-{one.code}.{form}" in answer.headers["Content-Disposition"]
    every = await front.get("/console/placements/qr.pdf", headers=cookie)
    assert len(PdfReader(io.BytesIO(await every.read())).pages) == 2


async def test_another_office_sees_and_prints_none_of_it(
    db: Database, browser: Browser, sign_in: SignIn, an: Staff
) -> None:
    await db.write(name_office)
    await browser.send("/placements", name="Cổng chợ")
    (made,) = await db.read(placements.every, an.agency)
    other = await sign_in(
        await db.write(hire, "binh", "Lý Văn Bình", at=await db.write(found, "Xã khác"))
    )

    assert "Cổng chợ" not in (await other.get("/placements"))[1]
    assert (await other.get(f"/placements/{made.code}.pdf"))[0] == 404
    assert (await other.get("/placements/qr.pdf"))[0] == 404
