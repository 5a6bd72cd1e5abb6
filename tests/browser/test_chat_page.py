"""The chat as a citizen meets it on a phone, with bad networks and closed pages."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conftest import PHONE

MIB = 1024 * 1024
SOON_MS = 15_000


async def _told(page: Page) -> list[dict[str, Any]]:
    """What the server holds of this conversation."""
    answer = await page.request.get("/chat/messages?after=0")
    messages: list[dict[str, Any]] = await answer.json()
    return messages


async def _texts(page: Page) -> list[str]:
    return [told["text"] for told in await _told(page) if told["from"] == "citizen"]


async def _media(page: Page) -> list[dict[str, Any]]:
    return [told["media"] for told in await _told(page) if told.get("media")]


async def _say(page: Page, words: str) -> None:
    await page.fill("#words", words)
    await page.click("#send")


async def _open_chat(page: Page) -> None:
    await page.goto("/chat")
    await expect(page.locator("#connection")).to_contain_text("Đã kết nối")


async def _failing_twice(page: Page, pattern: str, method: str) -> None:
    left = [503, 503]

    async def answer(route: Route) -> None:
        if route.request.method == method and left:
            await route.fulfill(status=left.pop(), body="")
        else:
            await route.fallback()

    await page.route(pattern, answer)


async def test_a_story_is_answered_and_there_after_a_reload(page: Page) -> None:
    await _open_chat(page)

    await _say(page, "Tôi biết một ngôi mộ gần suối.\nCó ba người nằm đó.")

    await expect(page.locator(".message-bot").last).to_be_visible(timeout=SOON_MS)
    await page.reload()
    told = page.locator(".message-citizen .bubble")
    await expect(told).to_have_count(1)
    assert await told.inner_text() == (
        "Tôi biết một ngôi mộ gần suối.\nCó ba người nằm đó."
    )


async def test_what_was_typed_and_not_sent_survives_a_reload(page: Page) -> None:
    await _open_chat(page)
    await page.fill("#words", "Năm ấy mùa mưa")

    await page.reload()

    await expect(page.locator("#words")).to_have_value("Năm ấy mùa mưa")


async def test_words_sent_into_a_failing_server_arrive_once_in_order(
    page: Page,
) -> None:
    await _open_chat(page)
    await _failing_twice(page, "**/chat/messages", "POST")

    await _say(page, "Câu thứ nhất")
    await _say(page, "Câu thứ hai")
    await expect(page.locator("#connection")).to_contain_text("Mất mạng")
    await page.reload()

    told = page.locator(".message-citizen .bubble")
    await expect(page.locator(".message-citizen[data-n]")).to_have_count(
        2, timeout=SOON_MS
    )
    assert await told.all_inner_texts() == ["Câu thứ nhất", "Câu thứ hai"]
    assert await _texts(page) == ["Câu thứ nhất", "Câu thứ hai"]


async def test_words_typed_without_a_network_go_out_when_it_is_back(
    page: Page, phone: BrowserContext
) -> None:
    await _open_chat(page)
    await phone.set_offline(True)
    await _say(page, "Nói trong lúc mất mạng")
    await expect(page.locator(".message-state")).to_contain_text("tự gửi lại")

    await phone.set_offline(False)

    await expect(page.locator(".message-citizen[data-n]")).to_have_count(
        1, timeout=SOON_MS
    )
    assert await _texts(page) == ["Nói trong lúc mất mạng"]


async def test_a_button_tapped_twice_counts_once(page: Page) -> None:
    await _open_chat(page)
    await _say(page, "Xin chào")
    button = page.locator(".answers button").first
    await expect(button).to_be_visible(timeout=SOON_MS)
    before = len(await _texts(page))

    await button.dblclick()

    await expect(page.locator(".message-citizen[data-n]")).to_have_count(before + 1)
    assert len(await _texts(page)) == before + 1
    await page.reload()
    pressed = page.locator(".message-citizen").last
    await expect(pressed.locator(".bubble")).not_to_be_empty()
    await expect(pressed.locator("button")).to_have_count(0)


async def test_a_file_cut_off_by_failures_and_a_reload_arrives_whole(
    page: Page, tmp_path: Path
) -> None:
    film = tmp_path / "phim.mp4"
    film.write_bytes(bytes(range(256)) * (3 * MIB // 256) + b"tail")
    await _open_chat(page)
    await _failing_twice(page, "**/chat/uploads/*", "PATCH")

    await page.set_input_files("#files", film)
    await expect(page.locator(".transfer-state")).to_contain_text("tự gửi tiếp")
    await page.reload()

    await expect(page.locator("#log")).to_contain_text("phim.mp4", timeout=SOON_MS)
    await expect(page.locator(".transfer")).to_have_count(0)
    assert [(media["name"], media["bytes"]) for media in await _media(page)] == [
        ("phim.mp4", film.stat().st_size)
    ]


async def test_several_photos_arrive_byte_for_byte(page: Page, tmp_path: Path) -> None:
    await _open_chat(page)
    photos = [tmp_path / "mo-1.png", tmp_path / "mo-2.png"]
    for photo in photos:
        await page.screenshot(path=photo)
        await page.fill("#words", photo.name)

    await page.set_input_files("#photos", photos)

    await expect(page.locator(".message-citizen img")).to_have_count(2, timeout=SOON_MS)
    kept = [await page.request.get(media["url"]) for media in await _media(page)]
    assert sorted(
        [hashlib.sha256(await answer.body()).digest() for answer in kept]
    ) == (sorted(hashlib.sha256(photo.read_bytes()).digest() for photo in photos))


async def test_a_file_is_given_back_to_its_own_conversation_only(
    page: Page, browser: Browser, site: str, tmp_path: Path
) -> None:
    paper = tmp_path / "giay.txt"
    paper.write_text("lời kể chép tay", encoding="utf-8")
    await _open_chat(page)
    await page.set_input_files("#files", paper)
    await expect(page.locator("#log")).to_contain_text("giay.txt", timeout=SOON_MS)
    url = (await _media(page))[0]["url"]

    stranger = await browser.new_context(base_url=site)
    answers = [await page.request.get(url), await stranger.request.get(url)]

    assert [answer.status for answer in answers] == [200, 404]
    await stranger.close()


@pytest.mark.parametrize(
    ("size", "sentence"), [(0, "trống"), (4 * 1024 * MIB + 1, "lớn hơn 4 GB")]
)
async def test_a_file_that_cannot_be_sent_gets_one_clear_sentence(
    page: Page, tmp_path: Path, size: int, sentence: str
) -> None:
    film = tmp_path / "phim.mp4"
    with film.open("wb") as sparse:
        sparse.truncate(size)
    await _open_chat(page)

    await page.set_input_files("#files", film)

    await expect(page.locator(".transfer-refused")).to_contain_text(sentence)
    assert await _media(page) == []


async def test_a_recording_is_kept_when_the_page_closes_in_the_middle(
    page: Page,
) -> None:
    await _open_chat(page)
    await page.click("#speak")
    await expect(page.locator("#recorder-line")).to_contain_text("Đang ghi âm 4")

    await page.reload()

    await expect(page.locator(".message-citizen")).to_contain_text(
        "Ghi âm", timeout=SOON_MS
    )
    assert [media["kind"] for media in await _media(page)] == ["voice"]


async def test_a_recording_can_be_heard_before_it_is_sent(page: Page) -> None:
    await _open_chat(page)
    await page.click("#speak")
    await expect(page.locator("#recorder-line")).to_contain_text("Đang ghi âm 1")
    await page.click("#recorder-stop")
    await expect(page.locator("#recorder-player")).to_be_visible()
    assert await _media(page) == []

    await page.click("#recorder-send")

    await expect(page.locator(".message-citizen audio")).to_be_visible(timeout=SOON_MS)
    assert [media["kind"] for media in await _media(page)] == ["voice"]


async def test_without_a_microphone_a_sound_file_is_asked_for(page: Page) -> None:
    await page.add_init_script("delete window.MediaRecorder")
    await _open_chat(page)

    await page.click("#speak")

    await expect(page.locator("#voice-dialog")).to_be_visible()
    await expect(page.locator("#voice-file")).to_be_focused()


async def test_a_pin_goes_where_the_phone_is_or_where_the_map_is_touched(
    page: Page,
) -> None:
    await _open_chat(page)
    await page.click("#point")
    for name in ("Quần đảo Hoàng Sa (Việt Nam)", "Quần đảo Trường Sa (Việt Nam)"):
        await expect(page.get_by_text(name)).to_be_visible()

    await page.click("#pin-map", position={"x": 150, "y": 200})
    await expect(page.locator("#pin-line")).to_contain_text("Đã cắm ghim")
    await page.click("#pin-here")
    await expect(page.locator("#pin-line")).to_contain_text("16,75")
    await page.click("#pin-send")

    await expect(page.locator(".message-citizen")).to_contain_text("16.75")
    pins = [told["pin"] for told in await _told(page) if told.get("pin")]
    assert [(pin["lat"], pin["lon"]) for pin in pins] == [(16.75, 107.19)]


async def test_the_private_link_opens_the_conversation_on_another_phone(
    page: Page, browser: Browser, site: str
) -> None:
    await _open_chat(page)
    await _say(page, "Kể dở trên máy này")
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
