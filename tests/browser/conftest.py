"""A served office for the browser, and pages that tell what went wrong in them."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import IO

import pytest
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize

READY_WITHIN_S = 30
PHONE = ViewportSize(width=360, height=640)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an office; each test brings its own phone, so they can share it."""
    folder = tmp_path_factory.mktemp("office")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with (folder / "printed").open("w") as printed:
        office = _serve(folder, port, printed)
        try:
            _wait_for(office, f"{address}/readyz")
            yield address
        finally:
            office.kill()  # what it promised to keep is on the disk
            office.wait()


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


def _serve(folder: Path, port: int, printed: IO[str]) -> subprocess.Popen[bytes]:
    environ = {
        **os.environ,
        "MANHMOI_DATA_DIR": str(folder / "var"),
        "MANHMOI_PORT": str(port),
    }
    command = [sys.executable, "-m", "bot", "serve"]
    return subprocess.Popen(command, env=environ, stdout=printed, stderr=printed)


def _wait_for(office: subprocess.Popen[bytes], url: str) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while office.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 - our own
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the office did not come up", pytrace=False)
