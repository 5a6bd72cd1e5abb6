"""Files and recordings on a phone arrive whole, whatever the network does."""

import hashlib
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.chat_page import SOON_MS, failing_twice, media_of, open_chat

MIB = 1024 * 1024


async def test_a_file_cut_off_by_failures_and_a_reload_arrives_whole(
    page: Page, tmp_path: Path
) -> None:
    film = tmp_path / "phim.mp4"
    film.write_bytes(bytes(range(256)) * (3 * MIB // 256) + b"tail")
    await open_chat(page)
    await failing_twice(page, "**/chat/uploads/*", "PATCH")

    await page.set_input_files("#files", film)
    await expect(page.locator(".transfer-state")).to_contain_text("tự gửi tiếp")
    await page.reload()

    await expect(page.locator("#log")).to_contain_text("phim.mp4", timeout=SOON_MS)
    await expect(page.locator(".transfer")).to_have_count(0)
    assert [(media["name"], media["bytes"]) for media in await media_of(page)] == [
        ("phim.mp4", film.stat().st_size)
    ]


async def test_several_photos_arrive_byte_for_byte(page: Page, tmp_path: Path) -> None:
    await open_chat(page)
    photos = [tmp_path / "mo-1.png", tmp_path / "mo-2.png"]
    for photo in photos:
        await page.screenshot(path=photo)
        await page.fill("#words", photo.name)

    await page.set_input_files("#photos", photos)

    await expect(page.locator(".message-citizen img")).to_have_count(2, timeout=SOON_MS)
    kept = [await page.request.get(media["url"]) for media in await media_of(page)]
    assert sorted(
        [hashlib.sha256(await answer.body()).digest() for answer in kept]
    ) == (sorted(hashlib.sha256(photo.read_bytes()).digest() for photo in photos))


async def test_a_file_is_given_back_to_its_own_conversation_only(
    page: Page, browser: Browser, site: str, tmp_path: Path
) -> None:
    paper = tmp_path / "giay.txt"
    paper.write_text("lời kể chép tay", encoding="utf-8")
    await open_chat(page)
    await page.set_input_files("#files", paper)
    await expect(page.locator("#log")).to_contain_text("giay.txt", timeout=SOON_MS)
    url = (await media_of(page))[0]["url"]

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
    await open_chat(page)

    await page.set_input_files("#files", film)

    await expect(page.locator(".transfer-refused")).to_contain_text(sentence)
    assert await media_of(page) == []


async def test_a_recording_is_kept_when_the_page_closes_in_the_middle(
    page: Page,
) -> None:
    await open_chat(page)
    await page.click("#speak")
    await expect(page.locator("#recorder-line")).to_contain_text("Đang ghi âm 4")

    await page.reload()

    await expect(page.locator(".message-citizen")).to_contain_text(
        "Ghi âm", timeout=SOON_MS
    )
    assert [media["kind"] for media in await media_of(page)] == ["voice"]


async def test_a_recording_can_be_heard_before_it_is_sent(page: Page) -> None:
    await open_chat(page)
    await page.click("#speak")
    await expect(page.locator("#recorder-line")).to_contain_text("Đang ghi âm 1")
    await page.click("#recorder-stop")
    await expect(page.locator("#recorder-player")).to_be_visible()
    assert await media_of(page) == []

    await page.click("#recorder-send")

    await expect(page.locator(".message-citizen audio")).to_be_visible(timeout=SOON_MS)
    assert [media["kind"] for media in await media_of(page)] == ["voice"]


async def test_without_a_microphone_a_sound_file_is_asked_for(page: Page) -> None:
    await page.add_init_script("delete window.MediaRecorder")
    await open_chat(page)

    await page.click("#speak")

    await expect(page.locator("#voice-dialog")).to_be_visible()
    await expect(page.locator("#voice-file")).to_be_focused()
