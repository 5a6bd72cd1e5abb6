"""`manhmoi erase`: one person's telling, gone but for the tombstone."""

import asyncio
import sys
from typing import Annotated

import typer

from bot.config import read_settings
from bot.jobs import World
from bot.place import is_embedded, now, opened
from handlers import privacy
from handlers.privacy import NobodyFound, NoGround, Wish
from storage.sqlite import scrub

ACTOR = "system:command"


def erase(
    whom: Annotated[str, typer.Argument(help="a tip's code or a telephone number")],
    ground: Annotated[str, typer.Option(help="the legal ground, kept on record")],
) -> None:
    """Erase all that one person gave; only a tombstone and the audit's acts remain."""
    try:
        count = asyncio.run(_erase(Wish(whom, ground, ACTOR)))
    except (NobodyFound, NoGround) as refused:
        sys.exit(str(refused))
    typer.echo(
        f"Đã xóa {count} cuộc trò chuyện. Các bản sao lưu cũ vẫn còn dữ liệu này."
    )


async def _erase(wish: Wish) -> int:
    settings = read_settings()
    async with opened(settings, migrating=is_embedded(settings)) as place:
        count = await privacy.erase(World(place.db, place.files, now), wish)
    if is_embedded(settings):
        await asyncio.to_thread(scrub, settings.database_url)
    return count


def register(app: typer.Typer) -> None:
    app.command()(erase)
