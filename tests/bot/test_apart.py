"""What dies apart takes nothing with it."""

import os

import pytest

from bot.apart import DiedApart, apart


async def test_it_gives_what_the_function_gives() -> None:
    assert await apart(int, "7") == 7


async def test_it_raises_what_the_function_raises() -> None:
    with pytest.raises(ValueError, match="seven"):
        await apart(int, "seven")


async def test_a_crash_is_told() -> None:
    with pytest.raises(DiedApart):
        await apart(os.abort)


async def test_a_glutton_is_stopped() -> None:
    with pytest.raises(DiedApart):
        await apart(bytearray, 1 << 32)
