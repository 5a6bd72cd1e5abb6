"""`manhmoi backup` and `manhmoi restore`: all that is kept, but for the keys."""

import asyncio
import os
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from bot.config import Settings, read_settings
from bot.place import hold, is_embedded, now
from storage import crypt
from storage.backups.errors import BackupError
from storage.backups.manifest import Manifest
from storage.backups.restore import Restored
from storage.backups.restore import restore as put_back
from storage.backups.take import backup as take
from storage.files import open_store

T = TypeVar("T")

APART = (
    "CHÙM KHÓA KHÔNG NẰM TRONG BẢN SAO LƯU. Hãy chép {ring} ra một nơi riêng, không để "
    "cạnh bản sao lưu.\n"
    "THE KEY RING IS NOT IN THE BACKUP. Copy {ring} to a place of its own, never beside "
    "the backup: without it nothing opens, with it everybody reads."
)
UNREADABLE = (
    "CHÙM KHÓA {ring} KHÔNG MỞ ĐƯỢC bản sao lưu này: hãy đặt lại đúng tệp keyring cũ.\n"
    "THE KEY RING {ring} DOES NOT OPEN this backup: put the ring of that time there."
)


def backup(
    folder: Annotated[Path, typer.Argument(help="a new folder for the backup")],
) -> None:
    """Copy database and media while people talk; the key ring stays apart."""
    settings = read_settings()
    made = _run(_backup(settings, folder))
    typer.echo(f"{len(made.files)} files, one moment of {made.made_at}: {folder}")
    if made.missing:
        names = ", ".join(made.missing)
        typer.echo(f"No longer in the media store, perhaps erased: {names}", err=True)
    typer.echo(APART.format(ring=settings.keyring_file), err=True)


def restore(
    folder: Annotated[Path, typer.Argument(help="the backup")],
    force: Annotated[
        bool, typer.Option("--force", help="replace what is there")
    ] = False,
) -> None:
    """Put a backup into an empty place, checked to the last byte; nobody may serve."""
    settings = read_settings()
    restored = _run(_restore(settings, folder, force))
    typer.echo(f"Restored as of {restored.manifest.made_at}.")
    if not restored.is_readable:
        sys.exit(UNREADABLE.format(ring=settings.keyring_file))


async def _backup(settings: Settings, folder: Path) -> Manifest:
    media = open_store(settings.media_url).root
    ring = crypt.load(settings.keyring_file)
    return await take(settings.database_url, ring, media, folder, now())


async def _restore(settings: Settings, folder: Path, force: bool) -> Restored:
    media = open_store(settings.media_url).root
    ring = crypt.load(settings.keyring_file)
    descriptor = hold(settings) if is_embedded(settings) else None
    try:
        return await put_back(folder, settings.database_url, ring, media, force=force)
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _run(work: Coroutine[Any, Any, T]) -> T:
    try:
        return asyncio.run(work)
    except BackupError as error:
        sys.exit(str(error))


def register(app: typer.Typer) -> None:
    app.command()(backup)
    app.command()(restore)
