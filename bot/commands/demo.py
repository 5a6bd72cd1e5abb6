"""`manhmoi demo`: fill the console with invented tips."""

import asyncio

import typer

from bot.channels import channels
from bot.config import read_settings
from bot.demo.stories import STORIES
from bot.demo.telling import fall_silent, tell
from bot.jobs import World
from bot.loops import jobs
from bot.loops.inbox import Inbox
from bot.place import now, opened
from bot.reading import Reading
from bot.roles import setting_of
from nlp.lexicon import Lexicon


def demo() -> None:
    """Tell invented stories, so that a newcomer sees the console alive."""
    asyncio.run(_demo())


async def _demo() -> None:
    async with opened(read_settings(), migrating=True) as place:
        reading = Reading(Lexicon.load())
        setting = setting_of(channels(), place.settings.timezone)
        inbox = Inbox(place.db, setting, reading, now)
        world = World(place.db, place.files, now)
        for story in STORIES:
            await tell(world, inbox, story)
        await fall_silent(world, inbox)
        while await jobs.do_one(world):
            pass
        reading.close()
    typer.echo(f"{len(STORIES)} invented stories were told; see them in the console.")


def register(app: typer.Typer) -> None:
    app.command()(demo)
