"""The house's own tools, with nothing but Python: what each `make` target runs.

Packages are installed again only when a lock changed, so the second time costs nothing.
"""

from __future__ import annotations  # an old Python must get as far as our sentence

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent
VENV = HOME / ".venv"
PYTHON = VENV / "bin" / "python"
RUN_LOCK = HOME / "requirements.lock"
TEST_LOCK = HOME / "requirements-test.lock"  # holds all of RUN_LOCK and more
# A distribution builds its Python optimised by profiles, version managers do not: with it
# texts are read an eighth faster. After it ours is tried, then these.
DISTRIBUTED = "/usr/bin/python3"
PYTHONS = ("python3.13", "python3.12", "python3.11")

LINTS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-q", "tests/test_house.py"),
)
PROGRAMS: dict[str, tuple[Path, tuple[str, ...]]] = {
    "run": (RUN_LOCK, ("-m", "bot", "serve")),
    "test": (TEST_LOCK, ("-m", "pytest", "-n", "auto", "--maxprocesses", "4")),
    "chaos": (TEST_LOCK, ("-m", "pytest", "-m", "chaos", "-s")),
    "bench": (TEST_LOCK, ("-m", "tests.bench")),
    "eval": (TEST_LOCK, ("-m", "tests.reading")),
}


class Missing(Exception):
    """One sentence: what is missing and how to get it."""


def main(arguments: list[str]) -> None:
    name, *rest = arguments or ["run"]
    os.chdir(HOME)
    try:
        run(name, rest)
    except Missing as missing:
        sys.exit(str(missing))


def run(name: str, rest: list[str]) -> None:
    """Set up what the target needs, then turn into its program."""
    if name == "setup":
        setup(RUN_LOCK)
    elif name == "lint":
        setup(TEST_LOCK)
        sys.exit(lint())
    else:
        lock, program = PROGRAMS[name]
        setup(lock)
        sys.stdout.flush()
        # Not a child: signals must reach the server itself.
        os.execv(PYTHON, [str(PYTHON), *program, *rest])


def setup(lock: Path) -> None:
    """Leave a `.venv` that holds exactly what the lock says."""
    if is_current(lock):
        return
    print("Setting up .venv; this takes a minute or two, once.", flush=True)
    if not is_current(RUN_LOCK):
        shutil.rmtree(VENV, ignore_errors=True)
    if not (_with_uv(lock) or _with_pip(lock)):
        raise Missing(
            "The packages could not be installed: see above, check that this machine "
            "or its package mirror can be reached, and try again."
        )
    for done in {RUN_LOCK, lock}:
        _stamp(done).write_text(_digest(done))


def is_current(lock: Path) -> bool:
    stamp = _stamp(lock)
    return PYTHON.exists() and stamp.exists() and stamp.read_text() == _digest(lock)


def lint() -> int:
    """Run every check, also after one failed, and say which did."""
    failed = [check for check in LINTS if subprocess.run(_tool(check)).returncode]
    for check in failed:
        print("FAILED:", *check)
    return 1 if failed else 0


def _with_uv(lock: Path) -> bool:
    uv = shutil.which("uv")
    if uv is None:
        return False
    install: list[str | Path] = [uv, "pip", "install", "--quiet", "--python", PYTHON]
    made = PYTHON.exists() or _ran(uv, "venv", "--quiet", "--python", _python(), VENV)
    return made and _installed(install, lock)


def _with_pip(lock: Path) -> bool:
    make = ("-m", "venv", "--without-pip", VENV)
    made = PYTHON.exists() or _ran(_python(), *make)
    return made and _installed([*_pip(), "install", "-qq"], lock)


def _installed(install: list[str | Path], lock: Path) -> bool:
    """Install the lock, then ourselves, which adds the command `manhmoi`."""
    return _ran(*install, "--require-hashes", "-r", lock) and _ran(
        *install, "--no-deps", "--no-build-isolation", "-e", "."
    )


def _python() -> str:
    """Return a Python that is new enough."""
    check = "import sys, venv; sys.exit(sys.version_info < (3, 11))"
    for python in _pythons():
        if _ran(python, "-c", check, quiet=True):
            return python
    raise Missing(
        "Python 3.11 or newer is missing: a Debian from 12 on has it, "
        "`sudo apt-get install python3 python3-venv` brings it."
    )


def _pip() -> list[str | Path]:
    """Return the pip of `.venv`; where its Python comes without one, that of another."""
    if _ran(PYTHON, "-m", "ensurepip", quiet=True):
        return [PYTHON, "-m", "pip"]
    for python in _pythons():
        if _ran(python, "-m", "pip", "--version", quiet=True):
            return [python, "-m", "pip", "--python", PYTHON]
    raise Missing(
        "Python's venv is missing: `sudo apt-get install python3-venv` brings it."
    )


def _pythons() -> list[str]:
    found = map(shutil.which, (DISTRIBUTED, sys.executable, *PYTHONS))
    return list(filter(None, found))


def _ran(*command: str | Path, quiet: bool = False) -> bool:
    out = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, stdout=out, stderr=out).returncode == 0


def _tool(check: tuple[str, ...]) -> list[str]:
    return [str(VENV / "bin" / check[0]), *check[1:]]


def _stamp(lock: Path) -> Path:
    return VENV / f"{lock.name}.sha256"


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


if __name__ == "__main__":
    main(sys.argv[1:])
