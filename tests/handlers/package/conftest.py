"""A package of the invented tip."""

from pathlib import Path

import pytest

from handlers.forwarding import package
from handlers.package import archive
from handlers.package.archive import Packed
from tests.handlers.package.invented import DOSSIER, stored


@pytest.fixture
async def packed(tmp_path: Path) -> Packed:
    return await archive.write(package(DOSSIER), stored, tmp_path / "tip.zip")
