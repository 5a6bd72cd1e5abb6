"""`manhmoi qr`: placements, their posters, and how many came by each."""

import asyncio
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.config import read_settings
from bot.place import Place, is_embedded, now, opened
from handlers import placement_file, placing
from handlers.placement_codes import read_code, spoken
from handlers.poster.drawing import Form, Poster, address, draw, poster
from handlers.staffing import Refused
from handlers.tables import Unread
from storage import agencies, funnel, placements
from storage.model.placement import Placement, PlacementKind, Spot
from storage.tx import Connection

ACTOR = "system:command"
STAGES = ("Quét", "Bắt đầu", "Gửi", "Xác minh", "Chuyển")

To = Annotated[Path | None, typer.Option(help="a folder for the posters")]
As = Annotated[Form, typer.Option("--format", help="of the posters")]


def add(
    name: Annotated[str, typer.Argument(help="where it hangs")],
    kind: Annotated[PlacementKind, typer.Option()] = PlacementKind.POSTER,
    area: Annotated[str, typer.Option(help="commune, village")] = "",
    wave: Annotated[str, typer.Option(help="which wave of posters")] = "",
    to: To = None,
    form: As = Form.PDF,
) -> None:
    """Place a code somewhere; the same spot keeps its code."""
    try:
        spot = placing.checked(Spot(kind, name, area, wave))
        asyncio.run(_add([spot], to, form))
    except Refused as refused:
        sys.exit(str(refused))


def bring(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    to: To = None,
    form: As = Form.PDF,
) -> None:
    """Place all spots of a CSV or XLSX file, or say what is wrong with its rows."""
    try:
        asked = placement_file.wanted(file.read_bytes())
        if asked.problems:
            sys.exit("\n".join(asked.problems))
        asyncio.run(_add(asked.spots, to, form))
    except (Refused, Unread) as refused:
        sys.exit(str(refused))


def print_(
    codes: Annotated[list[str] | None, typer.Argument(help="all if none")] = None,
    to: Annotated[Path, typer.Option(help="a folder")] = Path(),
    form: As = Form.PDF,
) -> None:
    """Write the posters of these codes, a file each."""
    try:
        asyncio.run(_print(codes or [], to, form))
    except Refused as refused:
        sys.exit(str(refused))


def count() -> None:
    """Say of each placement how many scanned, began, sent, and what came of it."""
    asyncio.run(_count())


async def _add(spots: Sequence[Spot], to: Path | None, form: Form) -> None:
    settings = read_settings()
    async with opened(settings, migrating=is_embedded(settings)) as place:
        made = await place.db.write(_place_all, spots)
        for one, is_new in made:
            said = "mới" if is_new else "đã có"
            url = address(settings.public_url, one.code)
            typer.echo(f"{spoken(one.code)}\t{url}\t{said}\t{one.spot.name}")
        if to is not None:
            await _draw(place, [one for one, _ in made], to, form)


def _place_all(tx: Connection, spots: Sequence[Spot]) -> list[tuple[Placement, bool]]:
    ours = agencies.first(tx).id
    return [
        placing.place(tx, spot, ours, ACTOR, secrets.randbelow, now()) for spot in spots
    ]


async def _print(codes: Sequence[str], to: Path, form: Form) -> None:
    settings = read_settings()
    async with opened(settings, migrating=is_embedded(settings)) as place:
        ours = await place.db.read(agencies.first)
        known = {
            one.code: one for one in await place.db.read(placements.every, ours.id)
        }
        wanted = [read_code(code) or code for code in codes] or list(known)
        unknown = [code for code in wanted if code not in known]
        if not wanted:
            raise Refused("Chưa có nơi đặt nào.")
        if unknown:
            raise Refused(f"Không có nơi đặt nào mang mã {', '.join(unknown)}.")
        await _draw(place, [known[code] for code in wanted], to, form)


async def _draw(
    place: Place, chosen: Sequence[Placement], to: Path, form: Form
) -> None:
    office = await place.db.read(agencies.first)
    public_url = place.settings.public_url
    if not placing.is_public(public_url):
        typer.echo(placing.NOT_PUBLIC.format(url=public_url), err=True)
    _write([poster(one, office, public_url) for one in chosen], to, form)


def _write(posters: Sequence[Poster], to: Path, form: Form) -> None:
    """Write a file for each; one that is there is written anew."""
    to.mkdir(parents=True, exist_ok=True)
    for one in posters:
        path = to / f"qr-{one.code.replace(' ', '-')}.{form}"
        path.write_bytes(draw([one], form, now()))
        typer.echo(str(path))


async def _count() -> None:
    settings = read_settings()
    async with opened(settings, migrating=is_embedded(settings)) as place:
        ours = await place.db.read(agencies.first)
        stages = await place.db.read(funnel.funnel, ours.id)
    typer.echo("\t".join(("Mã", *STAGES, "Nơi đặt")))
    for row in stages:
        one = row.placement
        code, name = (spoken(one.code), one.spot.name) if one else ("", "Không qua mã")
        counts = (row.scans, row.starts, row.filed, row.verified, row.handed_over)
        typer.echo("\t".join((code, *map(str, counts), name)))


def register(app: typer.Typer) -> None:
    qr = typer.Typer(no_args_is_help=True)
    qr.callback()(_qr)
    qr.command()(add)
    qr.command("import")(bring)
    qr.command("print")(print_)
    qr.command("funnel")(count)
    app.add_typer(qr, name="qr")


def _qr() -> None:
    """Printed codes: where they hang, their posters, who came by them."""
