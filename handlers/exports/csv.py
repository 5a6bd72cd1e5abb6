"""A table for any spreadsheet: a row a tip, a column a key."""

import csv
import io
from typing import Any, BinaryIO

from storage.model.tip import ANSWER_KEYS

TIP = ("code", "kind", "status", "channel", "source", "created_at", "story", "spare")
COLUMNS = (*TIP, *ANSWER_KEYS, "locations", "media")
# A spreadsheet would run a cell that begins with one of these.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Writer:
    """Writes UTF-8 with the mark by which Excel knows it."""

    def __init__(self, out: BinaryIO) -> None:
        self._text = io.TextIOWrapper(out, "utf-8-sig", newline="", write_through=True)
        self._rows = csv.writer(self._text)
        self._rows.writerow(COLUMNS)

    def add(self, tip: dict[str, Any]) -> None:
        self._rows.writerow(map(_harmless, cells(tip)))

    def close(self) -> None:
        self._text.flush()
        self._text.detach()


def cells(tip: dict[str, Any]) -> list[str]:
    """Return the tip's cells in the order of COLUMNS."""
    answers = tip["answers"]
    said = (answers.get(key, {}).get("value") for key in ANSWER_KEYS)
    places = "; ".join(f"{place['lat']}, {place['lon']}" for place in tip["locations"])
    files = "; ".join(map(_file, tip["media"]))
    return [value or "" for value in (*map(tip.get, TIP), *said, places, files)]


def _file(file: dict[str, Any]) -> str:
    return f"{file['kind']} {file['sha256'] or file['state']}"


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
