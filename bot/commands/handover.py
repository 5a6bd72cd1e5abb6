"""`manhmoi handover pack` and `verify`: a tip on its way to an agency, and its proof."""

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.config import read_settings
from bot.deliveries import Order, deliveries
from bot.place import Place, is_embedded, opened
from handlers.codes import read_code
from handlers.package.archive import MediaChanged, Packed
from handlers.package.verify import verify as problems_of
from handlers.triage import NotNow, Refused
from storage import staff, tips
from storage.growing import ObjectGone
from storage.tx import Connection

GONE = "Một tệp của tin không còn trong kho, nên gói chuyển chưa được lập."


def pack(
    code: str,
    by: Annotated[str, typer.Option(help="login of the officer who hands it over")],
    to: Annotated[Path, typer.Option(help="a folder")] = Path(),
    via: Annotated[str, typer.Option(help="the way it goes")] = "download",
) -> None:
    """Hand a tip over: write its package, and keep who did it."""
    if via not in deliveries():
        raise typer.BadParameter(f"{via} is no way; known: {', '.join(deliveries())}")
    try:
        packed = asyncio.run(_pack(code, by, str(to), via))
    except (Refused, MediaChanged) as refused:
        sys.exit(str(refused))
    except ObjectGone:
        sys.exit(GONE)
    except FileExistsError as there:
        sys.exit(f"{there.filename} already exists; choose another folder.")
    typer.echo(f"{packed.path}  {packed.size} bytes  SHA-256 {packed.sha256}")


def verify(
    package: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
) -> None:
    """Say whether a package is what was handed over, to the last byte."""
    problems = problems_of(package)
    for problem in problems:
        typer.echo(": ".join(filter(None, (problem.name, problem.sentence))))
    if problems:
        sys.exit(1)
    typer.echo("Gói nguyên vẹn.")


async def _pack(code: str, by: str, to: str, via: str) -> Packed:
    settings = read_settings()
    async with opened(settings, migrating=is_embedded(settings)) as place:
        return await deliveries()[via].deliver(place, await _order(place, code, by, to))


async def _order(place: Place, code: str, by: str, to: str) -> Order:
    def read(tx: Connection) -> Order:
        known = tips.by_code(tx, read_code(code) or code)
        who = staff.by_login(tx, by)
        if known is None:
            raise NotNow(f"Không có tin nào mang mã {code}.")
        if who is None or not who.is_active:
            raise NotNow(f"Không có cán bộ nào đăng nhập bằng tên {by}.")
        return Order(known.id, who, to)

    return await place.db.read(read)


def register(app: typer.Typer) -> None:
    handover = typer.Typer(no_args_is_help=True)
    handover.callback()(_handover)
    handover.command()(pack)
    handover.command()(verify)
    app.add_typer(handover, name="handover")


def _handover() -> None:
    """Packages for agencies."""
