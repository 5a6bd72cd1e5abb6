"""The same conversation becomes, word for word, the same tip on every channel."""

import asyncio
from pathlib import Path
from typing import Any

from bot.place import Place, now, opened
from handlers.exporting import as_json
from storage import exports
from tests.fixtures.telling import comparable, tell
from tests.fixtures.tongues import PATIENCE_S, STREETS, dumped, settings

NUMBER = 7


async def test_one_conversation_is_the_same_tip_on_every_channel(
    tmp_path: Path,
) -> None:
    told = {name: await _told(tmp_path / name, name) for name in STREETS}

    assert told["web"] == told["telegram"] == told["zalo"]


async def _told(folder: Path, name: str) -> str:
    """Return the tip that the conversation became on one channel."""
    async with STREETS[name](folder, None) as street:
        code = await tell(street.teller(NUMBER), NUMBER)
        async with opened(settings(folder, None), migrating=False) as place:
            exported = await _whole(place)
    assert exported["channel"] == name
    assert exported["code"] == code
    return dumped(comparable(exported))


async def _whole(place: Place) -> dict[str, Any]:
    """Return the only tip, once its file has been fetched."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            chosen = await place.db.read(exports.ids, False)
            (tip,) = await place.db.write(exports.take, chosen, "test", "jsonl", now())
            exported = as_json(tip)
            if all(media["sha256"] for media in exported["media"]):
                return exported
            await asyncio.sleep(0.1)
