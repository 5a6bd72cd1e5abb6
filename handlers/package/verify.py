"""Whether a package is what was handed over, to the last byte."""

import hashlib
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from handlers.package import manifest
from handlers.package.archive import CHUNK, SEAL, digest_before_seal
from handlers.package.manifest import MANIFEST, SUMS, Entry

UNREADABLE = (
    BadZipFile,
    EOFError,
    KeyError,
    OSError,
    RuntimeError,  # a flipped flag may call a file encrypted or of an unknown method
    ValueError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and with which file; an empty name is the package itself."""

    name: str
    sentence: str


def verify(path: Path) -> list[Problem]:
    """Return what is wrong with a package; nothing when it is whole."""
    problems = []
    try:
        with path.open("rb") as file:
            if not _is_sealed(file):
                problems.append(Problem("", "Gói đã bị thay đổi sau khi lập."))
        with ZipFile(path) as archive:
            problems += _in_files(archive)
    except UNREADABLE:
        problems.append(Problem("", "Không mở được gói: tệp hỏng hoặc không phải gói."))
    return problems


def _is_sealed(file: IO[bytes]) -> bool:
    digest = digest_before_seal(file)
    return file.read(SEAL) == digest.hexdigest().encode("ascii")


def _in_files(archive: ZipFile) -> Iterator[Problem]:
    found = archive.namelist()
    for name in {MANIFEST, SUMS} - set(found):
        yield Problem(name, "Gói thiếu bản kê.")
        return
    listed = manifest.read(archive.read(MANIFEST))
    for name in sorted({name for name in found if found.count(name) > 1}):
        yield Problem(name, "Có hai tệp cùng tên.")
    for name in sorted(set(found) - listed.keys() - {MANIFEST, SUMS}):
        yield Problem(name, "Tệp này không có trong bản kê.")
    yield from _in_sums(archive, listed)
    for entry in listed.values():
        yield from _in_file(archive, entry, entry.name in found)


def _in_sums(archive: ZipFile, listed: dict[str, Entry]) -> Iterator[Problem]:
    own = archive.read(MANIFEST)
    itself = Entry(MANIFEST, len(own), hashlib.sha256(own).hexdigest())
    if archive.read(SUMS) != manifest.sums((*listed.values(), itself)):
        yield Problem(SUMS, "Hai bản kê không khớp nhau.")


def _in_file(archive: ZipFile, entry: Entry, is_there: bool) -> Iterator[Problem]:
    if not is_there:
        yield Problem(entry.name, "Gói thiếu tệp này.")
        return
    try:
        changed = _read(archive, entry.name) != replace(entry, label="")
    except UNREADABLE:
        changed = True
    if changed:
        yield Problem(entry.name, "Tệp đã bị thay đổi.")


def _read(archive: ZipFile, name: str) -> Entry:
    digest, size = hashlib.sha256(), 0
    with archive.open(name) as member:
        while chunk := member.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return Entry(name, size, digest.hexdigest())
