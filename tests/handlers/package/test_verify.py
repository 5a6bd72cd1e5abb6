"""A package shows any change, and a changed file stops it before it is made."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from handlers.forwarding import package
from handlers.package import archive
from handlers.package.archive import MediaChanged, Packed
from handlers.package.verify import verify
from storage.model.evidence import Media
from tests.handlers.package.invented import DOSSIER


async def test_whole_packages_have_no_problem(packed: Packed) -> None:
    content = packed.path.read_bytes()

    assert verify(packed.path) == []
    assert packed.sha256 == hashlib.sha256(content).hexdigest()
    assert packed.size == len(content)


async def test_sha256sum_checks_it_too(packed: Packed, tmp_path: Path) -> None:
    with ZipFile(packed.path) as held:
        held.extractall(tmp_path / "out")

    checking = await asyncio.create_subprocess_exec(
        *("sha256sum", "--quiet", "--strict", "-c", "manifest.sha256"),
        cwd=tmp_path / "out",
    )
    assert await checking.wait() == 0


async def test_one_altered_byte_is_found_wherever_it_is(packed: Packed) -> None:
    content = packed.path.read_bytes()

    for at in (*range(0, len(content), 251), *range(len(content) - 200, len(content))):
        altered = bytearray(content)
        altered[at] ^= 1
        packed.path.write_bytes(altered)
        assert verify(packed.path), at


async def test_an_altered_file_is_named(packed: Packed) -> None:
    content = packed.path.read_bytes()
    packed.path.write_bytes(content.replace(b"soundsound", b"soundsoond", 1))

    assert [problem.name for problem in verify(packed.path)] == [
        "",
        "tai-lieu/01-ghi-am-x.webm",
    ]


async def test_a_package_without_its_end_is_no_package(packed: Packed) -> None:
    content = packed.path.read_bytes()
    packed.path.write_bytes(content[: len(content) // 2])

    assert verify(packed.path)


async def test_a_file_that_changed_in_the_store_stops_the_packing(
    tmp_path: Path,
) -> None:
    async def changed(_: Media) -> AsyncIterator[bytes]:
        yield b"something else"

    with pytest.raises(MediaChanged, match="khôi phục"):
        await archive.write(package(DOSSIER), changed, tmp_path / "tip.zip")

    assert not (tmp_path / "tip.zip").exists()
