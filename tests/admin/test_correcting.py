"""What an officer sets right is checked, and what he typed stays in the form."""

import pytest

from storage import claims, tips
from storage.db import Database
from tests.fixtures.console import SignIn
from tests.fixtures.told import NOW, hire, tell


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("died", "32/13/1999", "Xin ghi ngày, tháng hay năm"),
        ("place", "bến đò " * 15_000, "dài quá 2000 ký tự"),
    ],
)
async def test_what_its_field_cannot_hold_comes_back_with_a_sentence(
    db: Database, sign_in: SignIn, key: str, value: str, said: str
) -> None:
    made, an = await db.write(tell), await db.write(hire)
    await db.write(claims.claim, made, an.id, NOW)
    before = await db.read(tips.load, made)
    browser = await sign_in(an)

    refused = await browser.send(
        f"/tips/{made}/correct",
        version="2",
        key=key,
        value=value,
        reason="theo giấy tờ",
    )

    page = await refused.text()
    assert refused.status == 409
    assert said in page
    assert f'value="{value.strip()}' in page
    assert await db.read(tips.load, made) == before


async def test_a_reason_and_a_note_have_an_end(db: Database, sign_in: SignIn) -> None:
    made, an = await db.write(tell), await db.write(hire)
    await db.write(claims.claim, made, an.id, NOW)
    browser = await sign_in(an)

    decided = await browser.send(
        f"/tips/{made}/decide", version="2", status="verified", reason="r" * 501
    )
    noted = await browser.send(f"/tips/{made}/note", text="n" * 4001)

    assert (decided.status, noted.status) == (409, 409)
    assert "dài quá 500 ký tự" in await decided.text()
    assert "dài quá 4000 ký tự" in await noted.text()
