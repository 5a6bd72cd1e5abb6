"""Objects of the media store that a moment of the database knows, and their copies.

A whole object never changes, so a hard link is a copy where the disk is the same. A
growing one does: its bytes are copied, and the next piece cuts off what came later.
"""

import errno
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.files import PART
from storage.model.evidence import MISSING, MediaState
from storage.model.upload import UploadState
from storage.tables import media, upload

UNLINKABLE = (errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.EACCES)
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """An object by name; `offset` bytes of a growing one are known to be there."""

    name: str
    is_growing: bool = False
    offset: int = 0


def wanted(tx: Connection) -> tuple[Wanted, ...]:
    """Return every object that this view of the database refers to."""
    here = media.c.state.not_in(MISSING)
    rows = tx.execute(sa.select(media.c.id, media.c.preview).where(here))
    whole = {name for row in rows for name in row if name is not None}
    on_their_way = sa.select(upload.c.object, upload.c.offset, upload.c.state).where(
        upload.c.state != UploadState.DONE, upload.c.object.not_in(whole)
    )
    growing = (
        Wanted(row.object, row.state == UploadState.OPEN, row.offset)
        for row in tx.execute(on_their_way)
        if row.offset
    )
    return (*map(Wanted, sorted(whole)), *growing, *_fetched(tx))


def _fetched(tx: Connection) -> tuple[Wanted, ...]:
    """Return what has come so far of files that lie with a platform."""
    query = sa.select(media.c.id, media.c.bytes).where(
        media.c.state == MediaState.COMING, media.c.bytes > 0
    )
    rows = tx.execute(query.order_by(media.c.id))
    return tuple(Wanted(row.id, is_growing=True, offset=row.bytes) for row in rows)


def copy(root: Path, known: Wanted, target: Path) -> Path | None:
    """Put an object into the target folder; None when the store has it no more."""
    folder = target / known.name[:2]
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for found in _places(root, known):
        # One that was open then is a part for the database, whatever became of it.
        made = folder / (known.name + PART if known.is_growing else found.name)
        try:
            place(found, made, may_link=not found.name.endswith(PART))
        except FileNotFoundError:
            continue
        return made
    return None


def place(source: Path, made: Path, *, may_link: bool) -> None:
    """Link or copy a file, and see its bytes on the disk."""
    if may_link and _link(source, made):
        return
    with source.open("rb") as reading, made.open("xb") as writing:
        shutil.copyfileobj(reading, writing, CHUNK)
        writing.flush()
        os.fsync(writing.fileno())


def _link(source: Path, made: Path) -> bool:
    try:
        made.hardlink_to(source)
    except OSError as error:
        if error.errno in UNLINKABLE:
            return False
        raise
    return True


def _places(root: Path, known: Wanted) -> tuple[Path, ...]:
    """Return where to look: a part may be given its final name while we look."""
    whole = root / known.name[:2] / known.name
    part = whole.with_name(known.name + PART)
    return (part, whole) if known.offset else (whole,)
