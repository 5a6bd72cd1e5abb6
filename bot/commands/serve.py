"""`manhmoi serve`: pages, chat, console, and the work behind them."""

import asyncio
from typing import Annotated

import typer

from bot import logs
from bot.config import read_settings
from bot.roles import Role
from bot.serving import serve as serve_roles


def serve(
    roles: Annotated[str, typer.Option(help="web,worker,sender,jobs,scheduler")] = "",
) -> None:
    """Serve pages, chat and console, and do the work behind them."""
    logs.configure()
    asyncio.run(serve_roles(read_settings(), wanted(roles), typer.echo))


def wanted(roles: str) -> list[Role]:
    """Return the roles named, all of them if none is."""
    names = [name.strip() for name in roles.split(",") if name.strip()]
    unknown = [name for name in names if name not in list(Role)]
    if unknown:
        raise typer.BadParameter(f"{unknown[0]} is no role; known: {', '.join(Role)}")
    return [Role(name) for name in names] or list(Role)


def register(app: typer.Typer) -> None:
    app.command()(serve)
