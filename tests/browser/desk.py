"""An officer at the console, from his one-time link to the hand-over."""

import time
from pathlib import Path

import pyotp
from playwright.async_api import Locator, Page, expect

SOON_MS = 30_000
LOGIN = "hanh"
PASSWORD = "một câu ngắn dễ nhớ"
NEXT_STEP_S = 30


class Desk:
    """One officer's page of the console."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._secret = ""

    async def enrol(self, link: str) -> None:
        """Use the one-time link up: name, login, password, telephone."""
        await self.page.goto(link)
        spelled = await self.page.locator(".secret code").inner_text()
        self._secret = spelled.replace(" ", "")
        await self._fill(name="Nguyễn Thị Hạnh", login=LOGIN, password=PASSWORD)
        await self._fill(code=pyotp.TOTP(self._secret).now())
        await self.page.get_by_role("button", name="Hoàn tất đăng ký").click()
        await expect(self.page.locator(".top-me")).to_be_visible(timeout=SOON_MS)

    async def name_office(self, name: str) -> None:
        await self.page.goto("/console/settings")
        await self._fill(name=name)
        await self.page.get_by_role("button", name="Lưu").click()
        await expect(self.page.locator(".seen")).to_contain_text(name)

    async def sign_in_again(self) -> None:
        """Sign out and in; the code of this half minute was used for enrolling."""
        await self.page.locator(".top-me summary").click()
        await self.page.get_by_role("button", name="Đăng xuất").click()
        await self._fill(login=LOGIN, password=PASSWORD)
        code = pyotp.TOTP(self._secret).at(int(time.time()) + NEXT_STEP_S)
        await self._fill(code=code)
        await self.page.get_by_role("button", name="Đăng nhập").click()
        await expect(self.page.locator("#queue")).to_be_visible(timeout=SOON_MS)

    async def look_through(self, view: str) -> None:
        await self.page.goto(f"/console/?view={view}")

    async def open_when_it_appears(self, words: str) -> None:
        """Wait at the queue, touching nothing, and open the tip of these words."""
        row = self.page.locator("a.row", has_text=words)
        await expect(row).to_be_visible(timeout=SOON_MS)
        await row.click()
        await expect(self.page.locator(".tip-head")).to_be_visible()

    def field(self, key: str) -> Locator:
        return self.page.locator(f"#field-{key}")

    async def claim(self) -> None:
        await self.page.click("#act-claim")
        await self._says("Đồng chí đang giữ tin này")

    async def correct(self, key: str, value: str, reason: str) -> None:
        field = self.field(key)
        await field.locator("summary").click()
        await field.locator("[name=value]").fill(value)
        await field.locator("[name=reason]").fill(reason)
        await field.get_by_role("button", name="Lưu").click()
        await expect(field.locator(".field-value")).to_have_text(value)

    async def ask(self, question: str) -> None:
        await self._unfold("Hỏi thêm")
        await self.page.fill("#ask-text", question)
        await self.page.get_by_role("button", name="Để lại câu hỏi").click()
        await self._says("Chờ công dân")

    async def note(self, words: str) -> None:
        await self._unfold("Ghi chú")
        await self.page.fill("#note-text", words)
        await self.page.get_by_role("button", name="Lưu ghi chú").click()
        await expect(self.page.locator(".notes")).to_contain_text(words)

    async def decide(self, conclusion: str, reason: str) -> None:
        await self._unfold("Kết luận")
        await self.page.get_by_label(conclusion, exact=True).check()
        await self.page.fill("#reason-decide", reason)
        await self.page.get_by_role("button", name="Lưu kết luận").click()
        await self._says(conclusion)

    async def hand_over(self, folder: Path) -> Path:
        """Download the package."""
        async with self.page.expect_download() as coming:
            await self.page.click("#act-handover")
        package = folder / "package.zip"
        await (await coming.value).save_as(package)
        await self._says("Đã chuyển")
        return package

    async def _says(self, words: str) -> None:
        head = self.page.locator(".tip-head")
        await expect(head).to_contain_text(words, timeout=SOON_MS)

    async def _unfold(self, title: str) -> None:
        await self.page.locator(".actions summary", has_text=title).click()

    async def _fill(self, **fields: str) -> None:
        for name, value in fields.items():
            await self.page.fill(f"[name={name}]", value)
