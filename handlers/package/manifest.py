"""What a package holds, with size and SHA-256 of each file."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

MANIFEST = "manifest.json"
SUMS = "manifest.sha256"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a package; `label` says what it shows, where a volunteer wrote that."""

    name: str
    size: int
    sha256: str
    label: str = ""


def write(code: str, made_at: str, entries: Iterable[Entry]) -> bytes:
    """Return `manifest.json`."""
    listed = [_told(entry) for entry in entries]
    content = {"version": 1, "code": code, "made_at": made_at, "files": listed}
    return json.dumps(content, ensure_ascii=False, indent=2).encode() + b"\n"


def read(raw: bytes) -> dict[str, Entry]:
    """Return the entries of a `manifest.json` by name; ValueError if it is none."""
    try:
        listed = json.loads(raw)["files"]
        entries = [_entry(file) for file in listed]
    except (KeyError, TypeError) as error:
        raise ValueError("not a manifest of ours") from error
    return {entry.name: entry for entry in entries}


def _told(entry: Entry) -> dict[str, object]:
    return {key: told for key, told in asdict(entry).items() if told != ""}


def _entry(file: dict[str, Any]) -> Entry:
    label = str(file.get("label", ""))
    return Entry(file["name"], int(file["size"]), file["sha256"], label)


def sums(entries: Iterable[Entry]) -> bytes:
    """Return the entries as `sha256sum -c` reads them."""
    return "".join(f"{entry.sha256}  {entry.name}\n" for entry in entries).encode()
