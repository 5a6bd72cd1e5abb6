"""A printed code reaches the tip: by the link where one carries it, else in words."""

import asyncio
import re
from pathlib import Path

from aiohttp import ClientSession

from bot.place import now, opened
from handlers.conversation.address import plainly
from handlers.exporting import as_json
from storage import exports
from storage.db import Database
from tests.fixtures.placed import placed
from tests.fixtures.telling import tell
from tests.fixtures.tongues import PATIENCE_S, STREETS, settings

NUMBER = 7


async def test_telegrams_link_brings_the_code(tmp_path: Path) -> None:
    async with (
        STREETS["telegram"](tmp_path, None) as street,
        opened(settings(tmp_path, None), migrating=False) as place,
    ):
        hall, _ = await place.db.write(placed)
        command = await _command(f"{street.address}/q/{hall.code}")
        teller = street.teller(NUMBER)

        await teller.say(command)
        await teller.hear()
        await tell(teller, NUMBER)

        assert await _source(place.db) == hall.code


async def test_on_zalo_the_code_is_said_once_all_is_sent(tmp_path: Path) -> None:
    async with (
        STREETS["zalo"](tmp_path, None) as street,
        opened(settings(tmp_path, None), migrating=False) as place,
    ):
        hall, _ = await place.db.write(placed)
        teller = street.teller(NUMBER)

        await tell(teller, NUMBER)
        wished, safety = await teller.hear(), await teller.hear()
        await teller.say(f"mã {hall.code[:3]} {hall.code[3:]}")
        kept = await teller.hear()

        assert wished.text == plainly("filed.code")
        assert safety.text.startswith(plainly("filed.safety"))
        assert kept.text == plainly("code.kept")
        assert await _source(place.db) == hall.code


async def _command(page: str) -> str:
    """Return what Telegram makes of its link on a page, once the bot's name is known."""
    async with asyncio.timeout(PATIENCE_S), ClientSession() as http:
        while True:
            found = re.search(r"t\.me/\w+\?start=(\d+)", await _text(http, page))
            if found:
                return f"/start {found[1]}"
            await asyncio.sleep(0.1)


async def _text(http: ClientSession, url: str) -> str:
    async with http.get(url) as answer:
        return await answer.text()


async def _source(db: Database) -> str | None:
    """Return the source of the only tip."""
    chosen = await db.read(exports.ids, False)
    (tip,) = await db.write(exports.take, chosen, "test", "jsonl", now())
    source: str | None = as_json(tip)["source"]
    return source
