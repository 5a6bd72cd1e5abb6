"""A backup that cannot be made says why, and leaves nothing half made."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.backups.errors import NothingKept, NotWritten
from storage.backups.take import backup
from storage.crypt import KeyRing

NOW = datetime(2026, 12, 1, 3, tzinfo=UTC)


def made(ring: KeyRing, place: Path, target: Path) -> None:
    asyncio.run(backup(f"sqlite:///{place / 'none.db'}", ring, place, target, NOW))


def test_nothing_is_left_where_there_was_no_database_yet(
    ring: KeyRing, tmp_path: Path
) -> None:
    with pytest.raises(NothingKept):
        made(ring, tmp_path, tmp_path / "copy")

    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said(ring: KeyRing, tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.touch()

    with pytest.raises(NotWritten, match="a file"):
        made(ring, tmp_path, file / "copy")
