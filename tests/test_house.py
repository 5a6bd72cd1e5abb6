"""The house keeps its own rules: files, names, locks, and what the README says."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent
PACKAGES = ("admin", "bot", "handlers", "nlp", "storage")
LONGEST = 250
LOCKS = ("requirements.lock", "requirements-test.lock")
# Written so that this file does not contain what it looks for.
FOREIGN = re.compile(
    r"(?<![\w.-])/(?:wor[k]|roo[t]|far[m])/"  # machine paths
    r"|\.\./share[d]"
    r"|pyp[i]\.org|pythonhoste[d]|registry\.npmj[s]|deb\.debia[n]|inde[x]-url"
)


def files() -> list[Path]:
    """Return what is committed or about to be."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=HOME, capture_output=True, check=True)
    paths = (HOME / name for name in listed.stdout.decode().split("\0") if name)
    return sorted(path for path in paths if path.is_file())


def sources() -> list[Path]:
    return [path for path in files() if path.suffix == ".py" and not in_tests(path)]


def read_by_people() -> list[Path]:
    """Return the code, styles and tests that we write ourselves."""
    ours = [path for path in files() if path.suffix in (".py", ".js", ".css")]
    return [path for path in ours if not is_history(path) and not is_foreign(path)]


def is_foreign(path: Path) -> bool:
    """Whether it is another's work, kept as it came."""
    return "vendor" in path.parts


def is_history(path: Path) -> bool:
    """Whether it is a migration: as long as its tables, and never edited again."""
    return path.parent.match("storage/migrations/versions")


def in_tests(path: Path) -> bool:
    return path.relative_to(HOME).parts[0] == "tests"


def named(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(HOME)) for path in paths]


def text(path: Path) -> str:
    """Return the file's text, or nothing for a picture or a font."""
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8")


def test_no_file_names_a_machine_or_a_registry():
    assert named([path for path in files() if FOREIGN.search(text(path))]) == []


def test_no_file_is_too_long_to_be_read():
    lengths = {path: len(text(path).splitlines()) for path in read_by_people()}

    assert {path.suffix for path in lengths} == {".py", ".js", ".css"}
    assert any(in_tests(path) for path in lengths)
    assert named([path for path in lengths if lengths[path] > LONGEST]) == []


def test_every_package_says_what_it_is():
    packages = [path for path in sources() if path.name == "__init__.py"]

    silent = [path for path in packages if not ast.get_docstring(ast.parse(text(path)))]

    assert {path.parent.name for path in packages} >= set(PACKAGES)
    assert named(silent) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_hashes_and_no_address(lock):
    requirements = text(HOME / lock).replace("\\\n", "").splitlines()

    assert [line for line in requirements if "--hash=sha256:" not in line] == []
    assert [line for line in requirements if "://" in line] == []


def test_the_test_lock_holds_all_that_runs_in_an_office():
    run, test = (set(pinned(lock)) for lock in LOCKS)

    assert run - test == set()


def pinned(lock: str) -> list[str]:
    return re.findall(r"^\S+==\S+", text(HOME / lock), re.MULTILINE)


def test_the_first_two_commands_of_the_readme_are_targets_of_the_makefile():
    targets = re.findall(r"^([\w ]+):", text(HOME / "Makefile"), re.MULTILINE)
    words = " ".join(targets).split()

    commands = first_commands()

    assert [command.split()[0] for command in commands] == ["make", "make"]
    assert {command.split()[1] for command in commands} <= set(words)


def first_commands() -> list[str]:
    """Return the commands of the README's first block, without their comments."""
    block = re.search(r"```sh\n(.*?)```", text(HOME / "README.md"), re.DOTALL)
    assert block
    return [line.split("#")[0].strip() for line in block[1].splitlines()]


def test_the_tree_in_the_readme_is_the_tree_of_folders():
    assert folders_told() == folders_there()


def folders_told() -> set[str]:
    """Return the folders of the README's tree; each line must say what lives there."""
    readme = text(HOME / "README.md")
    block = re.search(r"## The house\n.*?```\n(.*?)```", readme, re.DOTALL)
    assert block
    told, parent = set(), ""
    for line in block[1].splitlines():
        entry = re.fullmatch(r"(  )?([\w.-]+)/ +\S.*", line)
        assert entry, f"not a folder with a word about it: {line}"
        parent = parent if entry[1] else entry[2]
        told.add(f"{parent}/{entry[2]}" if entry[1] else parent)
    return told


def folders_there() -> set[str]:
    """Return the folders two deep; those of tests that mirror a package go unsaid."""
    parts = (path.relative_to(HOME).parent.parts[:2] for path in files())
    folders = {"/".join(part[:depth]) for part in parts for depth in (1, 2) if part}
    mirrors = {f"tests/{package}" for package in PACKAGES}
    return {name for name in folders - mirrors if not name.startswith(".")}


def test_every_link_in_the_documents_leads_somewhere():
    documents = [path for path in files() if path.suffix == ".md"]

    links = [
        (path, target)
        for path in documents
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text(path))
    ]

    assert [link for link in links if not (link[0].parent / link[1]).exists()] == []


def test_a_machine_without_venv_is_told_in_one_sentence_how_to_get_it(tmp_path):
    for name in ("house.py", *LOCKS):
        shutil.copy(HOME / name, tmp_path)
    for module in ("ensurepip", "pip"):
        (tmp_path / f"{module}.py").write_text("raise ImportError")
    bare = {"PATH": os.devnull, "PYTHONPATH": str(tmp_path)}

    setup = subprocess.run(
        [sys.executable, "house.py", "setup"],
        cwd=tmp_path,
        env=bare,
        capture_output=True,
        text=True,
        check=False,
    )

    assert setup.returncode == 1
    assert setup.stderr == (
        "Python's venv is missing: `sudo apt-get install python3-venv` brings it.\n"
    )
