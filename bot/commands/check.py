"""`manhmoi check`: flows and wording against every channel's limits."""

import typer

from bot.channels import limits
from handlers.checking import check as faults
from handlers.flows import flows
from handlers.wording import SAID


def check() -> None:
    """Say what in flows and wording would go wrong; nothing when all is well."""
    found = faults(flows(), SAID, limits())
    for fault in found:
        typer.echo(fault)
    raise typer.Exit(code=bool(found))


def register(app: typer.Typer) -> None:
    app.command()(check)
