"""`manhmoi handover`: packages that go to the agency responsible."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from handlers.package.verify import verify as problems_of


def verify(
    package: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
) -> None:
    """Say whether a package is what was handed over, to the last byte."""
    problems = problems_of(package)
    for problem in problems:
        typer.echo(
            f"{problem.name}: {problem.sentence}" if problem.name else problem.sentence
        )
    if problems:
        sys.exit(1)
    typer.echo("Gói nguyên vẹn.")


def register(app: typer.Typer) -> None:
    handover = typer.Typer(no_args_is_help=True)
    handover.callback()(_handover)
    handover.command()(verify)
    app.add_typer(handover, name="handover")


def _handover() -> None:
    """Packages for the agency responsible."""
