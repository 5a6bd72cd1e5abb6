"""Every page of citizens can be read by old eyes on a small or enlarged screen."""

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

PATHS = (
    "/",
    "/chat",
    "/chat/plain",
    "/quyen-rieng-tu",
    "/tra-cuu",
    "/q/1234567",
    "/khong-co-trang-nay",
)

# 320 by 400 CSS pixels are what a window of 640 by 800 leaves at 200 % zoom.
ZOOMED = ViewportSize(width=320, height=400)

SMALL_TARGETS = """
() => [...document.querySelectorAll('button, .button, .foot a, textarea')]
  .filter(one => one.offsetParent && one.getBoundingClientRect().height < 47.5)
  .map(one => one.outerHTML)
"""
SMALL_LETTERS = """
() => [...document.querySelectorAll('main *, .dock *, .masthead *')]
  .filter(one => one.offsetParent && one.innerText && !one.closest('.unseen'))
  .filter(one => parseFloat(getComputedStyle(one).fontSize) < 16)
  .map(one => one.outerHTML)
"""


@pytest.mark.parametrize("path", PATHS)
async def test_a_page_fits_when_enlarged_twice(
    browser: Browser, site: str, path: str
) -> None:
    context = await browser.new_context(base_url=site, viewport=ZOOMED)
    page = await context.new_page()

    await page.goto(path)

    width = await page.evaluate("document.documentElement.scrollWidth")
    assert width <= ZOOMED["width"]
    await context.close()


@pytest.mark.parametrize("path", PATHS)
async def test_letters_and_targets_are_large(page: Page, path: str) -> None:
    await page.goto(path)

    assert await page.evaluate(SMALL_LETTERS) == []
    assert await page.evaluate(SMALL_TARGETS) == []


async def test_the_campaign_page_leads_to_the_chat(page: Page) -> None:
    await page.goto("/")
    await expect(page.locator("h1")).to_contain_text("danh tính hài cốt liệt sĩ")
    for words in ("Xin đừng tự đào bới", "bom mìn", "ngoại cảm"):
        await expect(page.locator("main")).to_contain_text(words)

    await page.click("main .button-main")

    await expect(page.locator("#words")).to_be_visible()


async def test_the_chat_can_be_used_with_the_keyboard_alone(page: Page) -> None:
    await page.goto("/chat")
    await page.focus("#attach")

    await page.keyboard.press("Enter")
    await expect(page.locator("#camera")).to_be_focused()
    await page.keyboard.press("Shift+Tab")
    await expect(page.locator("#attach-dialog [data-close]")).to_be_focused()
    await page.keyboard.press("Escape")

    await expect(page.locator("#attach")).to_be_focused()
