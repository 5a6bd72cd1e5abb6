"""From one place one after the other; no place waits for another."""

import asyncio

import pytest

from admin.passwords import TooManyChecks
from admin.turns import WAITING, Turns


async def test_two_of_one_place_are_never_at_it_together() -> None:
    turns, met = Turns(), []

    async def prove(place: str) -> None:
        async with turns.at(place):
            met.append(place)
            await asyncio.sleep(0)
            met.append(place)

    await asyncio.gather(prove("a"), prove("a"), prove("b"))

    assert [met[met.index("a")], met[met.index("b")]] == ["a", "b"]
    assert met in (["a", "b", "a", "b", "a", "a"], ["a", "b", "a", "a", "b", "a"])


async def test_a_crowd_at_one_place_is_told_and_others_are_let_in() -> None:
    turns = Turns()
    async with turns.at("a"):
        crowd = [asyncio.create_task(turns.at("a").__aenter__()) for _ in range(199)]
        await asyncio.sleep(0)

        with pytest.raises(TooManyChecks):
            await turns.at("a").__aenter__()
        async with turns.at("b"):
            pass

        for one in crowd:
            one.cancel()
        await asyncio.gather(*crowd, return_exceptions=True)
    assert len(crowd) + 1 == WAITING
