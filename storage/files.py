"""The media store: a folder of objects with random names, each under a key of its own.

What is told as kept is on the disk: file and folder are synced before we return. An
object grows as `<name>.part` and is renamed when it is whole. No object is ever held in
memory: a frame at a time, however large it is.
"""

import asyncio
import hashlib
import os
import secrets
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from pathlib import Path

from storage import frames
from storage.crypt import Key
from storage.disk import held, make_folder, room, settled, sync_folder
from storage.errors import StorageFull
from storage.growing import End, Growing, ObjectGone

RESERVE = 64 << 20  # kept free, so that the database can still take down words
PART = ".part"


class FileStore:
    """Objects under `root`, fanned out by the first two digits of their names."""

    def __init__(self, root: Path, reserve: int = RESERVE) -> None:
        self.root = root
        self.reserve = reserve
        self._ends: dict[str, End] = {}

    async def create(self, source: AsyncIterator[bytes], key: Key) -> str:
        """Return the name of a new whole object that holds what `source` gives."""
        name = new_name()
        try:
            size = await self.append(name, key, 0, source)
            await self.finish(name, size)
        except BaseException:
            self._part(name).unlink(missing_ok=True)
            raise
        return name

    async def append(
        self, name: str, key: Key, offset: int, pieces: AsyncIterator[bytes]
    ) -> int:
        """Add to a growing object after its first `offset` bytes; return its new length.

        What lies behind `offset` was never told as kept and is cut off; so is what we
        wrote when `pieces` raises. One at a time: see `held`.
        """
        growing = await asyncio.to_thread(self._open, name, offset)
        try:
            async for plain in _gather(pieces):
                await settled(growing.add, key, plain)
            self._ends[name] = await settled(growing.sync)
        except BaseException:
            growing.undo()
            raise
        finally:
            growing.close()
        return growing.length

    async def finish(self, name: str, size: int) -> None:
        """Give a growing object of `size` bytes its name for good; twice is no harm."""
        await asyncio.to_thread(self._finish, name, size)

    async def read(
        self, name: str, key: Key, start: int = 0, end: int | None = None
    ) -> AsyncIterator[bytes]:
        """Give the plain bytes from `start` to before `end`, a frame at a time."""
        pieces = self.pieces(name, key, start, end)
        while (piece := await asyncio.to_thread(next, pieces, None)) is not None:
            yield piece

    def pieces(
        self, name: str, key: Key, start: int = 0, end: int | None = None
    ) -> Iterator[bytes]:
        """Do what `read` does, for a thread of one's own."""
        try:
            descriptor = os.open(self._path(name), os.O_RDONLY)
        except FileNotFoundError as error:
            raise ObjectGone(name) from error
        try:
            for frame in frames.cover(descriptor, name, start, end):
                plain = frames.unseal(descriptor, key, name, frame)
                stop = None if end is None else end - frame.offset
                yield plain[max(0, start - frame.offset) : stop]
        finally:
            os.close(descriptor)

    async def digest(self, name: str, key: Key, algorithm: str = "sha256") -> str:
        """Return the digest of what is on the disk, hexadecimal."""
        return await asyncio.to_thread(self._digest, name, key, algorithm)

    async def remove(self, name: str) -> None:
        """Remove an object, whole or growing, if it is there."""
        self._ends.pop(name, None)
        await asyncio.to_thread(self._remove, name)

    async def sweep(self, known: set[str], older_than: timedelta) -> int:
        """Remove objects that no row knows, once old enough; return how many."""
        return await asyncio.to_thread(self._sweep, known, older_than)

    def held(self, name: str) -> AbstractAsyncContextManager[None]:
        """Keep all others from writing this object; ObjectHeld after ten seconds."""
        return held(lambda: self._current(name))

    def has_room(self, size: int) -> bool:
        """Return whether so much fits beside what we keep free."""
        make_folder(self.root)
        return room(self.root) >= size + self.reserve

    def _open(self, name: str, offset: int) -> Growing:
        if not self.has_room(0):
            raise StorageFull
        return Growing(self._part(name), name, offset, self._ends.pop(name, None))

    def _finish(self, name: str, size: int) -> None:
        path, part = self._path(name), self._part(name)
        if not path.exists():
            growing = Growing(part, name, size, self._ends.pop(name, None))
            try:
                growing.sync()
            finally:
                growing.close()
            part.rename(path)
        sync_folder(path.parent)

    def _digest(self, name: str, key: Key, algorithm: str) -> str:
        digest = hashlib.new(algorithm, usedforsecurity=False)
        for piece in self.pieces(name, key):
            digest.update(piece)
        return digest.hexdigest()

    def _remove(self, name: str) -> None:
        for path in (self._path(name), self._part(name)):
            if path.exists():
                path.unlink()
                sync_folder(path.parent)

    def _sweep(self, known: set[str], older_than: timedelta) -> int:
        before = time.time() - older_than.total_seconds()
        orphans = [
            path
            for path in self.root.glob("??/*")
            if path.name.removesuffix(PART) not in known
            and path.stat().st_mtime < before
        ]
        for path in orphans:
            path.unlink(missing_ok=True)
        return len(orphans)

    def _current(self, name: str) -> Path:
        path = self._path(name)
        return path if path.exists() else self._part(name)

    def _part(self, name: str) -> Path:
        return self.root / name[:2] / (name + PART)

    def _path(self, name: str) -> Path:
        return self.root / name[:2] / name


def open_store(media_url: str) -> FileStore:
    """Return the store that `file:<folder>` names."""
    return FileStore(Path(media_url.removeprefix("file:").removeprefix("//")))


def new_name() -> str:
    return secrets.token_hex(16)


async def _gather(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Give the same bytes in pieces of a frame's size, the last one shorter."""
    gathered = bytearray()
    async for piece in pieces:
        gathered += piece
        while len(gathered) >= frames.MOST:
            yield bytes(gathered[: frames.MOST])
            del gathered[: frames.MOST]
    if gathered:
        yield bytes(gathered)
