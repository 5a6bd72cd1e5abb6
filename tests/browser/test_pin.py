"""A pin says how far it may be off: what a finger covers on the map as it is zoomed."""

from typing import Any

from playwright.async_api import Page, expect


async def test_the_closer_the_map_the_better_the_place_is_known(page: Page) -> None:
    await page.goto("/chat")
    await expect(page.locator("#connection")).to_contain_text("Đã kết nối")

    whole = await _tap(page, zooms=0)
    near = await _tap(page, zooms=3)

    assert 20_000 < whole["accuracy"] < 500_000
    # Each step halves it; the place tapped lies a little north or south of the other.
    assert 0.7 < whole["accuracy"] / near["accuracy"] / 8 < 1.4


async def _tap(page: Page, zooms: int) -> dict[str, Any]:
    """Zoom in so often, tap the map, send; return the pin as it was sent."""
    await page.click("#point")
    for _ in range(zooms):
        await page.click("#pin-map .leaflet-control-zoom-in")
        await page.wait_for_timeout(400)  # the map glides
    await page.click("#pin-map", position={"x": 150, "y": 200})
    async with page.expect_request(lambda asked: asked.method == "POST") as sent:
        await page.click("#pin-send")
    pin: dict[str, Any] = ((await sent.value).post_data_json or {})["pin"]
    return pin
