"""What belongs to no conversation is named to staff in Vietnamese, and bounded."""

import pytest

from admin import events
from storage import receipts
from storage.db import Database
from storage.model.line import Received
from storage.model.staff import Role
from tests.fixtures.console import SignIn
from tests.fixtures.told import NOW, hire


async def shown(db: Database, sign_in: SignIn, kind: str) -> str:
    event = Received("zalo", "oa", "k", None, None, b"{}", NOW, kind)
    await db.write(receipts.add_all, [event])
    browser = await sign_in(await db.write(hire, "chi", "Lê Thị Chi", Role.OFFICER))
    return (await browser.get("/set-aside"))[1]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("moon_landed", events.UNTOLD),
        ("change_oa_daily_quota", "Hạn mức gửi tin trong ngày"),
        ("message:supergroup", events.GROUP),
        ("create_group", events.GROUP),
        ("x" * 64, events.UNTOLD),
    ],
)
async def test_an_event_is_told_with_its_name(
    db: Database, sign_in: SignIn, kind: str, sentence: str
) -> None:
    page = await shown(db, sign_in, kind)

    assert "Việc nền tảng báo" in page
    assert sentence in page
    assert f"<code>{kind}</code>" in page
    assert "Thử lại" not in page


@pytest.mark.parametrize(
    "kind", ["", "<b>chữ</b>", "x" * 500, "an event of nobody's", receipts.UNNAMED]
)
async def test_what_is_no_name_is_not_shown(
    db: Database, sign_in: SignIn, kind: str
) -> None:
    page = await shown(db, sign_in, kind)

    assert events.UNTOLD in page
    assert "<code>" not in page
    assert "nobody" not in page
