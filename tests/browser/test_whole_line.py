"""The whole line: a citizen tells, an officer reads, asks, decides and hands over."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, BrowserContext, ViewportSize, expect

from tests.browser.conftest import PHONE
from tests.browser.desk import Desk
from tests.browser.proof import is_whole, kept
from tests.browser.teller import SOON_MS, Teller
from tests.fixtures.office import Office, office
from tests.fixtures.photos import jpeg

DESK = ViewportSize(width=1366, height=768)
OFFICE = "Ban Chỉ huy Quân sự xã Suối Đá"
MARCH = (
    "Đêm ấy mưa rừng trắng xóa, vắt bám đầy chân, anh em thay nhau khiêng võng, "
    "ai cũng khóc mà không dám khóc to."
)
STORY = (
    "Tôi là Trần Văn Khải, trước ở C3 D7 E66 F304. Tháng 11 năm 1972 anh Nguyễn Đình "
    "Thuận quê Nam Sách, Hải Hưng hy sinh, chúng tôi chôn anh bên bờ suối La La, cách "
    "bến vượt chừng ba chục bước, thuộc xã Triệu Nguyên, huyện Đakrông, Quảng Trị.\n\n"
    + "\n".join([MARCH] * 60)
)
MORE = "À, đầu mộ có cây đa to, chúng tôi khắc ngôi sao lên tảng đá “ở phía núi”."
ANSWERS = {"how_known": "tự tay chôn cất", "teller_phone": "0912 000 101"}
QUESTION = "Cây đa ấy bây giờ còn không ạ?"
STILL_THERE = "Năm ngoái tôi lên, cây vẫn còn, gốc ba người ôm."


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Office]:
    async with office(tmp_path / "office") as running:
        yield running


async def test_what_a_citizen_tells_reaches_the_agency_whole(
    served: Office, browser: Browser, tmp_path: Path
) -> None:
    photo = tmp_path / "bia mộ.jpg"
    photo.write_bytes(jpeg())
    desk = await _desk(served, browser)
    phone = await _phone(served, browser)
    teller = Teller(await phone.new_page())

    link = await _tell(teller, photo)
    await phone.close()
    await desk.open_when_it_appears("Nguyễn Đình Thuận")
    await _is_read_out(desk)
    await desk.claim()
    await desk.correct("martyr_name", "Nguyễn Đình Thuần", "Giấy báo tử ghi vậy")
    await desk.ask(QUESTION)

    await desk.look_through("answered")
    teller = Teller(await (await _phone(served, browser)).new_page())
    await _answer_by_the_private_link(teller, link)
    await desk.open_when_it_appears("Nguyễn Đình Thuần")
    await expect(desk.page.locator(".chip-answered")).to_be_visible()
    await desk.note("Đã gọi, người kể nói rõ ràng.")
    await desk.decide("Đã xác minh", "Khớp với danh sách của đơn vị")
    package = await desk.hand_over(tmp_path)

    is_whole(package, await kept(served), photo.read_bytes(), (STORY, MORE))
    await _survives_a_kill(served, teller)


async def _desk(served: Office, browser: Browser) -> Desk:
    """Return the first administrator, signed in and looking at the queue."""
    context = await browser.new_context(base_url=served.address, viewport=DESK)
    desk = Desk(await context.new_page())
    link = re.search(r"^ADMIN (\S+)$", served.told(), re.MULTILINE)
    assert link
    await desk.enrol(link[1])
    await desk.name_office(OFFICE)
    await desk.sign_in_again()
    return desk


async def _phone(served: Office, browser: Browser) -> BrowserContext:
    return await browser.new_context(
        base_url=served.address,
        viewport=PHONE,
        permissions=["microphone", "geolocation"],
        geolocation={"latitude": 16.6612, "longitude": 107.0385, "accuracy": 30},
    )


async def _tell(teller: Teller, photo: Path) -> str:
    """Tell everything and return the private link."""
    await teller.come_in()
    await teller.say(STORY)
    await teller.press("1. Đồng ý")
    await teller.show(photo)
    await teller.record()
    await teller.pin()
    await teller.say(MORE)
    await teller.press("Kể xong")
    code = await teller.answer(ANSWERS)
    await expect(teller.page.locator("#log")).to_contain_text(code)
    await expect(teller.page.locator("#log")).to_contain_text(OFFICE)
    return await teller.private_link()


async def _is_read_out(desk: Desk) -> None:
    """Each field shows what was read, and the words that it was read from."""
    for key, read, said in (
        ("martyr_name", "Nguyễn Đình Thuận", "Nguyễn Đình Thuận"),
        ("unit", "Trung đoàn 66", "C3 D7 E66 F304"),
        ("place", "xã Triệu Nguyên", "xã Triệu Nguyên, huyện Đakrông, Quảng Trị"),
        ("died", "11/1972", "Tháng 11 năm 1972"),
    ):
        await expect(desk.field(key)).to_contain_text(read)
        marked = desk.page.locator(f'mark[data-keys~="{key}"]')
        assert said in "".join(await marked.all_inner_texts())
    await expect(desk.page.locator(".evidence > li")).to_have_count(2)
    await expect(desk.page.locator(".evidence img")).to_be_visible()


async def _answer_by_the_private_link(teller: Teller, link: str) -> None:
    await teller.page.goto(link)
    asked = teller.page.locator(".message-officer")
    await expect(asked).to_contain_text(QUESTION, timeout=SOON_MS)
    await teller.say(STILL_THERE)


async def _survives_a_kill(served: Office, teller: Teller) -> None:
    before = await teller.told()
    await served.kill(0)
    await served.start(0)
    await served.ready()
    await teller.page.reload()
    rows = teller.page.locator("#log > li[data-n]")
    await expect(rows).to_have_count(len(before), timeout=SOON_MS)
    assert await teller.told() == before
