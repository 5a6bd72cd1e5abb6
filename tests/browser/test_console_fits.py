"""The console can be read on a small or enlarged screen: nothing scrolls sideways."""

import re
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, ViewportSize

from tests.browser.desk import Desk
from tests.fixtures.office import Office, office

ZOOMED = ViewportSize(width=320, height=400)


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Office]:
    """An office with the invented tips."""
    folder = tmp_path / "office"
    command = (sys.executable, "-m", "bot", "demo")
    subprocess.run(command, env=Office(folder).environ(), check=True)  # noqa: ASYNC221 - nothing else runs yet
    async with office(folder) as running:
        yield running


async def test_pages_fit_when_enlarged_twice(served: Office, browser: Browser) -> None:
    context = await browser.new_context(base_url=served.address, viewport=ZOOMED)
    desk = Desk(await context.new_page())
    link = re.search(r"^ADMIN (\S+)$", served.told(), re.MULTILINE)
    assert link
    await desk.enrol(link[1])

    for path in ("/console/?view=all", "/console/tips/1", "/console/placements"):
        await desk.page.goto(path)
        width = await desk.page.evaluate("document.documentElement.scrollWidth")
        assert width <= ZOOMED["width"], path
