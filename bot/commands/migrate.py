"""`manhmoi migrate`: bring the database to the newest shape."""

import asyncio

import typer

from bot.config import read_settings
from storage import crypt
from storage import migrate as migrating


def migrate() -> None:
    """Bring the database to the newest shape; safe to repeat."""
    settings = read_settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    ring = crypt.load(settings.keyring_file)
    asyncio.run(migrating.migrate(settings.database_url, ring))


def register(app: typer.Typer) -> None:
    app.command()(migrate)
