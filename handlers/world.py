"""What slow work and uploads need of the process: database, store, clock."""

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from nlp.entity import Entity
from storage.db import Database
from storage.files import FileStore
from storage.model.message import Remote


class Later(Exception):
    """Work that has to wait for something outside: why, and until when."""

    def __init__(self, why: str, due: datetime) -> None:
        super().__init__(why)
        self.why = why
        self.due = due


class Source(Protocol):
    """A channel from which files are fetched."""

    def download(self, remote: Remote, offset: int) -> AsyncIterator[bytes]:
        """Return the file's bytes from `offset` on."""


class Voters(Protocol):
    """Who reads texts a second time (`bot/voting.py`)."""

    async def find(self, texts: tuple[str, ...]) -> tuple[tuple[Entity, ...], ...]:
        """Return what each of them names."""


@dataclass(frozen=True, slots=True)
class World:
    """Passed down from where the process is put together.

    `sources` are the channels by name; `link` is where files of any size can be given;
    `voters` are None where nobody reads twice.
    """

    db: Database
    files: FileStore
    clock: Callable[[], datetime]
    sources: Mapping[str, Source] = field(default_factory=dict)
    link: str = ""
    voters: Voters | None = None
