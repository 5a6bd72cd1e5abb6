"""The same conversation becomes, word for word, the same tip on every channel."""

from pathlib import Path

from bot.place import opened
from tests.fixtures.telling import comparable, tell, whole
from tests.fixtures.tongues import STREETS, dumped, settings

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
            exported = await whole(place)
    assert exported["channel"] == name
    assert exported["code"] == code
    return dumped(comparable(exported))
