"""What every test may ask for; the pieces live in fixtures/."""

import asyncio
from asyncio import AbstractEventLoop
from collections.abc import Callable, Mapping

pytest_plugins = (
    "tests.fixtures.browser",
    "tests.fixtures.chatting",
    "tests.fixtures.console",
    "tests.fixtures.postgresql",  # before databases, which imports it
    "tests.fixtures.databases",
    "tests.fixtures.drawing",
    "tests.fixtures.updating",
    "tests.fixtures.uploading",
    "tests.fixtures.fetching",  # after uploading, which it imports
    "tests.fixtures.webhook",
)


def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], AbstractEventLoop]]:
    """Run every test on asyncio's own loop, as `serve` does."""
    return {"asyncio": asyncio.new_event_loop}
