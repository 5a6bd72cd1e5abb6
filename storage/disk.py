"""What the media store asks of the file system: synced folders, locks, room."""

import asyncio
import contextlib
import errno
import fcntl
import os
import shutil
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import ParamSpec, TypeVar

from storage.errors import StorageFull

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
PATIENCE = 10.0
PAUSE = 0.05

P = ParamSpec("P")
T = TypeVar("T")


class ObjectHeld(Exception):
    """Somebody else writes this object right now: try again soon."""


def sync_folder(folder: Path) -> None:
    """Return when names made, renamed or removed in `folder` are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder, and its name durable, unless it is there."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)


def room(folder: Path) -> int:
    """Return how many bytes still fit."""
    return shutil.disk_usage(folder).free


@contextlib.contextmanager
def full_told() -> Iterator[None]:
    """Tell a disk without room in our own words."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise StorageFull from error
        raise


async def settled(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run in a thread; when cancelled, end only after it, for it uses what we close."""
    running = asyncio.ensure_future(asyncio.to_thread(function, *args, **kwargs))
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait({running})
        raise


@contextlib.asynccontextmanager
async def held(current: Callable[[], Path]) -> AsyncIterator[None]:
    """Hold the file that `current` names against all processes, or raise ObjectHeld.

    The file may be renamed while we wait, so its name is asked again under the lock.
    """
    deadline = time.monotonic() + PATIENCE
    while (descriptor := _try_lock(current)) is None:
        if time.monotonic() > deadline:
            raise ObjectHeld
        await asyncio.sleep(PAUSE)
    try:
        yield
    finally:
        os.close(descriptor)


def _try_lock(current: Callable[[], Path]) -> int | None:
    path = current()
    with full_told():
        make_folder(path.parent)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if current() == path and path.stat().st_ino == os.fstat(descriptor).st_ino:
            return descriptor
    except (BlockingIOError, FileNotFoundError):
        pass
    os.close(descriptor)
    return None
