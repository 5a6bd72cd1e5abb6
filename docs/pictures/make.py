"""The pictures of the README, drawn from invented tips; run by hand.

.venv/bin/python -m docs.pictures.make      (pdftoppm comes with poppler-utils)
"""

import asyncio
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, async_playwright

from bot.demo.stories import STORIES
from tests.browser.desk import Desk
from tests.browser.teller import Teller
from tests.fixtures.browser import FLAGS
from tests.fixtures.office import Office, office

HERE = Path(__file__).parent
DESK = {"width": 1366, "height": 768}
PHONE = {"width": 400, "height": 1080}
COLOURS = 128


async def main(folder: Path) -> None:
    async with office(folder) as served, async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=list(FLAGS)
        )
        await _chat(served, browser)
        await _console(served, browser, folder)
        await browser.close()


def fill(folder: Path) -> None:
    """Tell the invented stories."""
    command = (sys.executable, "-m", "bot", "demo")
    environ = Office(folder).environ()
    subprocess.run(command, env=environ, check=True)  # noqa: S603 - our own program


async def _chat(served: Office, browser: Browser) -> None:
    context = await browser.new_context(base_url=served.address, viewport=PHONE)
    teller = Teller(await context.new_page())
    await teller.come_in()
    await teller.say(str(STORIES[0][0]))
    await teller.press("1. Đồng ý")
    await teller.page.screenshot(path=HERE / "chat.png")


async def _console(served: Office, browser: Browser, folder: Path) -> None:
    context = await browser.new_context(base_url=served.address, viewport=DESK)
    desk = Desk(await context.new_page())
    await desk.enrol(served.told().partition("ADMIN ")[2].split()[0])
    await desk.look_through("all")
    await desk.page.screenshot(path=HERE / "queue.png")
    await desk.open_when_it_appears("Nguyễn Đình Thuận")
    await desk.claim()
    await desk.page.locator(".evidence img").scroll_into_view_if_needed()
    await desk.page.wait_for_load_state("networkidle")
    await desk.page.screenshot(path=HERE / "tip.png")
    await desk.decide("Đã xác minh", "Khớp với danh sách của đơn vị")
    _first_page(await desk.hand_over(folder), folder)


def _first_page(package: Path, folder: Path) -> None:
    paper = "phieu-thong-tin.pdf"
    unpack = ["unzip", "-q", "-o", package, paper, "-d", folder]
    subprocess.run(unpack, check=True)  # noqa: S603 - a fixed command
    draw: list[str | Path] = ["pdftoppm", "-png", "-r", "70", "-singlefile"]
    draw += [folder / paper, HERE / "phieu"]
    subprocess.run(draw, check=True)  # noqa: S603 - a fixed command


def _lighten() -> None:
    """Keep as many colours as such pictures need."""
    for picture in HERE.glob("*.png"):
        with Image.open(picture) as drawn:
            fewer = drawn.convert("RGB").quantize(COLOURS)
        fewer.save(picture, optimize=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        fill(Path(made))
        asyncio.run(main(Path(made)))
    _lighten()
