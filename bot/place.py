"""The place where an installation keeps itself: ring, database, store, opened at once."""

import fcntl
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.config import Settings
from storage import crypt
from storage.crypt import KeyRing
from storage.db import Database, open_database
from storage.errors import AlreadyServing
from storage.files import FileStore, open_store
from storage.migrate import migrate


@dataclass(frozen=True, slots=True)
class Place:
    """An opened installation."""

    settings: Settings
    ring: KeyRing
    db: Database
    files: FileStore


def now() -> datetime:
    """Return the present time, aware."""
    return datetime.now(UTC)


def is_embedded(settings: Settings) -> bool:
    """Return whether the database is a file of our own."""
    return settings.database_url.startswith("sqlite")


@asynccontextmanager
async def opened(settings: Settings, *, migrating: bool) -> AsyncIterator[Place]:
    """Open the installation, its database brought to the newest shape if wished."""
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    ring = crypt.load(settings.keyring_file)
    if migrating:
        await migrate(settings.database_url, ring)
    db = await open_database(settings.database_url, ring)
    try:
        yield Place(settings, ring, db, open_store(settings.media_url))
    finally:
        await db.close()


def hold(settings: Settings) -> int:
    """Take the file lock of an embedded database; AlreadyServing if another has it."""
    path = settings.data_dir / "serve.lock"
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        raise AlreadyServing(str(settings.data_dir)) from error
    return descriptor
