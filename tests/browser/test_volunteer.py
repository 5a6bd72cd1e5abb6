"""A volunteer from his invitation to the officer's page, on a telephone of 360 pixels."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from tests.browser.chat_page import SOON_MS, say
from tests.browser.conftest import PHONE
from tests.browser.desk import Desk
from tests.fixtures.office import Office, office
from tests.fixtures.photos import jpeg

DESK = ViewportSize(width=1366, height=768)
STORY = "Đồng chí Nguyễn Đình Thuận hy sinh tháng 11 năm 1972, chôn bên suối La La."
SPILLS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Office]:
    async with office(tmp_path / "office") as running:
        yield running


async def test_a_volunteer_brings_a_diary_and_a_consent_to_the_officer(
    served: Office, browser: Browser, tmp_path: Path
) -> None:
    desk = await _desk(served, browser)
    page = await _telephone(served, browser)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))

    await page.goto(await _invited(desk.page))
    await expect(page.locator("h1")).to_have_text("Chào Phạm Thị Lan")
    await _fits(page, tmp_path / "list.png")
    card = await _card(page, tmp_path)
    await _begin(page, "Lê Văn Thí")
    await _fits(page, tmp_path / "consent.png")
    await _consent_aloud(page)
    await _show_pages(page, tmp_path)
    await say(page, STORY)
    await expect(page.locator("#log")).to_contain_text("La La")
    await _fits(page, tmp_path / "interview.png")
    await _guide(page, tmp_path)
    for _ in range(3):
        await say(page, "xong")
        await expect(page.locator(".message-state")).to_have_count(0, timeout=SOON_MS)
    await _another_stands_apart(page)

    await desk.open_when_it_appears("Nguyễn Đình Thuận")
    await _is_told(desk.page, tmp_path)
    await _family_is_warned_once_it_is_withdrawn(desk.page, page, card, tmp_path)
    assert faults == []


async def _desk(served: Office, browser: Browser) -> Desk:
    context = await browser.new_context(base_url=served.address, viewport=DESK)
    desk = Desk(await context.new_page())
    link = re.search(r"^ADMIN (\S+)$", served.told(), re.MULTILINE)
    assert link
    await desk.enrol(link[1])
    await desk.name_office("Ban Chỉ huy Quân sự xã Suối Đá")
    await desk.page.goto("/console/")
    return desk


async def _telephone(served: Office, browser: Browser) -> Page:
    context = await browser.new_context(
        base_url=served.address,
        viewport=PHONE,
        has_touch=True,
        is_mobile=True,
        permissions=["microphone"],
    )
    return await context.new_page()


async def _invited(page: Page) -> str:
    """Invite a volunteer in the console; return his link."""
    await page.goto("/console/volunteers")
    await page.fill("#name", "Phạm Thị Lan")
    await page.fill("#unit", "Đoàn xã Suối Đá")
    await page.fill("#area", "xã Suối Đá")
    await page.get_by_role("button", name="Mời và tạo liên kết").click()
    link = await page.locator("code.link").inner_text()
    await page.goto("/console/")
    return link


async def _card(page: Page, pictures: Path) -> str:
    """Look at the card, and at what its code leads to; return that address."""
    await page.get_by_role("link", name="Thẻ của tôi").click()
    await expect(page.locator(".badge")).to_contain_text("Đoàn xã Suối Đá")
    await _fits(page, pictures / "card.png")
    address = await page.locator(".badge .url").inner_text()
    await page.goto(address)
    await expect(page.locator(".verdict-good")).to_contain_text("Phạm Thị Lan")
    await _fits(page, pictures / "genuine.png")
    return address


async def _begin(page: Page, narrator: str) -> None:
    await page.goto("/tinh-nguyen")
    await page.fill("#narrator", narrator)
    await page.get_by_role("button", name="Bắt đầu").click()
    await expect(page.locator(".aloud")).to_contain_text("Bác có đồng ý không ạ?")


async def _consent_aloud(page: Page) -> None:
    await page.click("#recorder-start")
    await expect(page.locator("#recorder-line")).to_contain_text("1 giây")
    await page.click("#recorder-stop")
    await page.click("#recorder-send")
    await expect(page.locator("#log")).to_contain_text("cảm ơn", timeout=SOON_MS)


async def _show_pages(page: Page, pictures: Path) -> None:
    """Send two pages of a diary; they count themselves."""
    photos = [pictures / f"trang-{number}.jpg" for number in (1, 2)]
    for number, photo in enumerate(photos):
        photo.write_bytes(jpeg() + bytes([number]))
    await page.click("#attach")
    await page.fill("#label-item", "nhật ký")
    await page.fill("#label-page", "1")
    await page.fill("#label-pages", "80")
    await _fits(page, pictures / "label.png")
    box, label = page.locator("#attach-dialog .dialog-box"), page.locator(".label")
    outer, inner = await box.bounding_box(), await label.bounding_box()
    assert outer
    assert inner
    assert inner["x"] + inner["width"] <= outer["x"] + outer["width"]
    await page.set_input_files("#photos", photos)
    log = page.locator("#log")
    await expect(log).to_contain_text("nhật ký, trang 2/80", timeout=SOON_MS)
    await expect(page.locator("#label-page")).to_have_value("3")


async def _guide(page: Page, pictures: Path) -> None:
    await page.get_by_text("Gợi ý hỏi").click()
    await page.locator(".guide-box summary").first.click()
    await expect(page.locator(".guide-box li").first).to_be_visible()
    await _fits(page, pictures / "guide.png")
    await page.get_by_text("Gợi ý hỏi").click()


async def _another_stands_apart(page: Page) -> None:
    await _begin(page, "Bà Sáu")
    await page.click("#agreed")
    await expect(page.get_by_text("Gợi ý hỏi")).to_be_visible()
    await expect(page.locator("#log")).to_contain_text("cảm ơn", timeout=SOON_MS)
    await expect(page.locator("#log")).not_to_contain_text("La La")
    await page.goto("/tinh-nguyen")
    await expect(page.locator(".interviews > li")).to_have_count(2)
    await expect(page.locator(".interviews")).to_contain_text("2 tệp")


async def _is_told(page: Page, pictures: Path) -> None:
    """The officer sees who wrote it down, what each photo is, and hears the consent."""
    await expect(page.locator(".tip-collector")).to_contain_text(
        "Phạm Thị Lan, Đoàn xã Suối Đá"
    )
    side = page.locator(".tip-side")
    await expect(side).to_contain_text("nhật ký, trang 1/80")
    await expect(side).to_contain_text("bằng lời nói, có ghi âm")
    await expect(side.locator("audio")).to_have_count(1)
    await page.screenshot(path=pictures / "officer.png", full_page=True)


async def _family_is_warned_once_it_is_withdrawn(
    desk: Page, phone: Page, card: str, pictures: Path
) -> None:
    await desk.goto("/console/volunteers")
    await desk.get_by_text("Thu hồi thẻ").click()
    await desk.fill("[name=reason]", "nghỉ công tác Đoàn")
    await desk.get_by_role("button", name="Thu hồi", exact=True).click()
    await expect(desk.locator(".cards")).to_contain_text("Đã thu hồi")
    await desk.screenshot(path=pictures / "console.png", full_page=True)
    await phone.reload()
    await expect(phone.locator("h1")).to_contain_text("đã ngừng")
    await phone.goto(card)
    await expect(phone.locator(".verdict-bad")).to_contain_text("đã bị thu hồi")
    await _fits(phone, pictures / "withdrawn.png")


async def _fits(page: Page, picture: Path) -> None:
    """Nothing is wider than the telephone; a picture is kept to be looked at."""
    await page.screenshot(path=picture)
    assert not await page.evaluate(SPILLS), picture.name
