"""The README's first commands do what it says, run as they stand there."""

import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

import house
from tests.fixtures.means import lacking
from tests.test_house import HOME, first_commands

READY_WITHIN_S = 30
QUICKLY_S = 5


@pytest.fixture(autouse=True)
def set_up() -> None:
    """A test must not replace the packages that it runs on."""
    if not (house.is_current(house.RUN_LOCK) and house.is_current(house.TEST_LOCK)):
        lacking("setup", "the packages are not those of the locks; run `make test`")


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def office(tmp_path: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """The server as `make run` starts it, on an empty data folder."""
    with (tmp_path / "printed").open("w") as printed:
        server = subprocess.Popen(
            first_commands()[0].split(),
            cwd=HOME,
            env=environ(MANHMOI_DATA_DIR=str(tmp_path / "var"), MANHMOI_PORT=str(port)),
            stdout=printed,
            stderr=printed,
            text=True,
            start_new_session=True,
        )
        yield server
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


@pytest.mark.usefixtures("office")
def test_the_first_command_serves_within_seconds_and_says_where_to_go(port, tmp_path):
    started = time.monotonic()

    pages = {path: status(port, path) for path in ("/readyz", "/", "/chat")}

    assert pages == {"/readyz": 200, "/": 200, "/chat": 200}
    assert time.monotonic() - started < QUICKLY_S
    printed = (tmp_path / "printed").read_text()
    assert re.search(rf"^ADMIN http://127.0.0.1:{port}/\S+$", printed, re.MULTILINE)
    assert f"http://127.0.0.1:{port}\n" in printed


def test_a_server_that_is_told_to_stop_ends_cleanly(office, port):
    status(port, "/readyz")

    os.kill(child_of(office.pid), signal.SIGTERM)

    assert office.wait(timeout=20) == 0
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port), timeout=1)


def test_the_second_command_runs_the_tests():
    only_one = "-p no:cacheprovider tests/test_house.py -k without_venv"

    tests = subprocess.run(
        first_commands()[1].split(),
        cwd=HOME,
        env=environ(PYTEST_ADDOPTS=only_one),
        capture_output=True,
        text=True,
        check=False,
    )

    assert "1 passed" in tests.stdout
    assert tests.returncode == 0


def environ(**more: str) -> dict[str, str]:
    """Return our environment, without the words that an outer make was given."""
    outer = ("MAKEFLAGS", "MAKEOVERRIDES", "MFLAGS", "ARGS")
    return {k: v for k, v in os.environ.items() if k not in outer} | more


def child_of(make: int) -> int:
    """Return what `make` runs: it says itself how that ended (proc(5))."""
    (child,) = Path(f"/proc/{make}/task/{make}/children").read_text().split()
    return int(child)


def status(port: int, path: str) -> int:
    """Return the status of a page, waiting until the server listens."""
    deadline = time.monotonic() + READY_WITHIN_S
    while True:
        try:
            url = f"http://127.0.0.1:{port}{path}"
            with urllib.request.urlopen(url, timeout=5) as answer:
                return answer.status
        except urllib.error.HTTPError as refused:
            if refused.code != 503 or time.monotonic() > deadline:
                return refused.code
        except OSError:
            if time.monotonic() > deadline:
                raise
        time.sleep(0.05)
