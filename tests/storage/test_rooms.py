"""What lies plain in a room is gone with whoever worked there, however he ended."""

import subprocess
import sys
from pathlib import Path

import pytest

from storage import rooms
from storage.rooms import room

WORK_UNTIL_KILLED = """
import sys
from pathlib import Path
from storage.rooms import room
with room(Path(sys.argv[1])) as folder:
    (folder / "package.zip").write_bytes(b"plain")
    print(flush=True)
    sys.stdin.read()
"""


def _work(root: Path) -> subprocess.Popen[bytes]:
    """Return somebody who works in a room and does not end by himself."""
    command = [sys.executable, "-c", WORK_UNTIL_KILLED, str(root)]
    pipe = subprocess.PIPE
    worker = subprocess.Popen(command, stdin=pipe, stdout=pipe)
    assert worker.stdout is not None
    worker.stdout.readline()
    return worker


def _files(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


def test_a_room_is_gone_when_its_work_is_done_or_fails(tmp_path: Path) -> None:
    with room(tmp_path / "media") as folder:
        (folder / "package.zip").write_bytes(b"plain")
    with pytest.raises(ZeroDivisionError), room(tmp_path / "media"):
        raise ZeroDivisionError

    assert list((tmp_path / "media").iterdir()) == []


def test_what_a_killed_worker_left_is_cleared_and_no_one_elses(tmp_path: Path) -> None:
    killed, working = _work(tmp_path), _work(tmp_path)
    killed.kill()
    killed.communicate()

    assert len(_files(tmp_path)) == 2
    assert rooms.clear(tmp_path) == 1
    assert len(_files(tmp_path)) == 1

    working.communicate()
    assert list(tmp_path.iterdir()) == []


def test_the_next_who_works_clears_too(tmp_path: Path) -> None:
    killed = _work(tmp_path)
    killed.kill()
    killed.communicate()

    with room(tmp_path) as folder:
        assert list(tmp_path.iterdir()) == [folder]


def test_without_a_store_there_is_nothing_to_clear(tmp_path: Path) -> None:
    assert rooms.clear(tmp_path / "media") == 0
