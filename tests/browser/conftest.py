"""A served office for the browser, and pages that tell what went wrong in them."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientError, ClientSession
from playwright.async_api import Browser, BrowserContext, Page

READY_WITHIN_S = 30
PHONE = {"width": 360, "height": 640}


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[str]:
    """The address of an office served on an empty data folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    office = await _serve(tmp_path, port)
    address = f"http://127.0.0.1:{port}"
    try:
        await _answering(address)
        yield address
    finally:
        office.kill()  # what it promised to keep is on the disk
        await office.wait()


@pytest.fixture
async def phone(browser: Browser, site: str) -> AsyncIterator[BrowserContext]:
    """A small phone; its camera, microphone and position are Chromium's fakes."""
    context = await browser.new_context(
        base_url=site,
        viewport=PHONE,
        has_touch=True,
        is_mobile=True,
        permissions=["microphone", "geolocation"],
        geolocation={"latitude": 16.75, "longitude": 107.19, "accuracy": 30},
    )
    yield context
    await context.close()


@pytest.fixture
async def page(phone: BrowserContext) -> AsyncIterator[Page]:
    """A page of that phone; a script's error or a breach of the CSP fails the test."""
    page = await phone.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console",
        lambda line: faults.append(line.text) if "Content Sec" in line.text else None,
    )
    yield page
    assert faults == []


async def _serve(folder: Path, port: int) -> asyncio.subprocess.Process:
    environ = {
        **os.environ,
        "MANHMOI_DATA_DIR": str(folder / "var"),
        "MANHMOI_PORT": str(port),
    }
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "serve", env=environ
    )


async def _answering(address: str) -> None:
    async with asyncio.timeout(READY_WITHIN_S), ClientSession() as session:
        while True:
            try:
                async with session.get(f"{address}/readyz") as answer:
                    if answer.ok:
                        return
            except ClientError:
                pass
            await asyncio.sleep(0.1)
