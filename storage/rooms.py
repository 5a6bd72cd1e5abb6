"""Rooms: folders beside the objects for what lies plain while somebody works on it.

Whoever works there holds the folder, so that any process may clear what one that was
killed left behind, at once and without a guess at its age.
"""

import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from storage.disk import make_folder

PREFIX = "room-"


@contextlib.contextmanager
def room(root: Path) -> Iterator[Path]:
    """Lend an empty folder; it is gone afterwards, and so are those left behind."""
    make_folder(root)
    clear(root)
    path, descriptor = _open(root)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
        os.close(descriptor)


def clear(root: Path) -> int:
    """Remove the rooms that nobody holds; return how many."""
    return sum(_clear(path) for path in root.glob(f"{PREFIX}*"))


def _open(root: Path) -> tuple[Path, int]:
    while True:
        path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root))
        descriptor = _hold(path)
        if descriptor is not None:
            return path, descriptor


def _clear(path: Path) -> bool:
    descriptor = _hold(path)
    if descriptor is None:
        return False
    shutil.rmtree(path, ignore_errors=True)
    os.close(descriptor)
    return True


def _hold(path: Path) -> int | None:
    """Hold the folder against all others; None if somebody has it, or removed it."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    if path.exists():
        return descriptor
    os.close(descriptor)
    return None
