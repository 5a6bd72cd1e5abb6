"""A growing object: one file to which one caller adds frames behind the last."""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from storage import frames
from storage.crypt import Key
from storage.disk import full_told, make_folder, sync_folder
from storage.frames import Frame


class ObjectGone(Exception):
    """The store does not hold this object, or less of it than it should."""


@dataclass(frozen=True, slots=True)
class End:
    """Where a growing object stood when we last wrote it."""

    last: Frame
    size: int
    changed_ns: int

    def is_still(self, descriptor: int) -> bool:
        """Return whether nobody touched the file since."""
        status = os.fstat(descriptor)
        return (self.size, self.changed_ns) == (status.st_size, status.st_mtime_ns)


class Growing:
    """An open object, cut back to the bytes that were told as kept."""

    def __init__(self, path: Path, name: str, offset: int, end: End | None) -> None:
        """Open `path`; `end`, if it still holds, saves a walk through the file."""
        self._name = name
        with full_told():
            make_folder(path.parent)
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                self._last = self._begun = self._at(offset, end)
                os.ftruncate(self._descriptor, self._last.next_position)
                if self.length == 0:
                    sync_folder(path.parent)  # who locked it may have made the name
            except BaseException:
                self.close()
                raise

    @property
    def length(self) -> int:
        return self._last.next_offset

    def add(self, key: Key, plain: bytes) -> None:
        """Write one frame."""
        number, position = self._last.number + 1, self._last.next_position
        sealed = memoryview(frames.seal(key, self._name, number, plain))
        frame = Frame(number, self.length, position, len(plain))
        with full_told():
            while sealed:
                written = os.pwrite(self._descriptor, sealed, position)
                sealed, position = sealed[written:], position + written
        self._last = frame

    def sync(self) -> End:
        """Return where the object ends once all of it is on the disk."""
        with full_told():
            os.fsync(self._descriptor)
        status = os.fstat(self._descriptor)
        return End(self._last, status.st_size, status.st_mtime_ns)

    def undo(self) -> None:
        """Take back what was added; where that fails, the next to open does it."""
        with contextlib.suppress(OSError):
            os.ftruncate(self._descriptor, self._begun.next_position)

    def close(self) -> None:
        os.close(self._descriptor)

    def _at(self, offset: int, end: End | None) -> Frame:
        if end and end.last.next_offset == offset and end.is_still(self._descriptor):
            return end.last
        last = frames.NONE
        for frame in frames.walk(self._descriptor):
            if last.next_offset >= offset:
                break
            last = frame
        if last.next_offset != offset:
            raise ObjectGone(f"{self._name} lacks the bytes up to {offset}")
        return last
