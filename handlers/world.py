"""What slow work and uploads need of the process: database, store, clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from storage.db import Database
from storage.files import FileStore


@dataclass(frozen=True, slots=True)
class World:
    """Passed down from where the process is put together."""

    db: Database
    files: FileStore
    clock: Callable[[], datetime]
