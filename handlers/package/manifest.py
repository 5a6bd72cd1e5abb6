"""What a package holds, with size and SHA-256 of each file."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

MANIFEST = "manifest.json"
SUMS = "manifest.sha256"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a package."""

    name: str
    size: int
    sha256: str


def write(code: str, made_at: str, entries: Iterable[Entry]) -> bytes:
    """Return `manifest.json`."""
    listed = [asdict(entry) for entry in entries]
    content = {"version": 1, "code": code, "made_at": made_at, "files": listed}
    return json.dumps(content, ensure_ascii=False, indent=2).encode() + b"\n"


def read(raw: bytes) -> dict[str, Entry]:
    """Return the entries of a `manifest.json` by name; ValueError if it is none."""
    try:
        listed = json.loads(raw)["files"]
        entries = [Entry(f["name"], int(f["size"]), f["sha256"]) for f in listed]
    except (KeyError, TypeError) as error:
        raise ValueError("not a manifest of ours") from error
    return {entry.name: entry for entry in entries}


def sums(entries: Iterable[Entry]) -> bytes:
    """Return the entries as `sha256sum -c` reads them."""
    return "".join(f"{entry.sha256}  {entry.name}\n" for entry in entries).encode()
