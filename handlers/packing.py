"""Pack a tip: all that is held of it becomes one file, each medium checked on its way."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from handlers.forwarding import package
from handlers.package import archive
from handlers.package.archive import Packed
from handlers.package.dossier import Dossier
from storage.crypt import Key
from storage.dossier import Dossier as Held
from storage.files import FileStore
from storage.model.agency import Agency


@dataclass(frozen=True, slots=True)
class Errand:
    """On whose behalf a tip is handed over, when, and in which zone times are told."""

    office: Agency
    at: datetime
    zone: ZoneInfo


async def pack(held: Held, files: FileStore, errand: Errand, path: Path) -> Packed:
    """Write the package of a tip to `path`, which must not exist."""
    papers = await asyncio.to_thread(package, dossier(held, errand))
    return await archive.write(
        papers, lambda media: files.read(media.id, Key(media.key)), path
    )


def dossier(held: Held, errand: Errand) -> Dossier:
    """Return what of all that is held goes to the agency."""
    return Dossier(
        tip=held.tip,
        lines=held.lines,
        custody=tuple(deed.row for deed in held.deeds),
        notes=held.notes,
        office=errand.office,
        names=_names(held),
        spoken=held.spoken,
        at=errand.at,
        zone=errand.zone,
    )


def _names(held: Held) -> dict[str, str]:
    """Return who did what, by the actor's name in the audit."""
    names = {f"staff:{number}": name for number, name in held.names.items()}
    collector = held.tip.collector
    if collector is not None:
        names[collector.actor] = f"{collector.name}, {collector.unit}"
    return names
