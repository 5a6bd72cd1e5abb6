"""`manhmoi import`: what an office brings from elsewhere, checked before it is kept."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.config import read_settings
from nlp.positions import atlas
from nlp.positions.boundaries import LARGEST, BoundaryError


def boundaries(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="JSON, also gzipped")
    ],
) -> None:
    """Install the outlines of today's communes, so that positions get their commune."""
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)  # one more than is ever taken
        installed = atlas.install(content, read_settings().data_dir)
    except BoundaryError as error:
        sys.exit(f"{file}: {error}. What was installed before stays.")
    provinces = {unit.province for unit in installed.units}
    typer.echo(f"{len(installed.units)} communes of {len(provinces)} provinces.")


def _import() -> None:
    """Bring in what an office has from elsewhere."""


def register(app: typer.Typer) -> None:
    group = typer.Typer(no_args_is_help=True)
    group.callback()(_import)  # so that the one command keeps its name
    group.command()(boundaries)
    app.add_typer(group, name="import")
