"""Atlas: the boundaries that an office has installed, read when first needed.

They are one file of the office's own folder, put there whole or not at all; a newer one
counts from the next look.
"""

import os
import threading
from dataclasses import dataclass, field
from pathlib import Path

from nlp import geo
from nlp.geo import Spot
from nlp.positions import boundaries
from nlp.positions.boundaries import Boundaries, BoundaryError
from nlp.positions.grids import Point

NAME = "boundaries.json.gz"


def install(content: bytes, folder: Path) -> Boundaries:
    """Keep a copy of a file that reads well; BoundaryError, and nothing kept, else."""
    read = boundaries.read(content)
    if not geo.is_in_place(read):
        raise BoundaryError("most communes lie elsewhere, as with another scale")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    coming = folder / f"{NAME}.coming"
    with coming.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    coming.replace(folder / NAME)
    return read


@dataclass
class Atlas:
    """Tells what lies where; without a file that can be read, by the nearest point."""

    folder: Path | None = None
    _held: tuple[float, Boundaries | None] | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def spot(self, lat: float, lon: float) -> Spot:
        return geo.locate(Point(lat, lon), self.boundaries())

    def boundaries(self) -> Boundaries | None:
        if self.folder is None:
            return None
        path = self.folder / NAME
        with self._lock:
            try:
                changed = path.stat().st_mtime
            except FileNotFoundError:
                return None
            if self._held is None or self._held[0] != changed:
                self._held = changed, _readable(path)
            return self._held[1]


def _readable(path: Path) -> Boundaries | None:
    """None for a file that was damaged since: the pages of tips must still open."""
    try:
        return boundaries.read(path.read_bytes())
    except (OSError, BoundaryError):
        return None
