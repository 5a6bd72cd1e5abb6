"""From a scanned code to the tip: the citizen does nothing for it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from storage import agencies, funnel, tips
from storage.model.placement import Placement, Stages
from storage.tx import Connection
from tests.browser.teller import Teller
from tests.fixtures.office import Office, office
from tests.fixtures.placed import name_office, placed

STORY = (
    "Tôi là Trần Văn Khải, năm 1972 chúng tôi chôn anh Nguyễn Đình Thuận ở suối La La"
)


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Office]:
    async with office(tmp_path / "office") as running:
        yield running


def hang(tx: Connection) -> tuple[Placement, Placement]:
    name_office(tx)
    return placed(tx)


def counted(tx: Connection) -> tuple[Stages, ...]:
    return funnel.funnel(tx, agencies.first(tx).id)


async def test_a_scanned_code_reaches_the_tip_without_work_for_the_citizen(
    served: Office, browser: Browser
) -> None:
    async with served.database() as db:
        hall, gate = await db.write(hang)
    context = await browser.new_context(base_url=served.address)
    page = await context.new_page()
    for one in (hall, gate):
        await page.goto(f"/q/{one.code}")
        await page.click(".button.main")

    teller = Teller(page)
    await teller.is_connected()
    await teller.say(STORY)
    await teller.press("1. Đồng ý")
    await teller.say("xong")
    await teller.answer({})

    async with served.database() as db:
        tip = await db.read(tips.load, 1)
        stages = await db.read(counted)
    assert tip is not None
    assert tip.source == hall.code
    assert stages == (
        Stages(hall, scans=1, starts=1, filed=1, verified=0, handed_over=0),
        Stages(gate, scans=1, starts=0, filed=0, verified=0, handed_over=0),
        Stages(None, 0, 0, 0, 0, 0),
    )
    await context.close()


async def test_the_page_needs_no_script_and_leads_to_the_plain_form(
    served: Office, browser: Browser
) -> None:
    async with served.database() as db:
        hall, _ = await db.write(hang)
    context = await browser.new_context(
        base_url=served.address, java_script_enabled=False
    )
    page = await context.new_page()

    await page.goto(f"/q/{hall.code}")
    await page.click(".button.main")
    await page.goto("/chat/plain")
    await page.fill("#story", STORY)
    await page.check("#consent")
    await page.click("button[type=submit]")
    await expect(page.locator("h1")).to_contain_text("Đã nhận")

    async with served.database() as db:
        tip = await db.read(tips.load, 1)
    assert tip is not None
    assert tip.source == hall.code
    await context.close()
