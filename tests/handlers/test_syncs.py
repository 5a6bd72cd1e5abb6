"""What is told as kept is on the disk: seen in the system calls, in their order."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fixtures.means import lacking

SENDS_A_FILE = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path

from handlers import uploads
from handlers.world import World
from storage import conversations, crypt
from storage.db import open_database
from storage.files import FileStore
from storage.model.evidence import MediaKind
from storage.model.upload import Wish

async def pieces():
    yield b"a photo of a grave"

async def main(database, ring, media):
    now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    db = await open_database(database, crypt.load(Path(ring)))
    world = World(db, FileStore(Path(media)), lambda: now)
    who = await db.write(conversations.find_or_open, "web", "web", "a", now)
    wish = Wish("c-1", MediaKind.PHOTO, "a.jpg", "image/jpeg", None)
    await uploads.take_whole(world, who, wish, pieces())
    await db.close()

asyncio.run(main(*sys.argv[1:]))
"""

CALL = re.compile(r"(pwrite64|fsync|fdatasync|rename)\((?:\d+<([^>]+)>|\"([^\"]+)\")")


@pytest.fixture
def calls(sqlite_template: Path, tmp_path: Path) -> list[tuple[str, str]]:
    """The calls that one upload made: what was done, and to what."""
    if shutil.which("strace") is None:
        lacking("strace", "install Debian's strace")
    shutil.copy(sqlite_template, tmp_path / "manhmoi.db")
    trace = tmp_path / "trace"
    watched = ["strace", "-f", "-y", "-s", "0", "-o", trace]
    watched += ["-e", "trace=pwrite64,fsync,fdatasync,rename"]
    url = f"sqlite+aiosqlite:///{tmp_path}/manhmoi.db"
    told = [url, tmp_path / "keyring", tmp_path / "media"]
    program = [sys.executable, "-c", SENDS_A_FILE, *told]
    subprocess.run([*watched, *program], check=True, timeout=60)
    found = [CALL.search(line) for line in trace.read_text().splitlines()]
    return [_named(call, tmp_path) for call in found if call]


def test_file_and_folder_are_synced_before_the_rows_say_so(
    calls: list[tuple[str, str]],
) -> None:
    wanted = [
        ("sync", "root"),  # the object's folder has its name
        ("sync", "folder"),  # the object has its name
        ("write", "object"),
        ("sync", "object"),
        ("sync", "database"),  # the row: so many bytes are here
        ("sync", "object"),
        ("rename", "object"),
        ("sync", "folder"),
        ("sync", "database"),  # the row: the file is here
    ]

    assert _in_order(wanted, calls)
    last_commit = len(calls) - calls[::-1].index(("sync", "database"))
    assert ("write", "object") not in calls[last_commit:]


def _in_order(wanted: list[tuple[str, str]], calls: list[tuple[str, str]]) -> bool:
    left = iter(calls)
    return all(call in left for call in wanted)


def _named(call: re.Match[str], tmp_path: Path) -> tuple[str, str]:
    path = Path(call[2] or call[3])
    media = tmp_path / "media"
    names = {media: "root", tmp_path: "home"}
    if path.name.startswith("manhmoi.db"):
        name = "database"
    else:
        name = names.get(path, "folder" if path.parent == media else "object")
    acts = {"pwrite64": "write", "rename": "rename"}
    return acts.get(call[1], "sync"), name
