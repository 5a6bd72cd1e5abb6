import re

import sqlalchemy as sa

from storage import claims
from storage.db import Database
from storage.tables import conversation
from storage.tx import Connection
from tests.fixtures.console import SignIn
from tests.fixtures.told import NOW, hire, talk, tell


async def test_a_filed_tip_stands_in_the_queue_with_what_was_read(
    db: Database, sign_in: SignIn
) -> None:
    made = await db.write(tell)
    browser = await sign_in(await db.write(hire))

    status, page = await browser.get("/")

    assert status == 200
    assert f'href="/console/tips/{made}"' in page
    for words in ("482 915 637", "Nguyễn Văn Mẫu", "E24", "bên suối Đá", "Trang web"):
        assert words in page
    assert re.search(r"Mới <b>1</b>", page)


async def test_an_unchanged_queue_is_not_sent_again(
    db: Database, sign_in: SignIn
) -> None:
    await db.write(tell)
    browser = await sign_in(await db.write(hire))
    _, page = await browser.get("/queue")
    seen = re.search(r'name="seen" value="(\w+)"', page)
    assert seen is not None

    unchanged, _ = await browser.get(f"/queue?seen={seen[1]}")
    await db.write(tell, "111 222 333", "visitor-2")
    changed, fragment = await browser.get(f"/queue?seen={seen[1]}")

    assert (unchanged, changed) == (204, 200)
    assert "111 222 333" in fragment
    assert "<html" not in fragment


async def test_the_queue_says_who_holds_a_tip(db: Database, sign_in: SignIn) -> None:
    made = await db.write(tell)
    an, ba = await db.write(hire), await db.write(hire, "ba", "Lý Văn Ba")
    await db.write(claims.claim, made, ba.id, NOW)
    browser = await sign_in(an)

    _, new = await browser.get("/")
    _, every = await browser.get("/?view=all")

    assert "482 915 637" not in new
    assert "Lý Văn Ba đang giữ" in every


async def test_what_was_searched_is_shown_as_text(
    db: Database, sign_in: SignIn
) -> None:
    browser = await sign_in(await db.write(hire))

    status, page = await browser.get("/?view=all&q=%3Cscript%3Ealert%3C/script%3E")

    assert status == 200
    assert "<script>alert" not in page


async def test_what_a_view_has_not_is_looked_for_in_all(
    db: Database, sign_in: SignIn
) -> None:
    await db.write(tell)
    browser = await sign_in(await db.write(hire))

    _, mine = await browser.get("/?view=mine&q=Nguyen+Van+Mau")
    _, every = await browser.get("/?view=all&q=Nguyen+Van+Mau")

    assert "Không có tin khớp với “Nguyen Van Mau” trong mục “Của tôi”." in mine
    assert 'href="/console/?view=all&amp;q=Nguyen+Van+Mau">Tìm trong tất cả</a>' in mine
    assert "1 tin khớp với “Nguyen Van Mau”." in every
    assert "Tìm trong tất cả" not in every


async def test_a_view_that_there_is_not_is_not_found(
    db: Database, sign_in: SignIn
) -> None:
    browser = await sign_in(await db.write(hire))

    assert (await browser.get("/?view=secret"))[0] == 404
    assert (await browser.get("/?skip=-1"))[0] == 200


async def test_staff_see_how_many_still_wait_for_consent(
    db: Database, sign_in: SignIn
) -> None:
    browser = await sign_in(await db.write(hire))
    _, before = await browser.get("/")

    await db.write(hold_sealed, "visitor-1", 3)
    await db.write(hold_sealed, "visitor-2", 1)
    await db.write(hold_sealed, "visitor-3", 0)

    _, after = await browser.get("/queue")
    assert "Chờ người kể đồng ý" not in before
    assert "Chờ người kể đồng ý <b>2</b>" in after


def hold_sealed(tx: Connection, address: str, number: int) -> None:
    where = talk(tx, address)
    held = sa.update(conversation).where(conversation.c.id == where)
    tx.execute(held.values(sealed=number))
