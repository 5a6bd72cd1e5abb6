"""`manhmoi extract`: JSON lines in, what they name out, line by line."""

import asyncio
import io
import sys
from collections.abc import Sequence

import typer

from bot.config import Settings, read_settings
from nlp.lexicon import Lexicon
from nlp.lines import answer
from nlp.units.decoding import with_decodings


def extract() -> None:
    """Read {"id","text"} lines on stdin; print a flushed line of entities for each."""
    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
    lexicon = asyncio.run(_lexicon())
    for line in answer((line for line in lines if line.strip()), lexicon):
        out.write(line + "\n")
        out.flush()


async def _lexicon() -> Lexicon:
    """Return the words that we know, with what officers of this installation decoded."""
    settings = read_settings()
    if not settings.keyring_file.exists():  # nothing is installed here
        return Lexicon.load()
    return with_decodings(await _decodings(settings), Lexicon.load())


async def _decodings(settings: Settings) -> Sequence[tuple[str, str]]:
    # Without a database reading takes 45 MB less.
    from bot.place import is_embedded, opened
    from storage import unit_codes

    async with opened(settings, migrating=is_embedded(settings)) as place:
        return await place.db.read(unit_codes.decodings)


def register(app: typer.Typer) -> None:
    app.command()(extract)
