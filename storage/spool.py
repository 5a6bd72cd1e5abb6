"""The spool: where events lie while the database gives no commit.

Sealed, synced, and drained into the inbox in the order of receipt; an event that comes
twice this way is still the same event. A file holds those that were put down together.
"""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from storage.crypt import KeyRing, SealBroken, WrongRing
from storage.disk import full_told, make_folder, sync_folder
from storage.model.line import Received

ABOUT = "spool"
ENDING, SPOILT = ".event", ".unreadable"
STAMP = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True, slots=True)
class Lying:
    """How much lies in a spool, since when, and how much of it nothing opens."""

    waiting: int
    since: datetime | None
    unreadable: int

    def waited_s(self, now: datetime) -> float:
        """Return how long the oldest has waited; nought where none waits."""
        return (now - self.since).total_seconds() if self.since else 0.0


@dataclass(frozen=True, slots=True)
class Spool:
    """A folder of sealed events; synchronous, to be called in a thread."""

    folder: Path
    ring: KeyRing

    def put(self, events: Sequence[Received], name: str) -> None:
        """Keep events durably, in a file of the caller's name. Raises StorageFull."""
        cell = self.ring.seal(_pack(events), ABOUT)
        path = self.folder / f"{events[0].at:{STAMP}}-{len(events)}-{name}"
        with full_told():
            make_folder(self.folder)
            try:
                _write(path.with_suffix(".part"), cell)
                path.with_suffix(".part").rename(path.with_suffix(ENDING))
            except OSError:
                path.with_suffix(".part").unlink(missing_ok=True)
                raise
            sync_folder(self.folder)

    @staticmethod
    def count(path: Path) -> int:
        """Return how many events lie in a file."""
        told = path.name.split("-")
        return int(told[1]) if len(told) > 2 and told[1].isdecimal() else 1

    def waiting(self) -> list[Path]:
        """Return what lies here, in the order of receipt."""
        return sorted(self.folder.glob(f"*{ENDING}"))

    def lying(self) -> Lying:
        """Return how much lies here: a spool that is well is empty again in seconds."""
        waiting = self.waiting()
        since = _put_at(waiting[0]) if waiting else None
        unreadable = sum(map(self.count, self.folder.glob(f"*{SPOILT}")))
        return Lying(sum(map(self.count, waiting)), since, unreadable)

    def read(self, paths: Sequence[Path]) -> Iterator[Received]:
        """Return the events in these files; what nothing opens is left lying."""
        for path in paths:
            try:
                yield from _unpack(self.ring.open(path.read_bytes(), ABOUT))
            except (SealBroken, WrongRing, ValueError, KeyError, TypeError):
                path.rename(path.with_suffix(SPOILT))

    def split(self, path: Path, new_name: Callable[[], str]) -> None:
        """Put each event of a file into one of its own."""
        for event in self.read([path]):
            self.put([event], new_name())
        self.remove([path])

    def remove(self, paths: Sequence[Path]) -> None:
        """Forget files whose events are in the database."""
        for path in paths:
            path.unlink(missing_ok=True)


def _put_at(path: Path) -> datetime | None:
    """Return when an event was put down; None where its name is not of ours."""
    try:
        return datetime.strptime(path.name.partition("-")[0], STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _write(path: Path, cell: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(cell)
        file.flush()
        os.fsync(file.fileno())


def _pack(events: Sequence[Received]) -> bytes:
    heads = [
        {
            "channel": event.channel,
            "account": event.account,
            "key": event.key,
            "address": event.address,
            "position": event.position,
            "at": event.at.isoformat(),
            "kind": event.kind,
            "told_at": event.told_at.isoformat() if event.told_at else None,
            "size": len(event.body),
        }
        for event in events
    ]
    return b"".join((json.dumps(heads).encode(), b"\n", *(e.body for e in events)))


def _unpack(raw: bytes) -> list[Received]:
    line, _, bodies = raw.partition(b"\n")
    heads, events, first = json.loads(line), [], 0
    if isinstance(heads, dict):  # put down by itself, as an older version did
        heads = [heads | {"size": len(bodies)}]
    for told in heads:
        at, size = datetime.fromisoformat(told.pop("at")), told.pop("size")
        said = told.pop("told_at", None)
        body = bodies[first : first + size]
        told |= {"told_at": datetime.fromisoformat(said) if said else None}
        events.append(Received(**told, body=body, at=at))
        first += size
    return events
