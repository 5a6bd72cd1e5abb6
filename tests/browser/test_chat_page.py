"""The chat as a citizen meets it on a phone, with bad networks and closed pages."""

from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Page, expect

from tests.browser.chat_page import (
    SOON_MS,
    failing_twice,
    messages_of,
    open_chat,
    say,
    texts_of,
)
from tests.browser.conftest import PHONE


async def test_a_story_is_answered_and_there_after_a_reload(page: Page) -> None:
    await open_chat(page)

    await say(page, "Tôi biết một ngôi mộ gần suối.\nCó ba người nằm đó.")

    await expect(page.locator(".message-bot").last).to_be_visible(timeout=SOON_MS)
    await page.reload()
    told = page.locator(".message-citizen .bubble")
    await expect(told).to_have_count(1)
    assert await told.inner_text() == (
        "Tôi biết một ngôi mộ gần suối.\nCó ba người nằm đó."
    )


async def test_what_was_typed_and_not_sent_survives_a_reload(page: Page) -> None:
    await open_chat(page)
    await page.fill("#words", "Năm ấy mùa mưa")

    await page.reload()

    await expect(page.locator("#words")).to_have_value("Năm ấy mùa mưa")


async def test_words_sent_into_a_failing_server_arrive_once_in_order(
    page: Page,
) -> None:
    await open_chat(page)
    await failing_twice(page, "**/chat/messages", "POST")

    await say(page, "Câu thứ nhất")
    await say(page, "Câu thứ hai")
    await expect(page.locator("#connection")).to_contain_text("Mất mạng")
    await page.reload()

    told = page.locator(".message-citizen .bubble")
    await expect(page.locator(".message-citizen[data-n]")).to_have_count(
        2, timeout=SOON_MS
    )
    assert await told.all_inner_texts() == ["Câu thứ nhất", "Câu thứ hai"]
    assert await texts_of(page) == ["Câu thứ nhất", "Câu thứ hai"]


async def test_words_typed_without_a_network_go_out_when_it_is_back(
    page: Page, phone: BrowserContext
) -> None:
    await open_chat(page)
    await phone.set_offline(True)
    await say(page, "Nói trong lúc mất mạng")
    await expect(page.locator(".message-state")).to_contain_text("tự gửi lại")

    await phone.set_offline(False)

    await expect(page.locator(".message-citizen[data-n]")).to_have_count(
        1, timeout=SOON_MS
    )
    assert await texts_of(page) == ["Nói trong lúc mất mạng"]


async def test_a_button_tapped_twice_counts_once(page: Page) -> None:
    await open_chat(page)
    await say(page, "Xin chào")
    button = page.locator(".answers button").first
    await expect(button).to_be_visible(timeout=SOON_MS)
    before = len(await texts_of(page))

    await button.dblclick()

    await expect(page.locator(".message-citizen[data-n]")).to_have_count(before + 1)
    assert len(await texts_of(page)) == before + 1
    await page.reload()
    pressed = page.locator(".message-citizen").last
    await expect(pressed.locator(".bubble")).not_to_be_empty()
    await expect(pressed.locator("button")).to_have_count(0)


async def test_a_pin_goes_where_the_phone_is_or_where_the_map_is_touched(
    page: Page,
) -> None:
    await open_chat(page)
    await page.click("#point")
    for name in ("Quần đảo Hoàng Sa (Việt Nam)", "Quần đảo Trường Sa (Việt Nam)"):
        await expect(page.get_by_text(name)).to_be_visible()

    await page.click("#pin-map", position={"x": 150, "y": 200})
    await expect(page.locator("#pin-line")).to_contain_text("Đã cắm ghim")
    await page.click("#pin-here")
    await expect(page.locator("#pin-line")).to_contain_text("16,75")
    await page.click("#pin-send")

    await expect(page.locator(".message-citizen[data-n]")).to_contain_text("16.75")
    pins = [told["pin"] for told in await messages_of(page) if told.get("pin")]
    assert [(pin["lat"], pin["lon"]) for pin in pins] == [(16.75, 107.19)]


async def test_the_private_link_opens_the_conversation_on_another_phone(
    page: Page, browser: Browser, site: str
) -> None:
    await open_chat(page)
    await say(page, "Kể dở trên máy này")
    await expect(page.locator(".message-citizen[data-n]")).to_have_count(1)
    await page.click("#keep")
    await expect(page.locator("#keep-qr svg")).to_be_visible()
    link = await page.get_attribute("#keep-url", "href")
    assert link is not None

    other = await browser.new_context(base_url=site, viewport=PHONE)
    elsewhere = await other.new_page()
    await elsewhere.goto(link)

    await expect(elsewhere.locator("#log")).to_contain_text("Kể dở trên máy này")
    assert "#" not in elsewhere.url
    await other.close()


async def test_a_link_that_is_not_ours_gets_one_clear_sentence(page: Page) -> None:
    await page.goto("/chat#k=khong-phai-cua-minh")

    await expect(page.locator("#trouble")).not_to_be_empty()
    await expect(page.locator("#words")).to_be_visible()


async def test_without_scripts_a_plain_form_takes_story_and_photos(
    browser: Browser, site: str, tmp_path: Path
) -> None:
    context = await browser.new_context(
        base_url=site, viewport=PHONE, java_script_enabled=False
    )
    page = await context.new_page()
    await page.goto("/chat")
    await expect(page.locator("#words")).to_be_hidden()
    photo = tmp_path / "mo.png"
    await page.screenshot(path=photo)

    await page.click("noscript a")
    assert not await page.is_checked("#consent")
    await page.fill("#story", "Có một ngôi mộ sau đình làng.")
    await page.set_input_files("#photos", photo)
    await page.check("#consent")
    await page.click("button[type=submit]")

    await expect(page.locator("h1")).to_contain_text("Đã nhận")
    told = await page.request.get("/chat/messages?after=0")
    assert "sau đình làng" in await told.text()
    await page.click("text=Lấy đường dẫn riêng")
    await expect(page.locator(".qr svg")).to_be_visible()
    await context.close()
