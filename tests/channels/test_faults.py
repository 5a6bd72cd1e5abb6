"""Calls that fail in every way: each input gets its reply, each story is one right tip."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.place import Place, now, opened
from handlers.exporting import as_json
from storage import exports, set_aside
from tests.fakes.telegram import Kind as TelegramKind
from tests.fakes.zalo import Kind as ZaloKind
from tests.fixtures.telling import comparable, tell
from tests.fixtures.tongues import STREETS, Heard, Street, Tongue, dumped, settings

SHARE = 0.05
PATIENCE_S = 60.0
# A rate limit holds the whole account until the next minute, a server between us that
# forbids our calls for five; those are tried elsewhere.
HOW = {ZaloKind.CODE: {"code": -200}}
OF_ZALO = tuple(kind for kind in ZaloKind if kind is not ZaloKind.FORBIDDEN)
KINDS = {"telegram": tuple(TelegramKind), "zalo": OF_ZALO}


@dataclass
class Patient:
    """A teller who hears a repeated message only once, and counts the repetitions."""

    tongue: Tongue
    last: str = ""
    repeated: int = 0
    heard: list[str] = field(default_factory=list)

    async def hear(self) -> Heard:
        while True:
            told = await self.tongue.hear()
            if told.text != self.last:
                self.last = told.text
                return told
            self.repeated += 1

    def __getattr__(self, name: str) -> Any:
        return getattr(self.tongue, name)


@pytest.mark.parametrize("channel", KINDS)
@pytest.mark.parametrize(
    "tellers",
    [
        pytest.param(3, id="short"),
        pytest.param(200, id="long", marks=pytest.mark.chaos),
    ],
)
async def test_every_story_is_one_right_tip_however_calls_fail(
    tmp_path: Path, channel: str, tellers: int
) -> None:
    quiet = await _told(tmp_path / "quiet", channel, tellers, faults=False)

    shaken = await _told(tmp_path / "shaken", channel, tellers, faults=True)

    assert shaken.tips.items() <= quiet.tips.items()
    # Whose question is a dead letter waits for staff; nobody else does.
    assert tellers - len(shaken.tips) <= shaken.dead
    assert (len(quiet.tips), quiet.dead, quiet.repeated) == (tellers, 0, 0)
    # Only what stood in the chat without our knowing is said again.
    assert shaken.repeated <= shaken.struck["lost"] + shaken.struck["slow"]


@dataclass(frozen=True)
class Outcome:
    """The tips by unit, how often something was said again, what was not said."""

    tips: dict[str, str]
    repeated: int
    dead: int
    struck: Counter[str]


async def _told(folder: Path, channel: str, tellers: int, *, faults: bool) -> Outcome:
    async with STREETS[channel](folder, None) as street:
        if faults:
            for kind in KINDS[channel]:
                street.faults.add(kind, share=SHARE, times=None, **HOW.get(kind, {}))
        patients = await _tell_all(street, tellers)
        if faults:
            street.faults.on.clear()
        async with opened(settings(folder, None), migrating=False) as place:
            tips = await _tips(place)
            dead = await place.db.read(set_aside.count)
    repeated = sum(patient.repeated for patient in patients)
    struck = Counter(str(kind) for kind in street.faults.struck)
    return Outcome(tips, repeated, dead, struck)


async def _tell_all(street: Street, tellers: int) -> Sequence[Patient]:
    """Let all tell at once; who hears nothing any more gives up."""
    patients = [Patient(street.teller(number)) for number in range(tellers)]
    told = await asyncio.gather(
        *(tell(patient, number) for number, patient in enumerate(patients)),
        return_exceptions=True,
    )
    for end in told:
        if isinstance(end, BaseException) and not isinstance(end, TimeoutError):
            raise end
    return patients


async def _tips(place: Place) -> dict[str, str]:
    """Return all tips by unit, once their files have been fetched."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            chosen = await place.db.read(exports.ids, False)
            told = await place.db.write(exports.take, chosen, "test", "jsonl", now())
            known = [as_json(tip) for tip in told]
            if all(media["sha256"] for tip in known for media in tip["media"]):
                break
            await asyncio.sleep(0.5)
    tips = {tip["answers"]["unit"]["value"]: tip for tip in known}
    assert len(tips) == len(known)
    return {name: dumped(comparable(tip)) for name, tip in tips.items()}
