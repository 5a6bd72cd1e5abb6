"""What a backup holds: the SHA-256 of each file, and which keys open it.

Of each key only a keyed mark is kept: enough to tell whether a ring is the right one.
"""

import hmac
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from storage.backups.errors import NotABackup
from storage.crypt import KeyRing

NAME = "manifest.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Copy:
    """A file of a backup, by its path in the folder."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A whole backup; `missing` objects were gone from the store when it was made."""

    made_at: str
    database: str  # sqlite | postgresql
    keys: Mapping[str, str]
    files: tuple[Copy, ...]
    missing: tuple[str, ...] = ()

    def is_opened_by(self, ring: KeyRing) -> bool:
        """Return whether the ring has every key that the backup was made with."""
        marks = marks_of(ring)
        return all(marks.get(name) == mark for name, mark in self.keys.items())


def marks_of(ring: KeyRing) -> dict[str, str]:
    """Return a mark of each key, which tells nothing of the key."""
    return {
        name: hmac.digest(key.secret, b"backup:mark", "sha256").hex()
        for name, key in ring.keys.items()
    }


def describe(folder: Path, path: Path) -> Copy:
    """Return a file of the folder with its size and hash."""
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
        return Copy(path.relative_to(folder).as_posix(), file.tell(), digest)


def write(folder: Path, manifest: Manifest) -> None:
    content = {"version": VERSION} | asdict(manifest)
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (folder / NAME).write_text(text + "\n", "utf-8")


def read(folder: Path) -> Manifest:
    """Return the folder's manifest; NotABackup if it has none of ours."""
    try:
        content = json.loads((folder / NAME).read_text("utf-8"))
        if content.pop("version") != VERSION:
            raise NotABackup(folder)
        files = tuple(Copy(**file) for file in content.pop("files"))
        missing = tuple(content.pop("missing"))
        datetime.fromisoformat(content["made_at"])
        return Manifest(files=files, missing=missing, **content)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotABackup(folder) from error


def damaged(folder: Path, manifest: Manifest) -> list[str]:
    """Return the files that are not as they were when the backup was made."""
    return [copy.path for copy in manifest.files if not _is_whole(folder, copy)]


def _is_whole(folder: Path, copy: Copy) -> bool:
    path = folder / copy.path
    return path.is_file() and describe(folder, path) == copy
