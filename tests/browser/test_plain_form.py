"""The plain form, for browsers without scripts: sent twice, it is one tip."""

import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from storage import tips
from tests.fixtures.office import Office, office
from tests.fixtures.photos import jpeg

STORY = "Có một ngôi mộ sau đình làng,\ncạnh cây gạo."


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Office]:
    async with office(tmp_path / "office") as running:
        yield running


async def test_a_form_sent_twice_is_one_tip_with_both_photos(
    served: Office, browser: Browser, tmp_path: Path
) -> None:
    photos = [tmp_path / "mộ 1.jpg", tmp_path / "mộ 2.jpg"]
    for photo in photos:
        photo.write_bytes(jpeg())
    context = await browser.new_context(
        base_url=served.address, java_script_enabled=False
    )
    page = await context.new_page()
    await page.goto("/chat/plain")
    token = await page.get_attribute("[name=token]", "value")
    for _ in range(2):
        await page.goto("/chat/plain")
        await page.evaluate(
            "token => document.querySelector('[name=token]').value = token", token
        )
        await page.fill("#story", STORY)
        await page.set_input_files("#photos", photos)
        await page.check("#consent")
        await page.click("button[type=submit]")
        await expect(page.locator("h1")).to_contain_text("Đã nhận")

    async with served.database() as db:
        tip, second = await db.read(tips.load, 1), await db.read(tips.load, 2)

    assert tip is not None
    assert second is None
    assert tip.story == STORY
    assert {file.sha256 for file in tip.media} == {
        hashlib.sha256(photo.read_bytes()).hexdigest() for photo in photos
    }
    assert len(tip.media) == 2
