"""What a test does on the chat's page, and asks of the server behind it."""

from typing import Any

from playwright.async_api import Page, Route, expect

SOON_MS = 15_000


async def messages_of(page: Page) -> list[dict[str, Any]]:
    """What the server holds of this conversation."""
    answer = await page.request.get("/chat/messages?after=0")
    messages: list[dict[str, Any]] = await answer.json()
    return messages


async def texts_of(page: Page) -> list[str]:
    return [
        told["text"] for told in await messages_of(page) if told["from"] == "citizen"
    ]


async def media_of(page: Page) -> list[dict[str, Any]]:
    return [told["media"] for told in await messages_of(page) if told.get("media")]


async def say(page: Page, words: str) -> None:
    await page.fill("#words", words)
    await page.click("#send")


async def open_chat(page: Page) -> None:
    await page.goto("/chat")
    await expect(page.locator("#connection")).to_contain_text("Đã kết nối")


async def failing_twice(page: Page, pattern: str, method: str) -> None:
    left = [503, 503]

    async def answer(route: Route) -> None:
        if route.request.method == method and left:
            await route.fulfill(status=left.pop(), body="")
        else:
            await route.fallback()

    await page.route(pattern, answer)
