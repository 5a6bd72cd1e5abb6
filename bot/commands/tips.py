"""`manhmoi tips export`: what was told, for other programs and for reading."""

import asyncio
import sys
from typing import Annotated, BinaryIO

import typer

from bot.config import read_settings
from bot.place import Place, is_embedded, now, opened
from handlers.exporting import Writer, as_json, writers
from storage import exports

ACTOR = "system:command"


def export(
    form: Annotated[
        str, typer.Option("--format", help="jsonl, csv, xlsx or geojson")
    ] = "jsonl",
    drafts: Annotated[bool, typer.Option("--drafts", help="drafts too")] = False,
) -> None:
    """Write filed tips to stdout, oldest first, decrypted; each export is audited."""
    known = writers()
    if form not in known:
        raise typer.BadParameter(f"{form} is no format; known: {', '.join(known)}")
    asyncio.run(_export(form, known[form], drafts, sys.stdout.buffer))


async def _export(form: str, kind: type[Writer], drafts: bool, out: BinaryIO) -> None:
    settings = read_settings()
    async with opened(settings, migrating=is_embedded(settings)) as place:
        writer = kind(out)
        chosen = await place.db.read(exports.ids, drafts)
        for start in range(0, len(chosen), exports.BATCH):
            await _write(place, writer, chosen[start : start + exports.BATCH], form)
        writer.close()


async def _write(
    place: Place, writer: Writer, chosen: tuple[int, ...], form: str
) -> None:
    for tip in await place.db.write(exports.take, chosen, ACTOR, form, now()):
        writer.add(as_json(tip))


def register(app: typer.Typer) -> None:
    tips = typer.Typer(no_args_is_help=True, help="Tips as data.")
    tips.callback()(_tips)
    tips.command()(export)
    app.add_typer(tips, name="tips")


def _tips() -> None:
    """Tips as data."""
