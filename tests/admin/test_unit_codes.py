"""The page of codes: what citizens told, and what officers make of it."""

import pytest

from nlp.extract import extract
from nlp.lexicon import Lexicon
from storage import unit_codes
from storage.db import Database
from storage.model.staff import Staff
from tests.fixtures.console import Browser, SignIn
from tests.fixtures.told import NOW, hire

CODE = "Hòm thư 86500 YK"


@pytest.fixture
async def an(db: Database) -> Staff:
    return await db.write(hire)


@pytest.fixture
async def browser(sign_in: SignIn, an: Staff) -> Browser:
    return await sign_in(an)


async def test_a_code_waits_until_an_officer_says_what_it_is(
    db: Database, browser: Browser, an: Staff
) -> None:
    assert "Chưa có ký hiệu nào" in (await browser.get("/unit-codes"))[1]
    found = extract("chú gửi thư về hòm thư 86500 YK", Lexicon.load())
    await db.write(unit_codes.meet, [("story", one) for one in found], (), NOW)
    assert CODE in (await browser.get("/unit-codes"))[1]

    empty = await browser.send("/unit-codes", code=CODE, decoded=" ")
    kept = await browser.send("/unit-codes", code=CODE, decoded="Trung đoàn 66")
    gone = await browser.send("/unit-codes", code="KH", decoded="Trung đoàn 66")

    assert empty.status == 409
    assert kept.headers["Location"] == "/console/unit-codes?done=kept"
    assert gone.headers["Location"] == "/console/unit-codes?done=gone"
    assert await db.read(unit_codes.decodings) == ((CODE, "Trung đoàn 66"),)
    assert f"{an.name} ghi" in (await browser.get("/unit-codes"))[1]
