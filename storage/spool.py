"""The spool: where an event lies while the database gives no commit.

Sealed, synced, and drained into the inbox in the order of receipt; an event that comes
twice this way is still the same event.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.crypt import KeyRing, SealBroken
from storage.disk import full_told, make_folder, sync_folder
from storage.model.line import Received

ABOUT = "spool"
ENDING = ".event"


@dataclass(frozen=True, slots=True)
class Spool:
    """A folder of sealed events; synchronous, to be called in a thread."""

    folder: Path
    ring: KeyRing

    def put(self, event: Received, name: str) -> None:
        """Keep an event durably under a name of the caller's. Raises StorageFull."""
        cell = self.ring.seal(_pack(event), ABOUT)
        path = self.folder / f"{event.at:%Y%m%dT%H%M%S%f}-{name}"
        with full_told():
            make_folder(self.folder)
            try:
                _write(path.with_suffix(".part"), cell)
                path.with_suffix(".part").rename(path.with_suffix(ENDING))
            except OSError:
                path.with_suffix(".part").unlink(missing_ok=True)
                raise
            sync_folder(self.folder)

    def waiting(self) -> list[Path]:
        """Return what lies here, in the order of receipt."""
        return sorted(self.folder.glob(f"*{ENDING}"))

    def read(self, paths: list[Path]) -> Iterator[Received]:
        """Return the events in these files; what nothing opens is left lying."""
        for path in paths:
            try:
                yield _unpack(self.ring.open(path.read_bytes(), ABOUT))
            except (SealBroken, ValueError, KeyError):
                path.rename(path.with_suffix(".unreadable"))

    def remove(self, paths: list[Path]) -> None:
        """Forget files whose events are in the database."""
        for path in paths:
            path.unlink(missing_ok=True)


def _write(path: Path, cell: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(cell)
        file.flush()
        os.fsync(file.fileno())


def _pack(event: Received) -> bytes:
    head = {
        "channel": event.channel,
        "account": event.account,
        "key": event.key,
        "address": event.address,
        "position": event.position,
        "at": event.at.isoformat(),
    }
    return json.dumps(head).encode() + b"\n" + event.body


def _unpack(raw: bytes) -> Received:
    head, _, body = raw.partition(b"\n")
    told = json.loads(head)
    at = datetime.fromisoformat(told.pop("at"))
    return Received(**told, body=body, at=at)
