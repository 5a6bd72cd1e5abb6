"""The package as one ZIP file, and the proof that no byte of it has changed.

Its last 64 bytes are the SHA-256 of all bytes before them, so that also a change between
the files is found. It proves against accidents, not against a forger: nobody signs it.
"""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from handlers.forwarding import Attachment, Package, Paper
from handlers.package import manifest
from handlers.package.manifest import MANIFEST, SUMS, Entry
from storage.model.evidence import Media

SEAL = 64
CHUNK = 1 << 20
PRIVATE = 0o600

Open = Callable[[Media], AsyncIterable[bytes]]


class MediaChanged(Exception):
    """A file in the store is not the one received: nothing was handed over."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Tệp {name} trong kho không còn đúng như khi tiếp nhận; gói chuyển chưa "
            "được lập. Xin khôi phục tệp này từ bản sao lưu rồi lập lại."
        )


@dataclass(frozen=True, slots=True)
class Packed:
    """A finished package."""

    path: Path
    size: int
    sha256: str


async def write(package: Package, read: Open, path: Path) -> Packed:
    """Write the package to `path`, which must not exist; `read` gives a file's bytes.

    Its memory does not grow with the files.
    """
    try:
        await _write(package, read, path)
        return await asyncio.to_thread(_seal, path)
    except BaseException:
        _discard(path)
        raise


async def _write(package: Package, read: Open, path: Path) -> None:
    made_at = datetime.fromisoformat(package.made_at)
    with _create(path) as file, ZipFile(file, "w") as archive:
        entries = [_write_paper(archive, paper, made_at) for paper in package.papers]
        for item in package.attachments:
            entry = await _write_media(archive, item, read(item.media), made_at)
            entries.append(entry)
        listed = manifest.write(package.code, package.made_at, entries)
        entries.append(_write_paper(archive, Paper(MANIFEST, listed), made_at))
        _write_paper(archive, Paper(SUMS, manifest.sums(entries)), made_at)
        archive.comment = b"0" * SEAL


def _write_paper(archive: ZipFile, paper: Paper, made_at: datetime) -> Entry:
    archive.writestr(_info(paper.name, made_at, ZIP_DEFLATED), paper.content)
    digest = hashlib.sha256(paper.content).hexdigest()
    return Entry(paper.name, len(paper.content), digest)


async def _write_media(
    archive: ZipFile, item: Attachment, chunks: AsyncIterable[bytes], made_at: datetime
) -> Entry:
    info = _info(item.name, made_at, ZIP_STORED)  # photos and sound hardly shrink
    with archive.open(info, "w", force_zip64=True) as member:
        entry = await _copy(item.name, chunks, member)
    if entry.sha256 != item.media.sha256:
        raise MediaChanged(item.name)
    return replace(entry, label=item.media.label)


async def _copy(name: str, chunks: AsyncIterable[bytes], target: IO[bytes]) -> Entry:
    digest, size = hashlib.sha256(), 0
    async for chunk in chunks:
        await asyncio.to_thread(_take, chunk, digest, target)
        size += len(chunk)
    return Entry(name, size, digest.hexdigest())


def _take(chunk: bytes, digest: "hashlib._Hash", target: IO[bytes]) -> None:
    digest.update(chunk)
    target.write(chunk)


def _info(name: str, made_at: datetime, compression: int) -> ZipInfo:
    info = ZipInfo(name, made_at.timetuple()[:6])
    info.compress_type = compression
    info.external_attr = PRIVATE << 16
    return info


def _seal(path: Path) -> Packed:
    """Put the hash of all before it at the end, and the file on the disk."""
    with path.open("r+b") as file:
        digest = digest_before_seal(file)
        sealed = digest.hexdigest().encode("ascii")
        file.seek(-SEAL, os.SEEK_END)
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
        digest.update(sealed)
        return Packed(path, file.tell(), digest.hexdigest())


def digest_before_seal(file: IO[bytes]) -> "hashlib._Hash":
    """Return the running hash of a package up to its seal."""
    left = file.seek(0, os.SEEK_END) - SEAL
    file.seek(0)
    digest = hashlib.sha256()
    while left > 0 and (chunk := file.read(min(CHUNK, left))):
        digest.update(chunk)
        left -= len(chunk)
    return digest


def _create(path: Path) -> IO[bytes]:
    new = os.O_RDWR | os.O_CREAT | os.O_EXCL
    return os.fdopen(os.open(path, new, PRIVATE), "w+b")


def _discard(path: Path) -> None:
    path.unlink(missing_ok=True)
