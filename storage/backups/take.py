"""Take a backup while people talk: first the moment of the database, then its files.

The key ring is not in it: whoever finds the backup must not find what opens it.
"""

import asyncio
import os
import shutil
from datetime import datetime
from pathlib import Path

from storage.backups import databases, manifest, objects
from storage.backups.errors import FolderTaken, NotWritten
from storage.backups.manifest import Manifest
from storage.backups.objects import Wanted
from storage.crypt import KeyRing
from storage.disk import make_folder, sync_folder

DATABASE = "database"
MEDIA = "media"
NOTICE = "DOC-TRUOC.README.txt"
WARNING = """\
BẢN SAO LƯU NÀY KHÔNG CÓ CHÙM KHÓA (KEYRING).

Không có chùm khóa thì không ai mở được lời người kể, ảnh và ghi âm trong bản sao này.
Hãy chép tệp keyring ra một nơi riêng (két sắt, máy khác), KHÔNG để cạnh bản sao lưu: ai
có cả hai thì đọc được tất cả. Chép lại mỗi khi thêm khóa.

THE KEY RING IS NOT IN THIS BACKUP.

Without it nobody opens the tellers' words, photos and recordings that are kept here.
Copy the file keyring to a place of its own (a safe, another machine), NEVER beside this
backup: whoever has both reads everything. Copy it again after each key that is added.
"""


async def backup(
    url: str, ring: KeyRing, media: Path, target: Path, now: datetime
) -> Manifest:
    """Return what was kept in `target`, a new folder; all of it or nothing."""
    try:
        work = await asyncio.to_thread(_begin, target)
        made = await _fill_or_leave(work, databases.at(url, ring), ring, media, now)
        await asyncio.to_thread(settle, work, target)
    except OSError as error:
        raise NotWritten(error) from error
    return made


def settle(work: Path, target: Path) -> None:
    """Give a finished folder its name, once all of it is on the disk."""
    for folder, _, names in os.walk(work):
        for name in names:
            _sync(Path(folder, name))
        sync_folder(Path(folder))
    if target.exists():
        target.rmdir()
    work.rename(target)
    sync_folder(target.parent)


def _begin(target: Path) -> Path:
    """Return an empty folder to work in, beside the target."""
    if target.exists() and any(target.iterdir()):
        raise FolderTaken(target)
    work = target.with_name(f"{target.name}.part")
    shutil.rmtree(work, ignore_errors=True)
    make_folder(work)
    return work


async def _fill_or_leave(
    work: Path, source: databases.Source, ring: KeyRing, media: Path, now: datetime
) -> Manifest:
    """Fill the folder, and leave none that is half filled."""
    try:
        return await _fill(work, source, ring, media, now)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise


async def _fill(
    work: Path, source: databases.Source, ring: KeyRing, media: Path, now: datetime
) -> Manifest:
    wanted = await source.save(work / DATABASE)
    missing = await asyncio.to_thread(_copy_all, media, wanted, work / MEDIA)
    (work / NOTICE).write_text(WARNING, "utf-8")
    files = await asyncio.to_thread(_describe_all, work)
    marks = manifest.marks_of(ring)
    made = Manifest(now.isoformat(), source.kind, marks, files, missing)
    manifest.write(work, made)
    return made


def _copy_all(root: Path, wanted: tuple[Wanted, ...], target: Path) -> tuple[str, ...]:
    make_folder(target)
    gone = (known for known in wanted if objects.copy(root, known, target) is None)
    return tuple(known.name for known in gone)


def _describe_all(work: Path) -> tuple[manifest.Copy, ...]:
    paths = sorted(path for path in work.rglob("*") if path.is_file())
    return tuple(manifest.describe(work, path) for path in paths)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
