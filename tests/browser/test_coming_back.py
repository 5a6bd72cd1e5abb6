"""Who was erased while his page stood open goes on writing there, and reads our answer."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from playwright.async_api import Browser, expect
from sqlalchemy import Connection

from storage import erasure
from storage.tables import conversation
from tests.browser.conftest import PHONE
from tests.browser.teller import SOON_MS, Teller
from tests.fixtures.line import NOW
from tests.fixtures.office import Office, office

BEFORE = "Tôi biết một ngôi mộ gần suối."
AFTER = "Tôi muốn kể lại từ đầu."


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Office]:
    async with office(tmp_path / "office") as running:
        yield running


def _erase(tx: Connection) -> None:
    which = tx.execute(sa.select(conversation.c.id)).scalar_one()
    erasure.erase(tx, which, "Yêu cầu của người kể", "staff:1", NOW)


async def test_his_page_shows_the_new_conversation_and_only_that(
    served: Office, browser: Browser
) -> None:
    context = await browser.new_context(base_url=served.address, viewport=PHONE)
    teller = Teller(await context.new_page())
    await teller.come_in()
    await teller.say(BEFORE)
    async with served.database() as db:
        await db.write(_erase)

    await teller.page.fill("#words", AFTER)
    await teller.page.click("#send")

    bubbles = teller.page.locator(".message-citizen .bubble")
    await expect(bubbles).to_have_text([AFTER], timeout=SOON_MS)
    answer = teller.page.locator(".message-bot[data-n]").last
    await expect(answer).to_be_visible(timeout=SOON_MS)
    await context.close()
