"""The chat on any screen: the last words are seen, and every control can be used."""

from typing import Any

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

SOON_MS = 15_000
TARGET_PX = 44  # WCAG 2.5.5
ENLARGED = ViewportSize(width=180, height=320)  # 200 % on a phone of 360 by 640
SCREENS = (
    ENLARGED,
    ViewportSize(width=320, height=400),
    ViewportSize(width=360, height=640),
    ViewportSize(width=1280, height=800),
)
CONTROLS = ("words", "send", "speak", "attach", "point", "officer")
BOXES = """(ids) => ids.map((id) => {
  const element = document.getElementById(id), box = element.getBoundingClientRect();
  return { id: id, left: box.left, top: box.top, right: box.right, bottom: box.bottom,
    spills: element.scrollWidth > element.clientWidth + 1 };
})"""

on_every_screen = pytest.mark.parametrize(
    "screen", SCREENS, ids=lambda size: f"{size['width']}x{size['height']}"
)


@on_every_screen
async def test_every_control_is_whole_and_large_enough(
    browser: Browser, site: str, screen: ViewportSize
) -> None:
    page = await _open(browser, site, screen)

    boxes = {box["id"]: box for box in await page.evaluate(BOXES, CONTROLS)}

    for box in boxes.values():
        assert box["left"] >= 0, box
        assert box["right"] <= screen["width"], box
        assert min(_width(box), _height(box)) >= TARGET_PX, box
        assert not box["spills"], box
    tools = [boxes[name] for name in ("speak", "attach", "point")]
    assert len({tool["top"] for tool in tools}) == 1
    assert _width(boxes["words"]) >= 0.55 * min(screen["width"], 740)
    assert (
        await page.evaluate("document.documentElement.scrollWidth") <= (screen["width"])
    )


@on_every_screen
async def test_the_answer_is_seen_and_then_the_next_one(
    browser: Browser, site: str, screen: ViewportSize
) -> None:
    page = await _open(browser, site, screen)
    await page.fill("#words", "Tôi biết một ngôi mộ liệt sĩ gần suối.")
    await page.click("#send")

    last = page.locator(".message-bot").last
    await expect(last).to_be_in_viewport(timeout=SOON_MS)
    await last.locator(".answers button").first.click()

    invited = page.locator(".message-bot .bubble", has_text="Nhớ thêm gì")
    await expect(invited).to_be_in_viewport(ratio=0.5, timeout=SOON_MS)


async def test_enlarged_twice_the_composer_lies_below_itself(
    browser: Browser, site: str
) -> None:
    page = await _open(browser, site, ENLARGED)

    words, send = await page.evaluate(BOXES, ["words", "send"])

    assert send["top"] >= words["bottom"]
    assert _width(send) == _width(words)


@on_every_screen
async def test_a_person_is_one_tap_away(
    browser: Browser, site: str, screen: ViewportSize
) -> None:
    page = await _open(browser, site, screen)

    await page.dblclick("#officer")

    await expect(page.locator(".message-citizen[data-n]")).to_have_count(1)
    await expect(page.locator(".message-citizen .bubble")).to_have_text("Gặp cán bộ")
    answered = page.locator(".message-bot .bubble")
    await expect(answered.first).to_contain_text("cán bộ", timeout=SOON_MS)


def _width(box: dict[str, Any]) -> float:
    return float(box["right"] - box["left"])


def _height(box: dict[str, Any]) -> float:
    return float(box["bottom"] - box["top"])


async def _open(browser: Browser, site: str, screen: ViewportSize) -> Page:
    context = await browser.new_context(base_url=site, viewport=screen)
    page = await context.new_page()
    await page.goto("/chat")
    await expect(page.locator("#connection")).to_contain_text("Đã kết nối")
    return page
