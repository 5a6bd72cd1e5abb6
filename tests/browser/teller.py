"""A citizen at the chat page, who waits for an answer before he goes on."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.async_api import Locator, Page, expect

SOON_MS = 30_000
CODE = re.compile(r"mã thông tin là (\d{3} \d{3} \d{3})")
SKIP = "Bỏ qua"
SEND = "Đúng rồi"


class Teller:
    """One phone's page of the chat."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.mine: Locator = page.locator(".message-citizen[data-n]")
        self.last: Locator = page.locator("#log > li").last

    async def come_in(self) -> None:
        """Open the campaign's page and go from there to the chat."""
        await self.page.goto("/")
        await self.page.click("main .button-main")
        await self.is_connected()

    async def is_connected(self) -> None:
        line = self.page.locator("#connection")
        await expect(line).to_contain_text("Đã kết nối", timeout=SOON_MS)

    async def say(self, words: str) -> None:
        said = await self.mine.count()
        await self.page.fill("#words", words)
        await self.page.click("#send")
        await self._is_answered(said)

    async def press(self, label: str) -> None:
        said = await self.mine.count()
        await self.page.locator(".answers button", has_text=label).last.click()
        await self._is_answered(said)

    async def show(self, photo: Path) -> None:
        said = await self.mine.count()
        await self.page.click("#attach")
        await self.page.set_input_files("#photos", photo)
        await self._is_answered(said)

    async def record(self) -> None:
        """Speak for two seconds into the microphone, and send it."""
        said = await self.mine.count()
        await self.page.click("#speak")
        line = self.page.locator("#recorder-line")
        await expect(line).to_contain_text("Đang ghi âm 2", timeout=SOON_MS)
        await self.page.click("#recorder-stop")
        await self.page.click("#recorder-send")
        await self._is_answered(said)

    async def pin(self) -> None:
        """Point at where the phone is."""
        said = await self.mine.count()
        await self.page.click("#point")
        await self.page.click("#pin-here")
        await self.page.click("#pin-send")
        await self._is_answered(said)

    async def answer(self, answers: Mapping[str, str]) -> str:
        """Answer what is asked, skip the rest, agree to the facts; return the code."""
        while True:
            lines = await self.told()
            if found := CODE.search("\n".join(line["text"] for line in lines)):
                return found[1]
            asked = lines[-1]["buttons"][0]["key"]
            if asked in answers:
                await self.say(answers[asked])
            else:
                await self.press(SEND if asked == "confirm" else SKIP)

    async def told(self) -> list[dict[str, Any]]:
        """Return what the server holds of this conversation."""
        answer = await self.page.request.get("/chat/messages?after=0")
        lines: list[dict[str, Any]] = await answer.json()
        return lines

    async def private_link(self) -> str:
        await self.page.click("#keep")
        await expect(self.page.locator("#keep-qr svg")).to_be_visible()
        link = await self.page.get_attribute("#keep-url", "href")
        assert link
        return link

    async def _is_answered(self, said: int) -> None:
        await expect(self.mine).to_have_count(said + 1, timeout=SOON_MS)
        bot = re.compile("message-bot")
        await expect(self.last).to_have_class(bot, timeout=SOON_MS)
