"""`manhmoi import boundaries` as an operator runs it."""

from pathlib import Path

import pytest

from nlp.positions import atlas
from tests.bot.test_commands import manhmoi
from tests.fixtures.squares import made, packed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "var"


def test_boundaries_are_kept_in_the_offices_folder(folder: Path) -> None:
    pytest.importorskip("shapely")
    file = folder.parent / "ranh-gioi.json.gz"
    file.write_bytes(packed(made()))

    done = manhmoi(folder, "import", "boundaries", str(file))

    assert done.stdout == "3100 communes of 1 provinces.\n"
    assert (folder / atlas.NAME).read_bytes() == file.read_bytes()


def test_a_file_of_another_kind_is_refused_in_one_sentence(folder: Path) -> None:
    pytest.importorskip("shapely")
    file = folder.parent / "ranh-gioi.json"
    file.write_text("{}")

    done = manhmoi(folder, "import", "boundaries", str(file))

    assert done.returncode == 1
    assert done.stderr.startswith(f"{file}: the file is not of the known form")
    assert not (folder / atlas.NAME).exists()
