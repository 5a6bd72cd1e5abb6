"""Put a backup into an empty place: checked first, then moved in whole."""

import asyncio
import shutil
from dataclasses import dataclass
from pathlib import Path

from storage.backups import databases, manifest, objects
from storage.backups.errors import BackupDamaged, OtherDatabase, TargetNotEmpty
from storage.backups.manifest import Manifest
from storage.backups.take import DATABASE, MEDIA, settle
from storage.crypt import KeyRing
from storage.disk import make_folder


@dataclass(frozen=True, slots=True)
class Restored:
    """What stands now; `is_readable` False: the ring at hand does not open it."""

    manifest: Manifest
    is_readable: bool


async def restore(
    source: Path, url: str, ring: KeyRing, media: Path, *, force: bool = False
) -> Restored:
    """Restore database and media; `force` replaces what is there.

    Nobody may be serving it meanwhile.
    """
    kept = await asyncio.to_thread(manifest.read, source)
    database = databases.at(url, ring)
    if kept.database != database.kind:
        raise OtherDatabase(kept.database)
    if not force:
        await database.check_empty()
        _check_empty(media)
    if damaged := await asyncio.to_thread(manifest.damaged, source, kept):
        raise BackupDamaged(damaged)
    await asyncio.to_thread(_restore_media, source / MEDIA, media)
    await database.load(source / DATABASE)
    return Restored(kept, kept.is_opened_by(ring))


def _check_empty(media: Path) -> None:
    if media.exists() and any(path.is_file() for path in media.rglob("*")):
        raise TargetNotEmpty(media)


def _restore_media(source: Path, media: Path) -> None:
    """Copy the objects beside the store, then let them take its place at once."""
    fresh = media.with_name(f"{media.name}.restoring")
    shutil.rmtree(fresh, ignore_errors=True)
    make_folder(fresh)
    for found in sorted(path for path in source.rglob("*") if path.is_file()):
        made = fresh / found.relative_to(source)
        make_folder(made.parent)
        objects.place(found, made, may_link=False)
    old = media.with_name(f"{media.name}.replaced")
    if media.exists():
        shutil.rmtree(old, ignore_errors=True)
        media.rename(old)
    settle(fresh, media)
    shutil.rmtree(old, ignore_errors=True)
