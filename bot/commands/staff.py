"""`manhmoi staff add`: let somebody into the console."""

import asyncio
import sys
from typing import Annotated

import typer

from admin.links import staff_link
from bot.config import read_settings
from bot.place import is_embedded, now, opened
from handlers.staffing import Newcomer, Refused
from storage.model.staff import Role


def add(
    login: str,
    name: Annotated[str, typer.Option(help="full name")],
    role: Annotated[Role, typer.Option()] = Role.OFFICER,
) -> None:
    """Take somebody in and print his one-time link, good for 24 hours."""
    try:
        typer.echo(asyncio.run(_add(Newcomer(login, name, role))))
    except Refused as refused:
        sys.exit(str(refused))


async def _add(newcomer: Newcomer) -> str:
    settings = read_settings()
    async with opened(settings, migrating=is_embedded(settings)) as place:
        return await staff_link(place.db, settings.public_url, newcomer, now())


def register(app: typer.Typer) -> None:
    staff = typer.Typer(no_args_is_help=True)
    staff.callback()(_staff)
    staff.command()(add)
    app.add_typer(staff, name="staff")


def _staff() -> None:
    """People of the console."""
