"""The console can be read on any screen: nothing scrolls sideways, or into nothing."""

import re
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession
from playwright.async_api import Browser, ViewportSize, expect

from tests.browser.desk import Desk
from tests.fixtures.chatting import Line, Teller
from tests.fixtures.office import Office, office

ZOOMED = ViewportSize(width=320, height=400)
DESK = ViewportSize(width=1280, height=800)
HEIGHTS = """({
  page: document.documentElement.scrollHeight,
  talk: document.querySelector(".tip-talk").scrollHeight,
})"""


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Office]:
    """An office with the invented tips."""
    folder = tmp_path / "office"
    command = (sys.executable, "-m", "bot", "demo")
    subprocess.run(command, env=Office(folder).environ(), check=True)  # noqa: ASYNC221 - nothing else runs yet
    async with office(folder) as running:
        yield running


async def test_pages_fit_when_enlarged_twice(served: Office, browser: Browser) -> None:
    desk = await at_desk(served, browser, ZOOMED)

    for path in ("/console/?view=all", "/console/tips/1", "/console/placements"):
        await desk.page.goto(path)
        width = await desk.page.evaluate("document.documentElement.scrollWidth")
        assert width <= ZOOMED["width"], path


async def test_a_long_talk_scrolls_in_its_pane_and_never_the_page(
    served: Office, browser: Browser
) -> None:
    await talk_long(served.address)
    desk = await at_desk(served, browser, DESK)
    await desk.page.goto("/console/?view=all&q=b%E1%BA%BFn+%C4%91%C3%B2+th%E1%BB%A9")
    await desk.page.locator("a.row").first.click()

    await desk.claim()

    heights = await desk.page.evaluate(HEIGHTS)
    assert heights["page"] <= DESK["height"]
    assert heights["talk"] > 3 * DESK["height"]
    await desk.page.mouse.wheel(0, 5000)
    await expect(desk.page.locator(".tip-head")).to_be_in_viewport()
    await expect(desk.page.locator(".actions")).to_be_in_viewport()


async def at_desk(served: Office, browser: Browser, viewport: ViewportSize) -> Desk:
    """Return the first administrator's page of the console."""
    context = await browser.new_context(base_url=served.address, viewport=viewport)
    desk = Desk(await context.new_page())
    link = re.search(r"^ADMIN (\S+)$", served.told(), re.MULTILINE)
    assert link
    await desk.enrol(link[1])
    return desk


async def talk_long(address: str) -> None:
    """Tell a story in forty messages, and press a button at its beginning and end."""
    async with ClientSession(address) as http:
        teller = Teller(http)
        for _ in range(2):
            asked = await teller.tell(text="Tôi xin kể về bến đò")
        await press(teller, asked)
        for n in range(40):
            asked = await teller.tell(text=f"Bến đò thứ {n}, ai cũng biết. " * 8)
        for _ in range(4):
            asked = await press(teller, asked)


async def press(teller: Teller, asked: list[Line]) -> list[Line]:
    """Press the first button that is offered."""
    button = asked[-1]["buttons"][0]
    pressed = {"key": button["key"], "value": button["value"]}
    return await teller.tell(button=pressed)
