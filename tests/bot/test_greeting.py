"""The first start says where the first administrator gets in."""

import asyncio
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from bot.config import Settings
from bot.roles import Role
from bot.serving import serve
from tests.fixtures.office import free_port


@pytest.mark.parametrize(
    ("told", "base"),
    [
        ({}, "http://127.0.0.1:{port}/console/"),
        ({"host": ".".join("0000")}, "http://127.0.0.1:{port}/console/"),
        ({"host": "127.0.0.2"}, "http://127.0.0.2:{port}/console/"),
        ({"host": "::1"}, "http://[::1]:{port}/console/"),
        ({"public_url": "https://xa.vn/"}, "https://xa.vn/console/"),
    ],
)
async def test_it_names_the_address_that_was_set_or_is_bound(
    tmp_path: Path, told: dict[str, Any], base: str
) -> None:
    port = free_port()
    said: list[str] = []
    settings = Settings(data_dir=tmp_path, port=port, **told)

    def hear(line: str) -> None:
        said.append(line)
        if line.startswith("Manh Mối"):
            os.kill(os.getpid(), signal.SIGTERM)

    async with asyncio.timeout(20):
        await serve(settings, [Role.WEB], hear)

    assert said[0].startswith(f"ADMIN {base.format(port=port)}")
