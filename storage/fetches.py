"""Files that still lie with a platform: where, and how much of each we hold.

The row stands at once, so that nothing shown is ever without a trace; where the file
lies is sealed as the file will be, and kept while the file is not here, so that it can be
asked for again. A row only ever says what is already on the disk.
"""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from nlp.files.filename import file_name
from storage import conversations, media, vault
from storage.codec import pack, unpack
from storage.crypt import Key
from storage.model.evidence import LOST, Media, MediaState
from storage.model.line import JobState
from storage.model.message import Remote, Showed
from storage.tables import job
from storage.tables import media as table
from storage.upsert import insert

KIND = "fetch"  # of the jobs


@dataclass(frozen=True, slots=True)
class Awaited:
    """A file that is to be fetched, from which channel, and since when we try."""

    media: Media
    remote: Remote
    channel: str
    since: datetime


def expect(
    tx: Connection, conversation_id: int, showed: Showed, remote: Remote, now: datetime
) -> None:
    """Let a file that lies with a platform have its row; again is no harm."""
    key, name = vault.key_of(tx, conversation_id), showed.media
    row = {
        "id": name,
        "conversation_id": conversation_id,
        "kind": showed.media_kind,
        "state": MediaState.COMING,
        "mime": "",
        "title_cell": key.seal(file_name(remote.name).encode(), f"media.title:{name}"),
        "key_cell": key.seal(Key.new().secret, f"media.key:{name}"),
        "remote_cell": key.seal(pack(remote), _about(name)),
        "bytes": 0,
        "sha256": "",
        "duration_s": showed.duration_s,
        "received_at": now,
    }
    tx.execute(insert(tx, table).values(row).on_conflict_do_nothing())


def awaited(tx: Connection, name: str) -> Awaited | None:
    """Return a file that is still to come; None when it is here, lost or erased."""
    known = media.load(tx, name)
    if known is None or known.state is not MediaState.COMING:
        return None
    query = sa.select(table.c.remote_cell).where(table.c.id == name)
    key = vault.key_of(tx, known.conversation)
    cell = key.open(tx.execute(query).scalar_one(), _about(name))
    channel = conversations.whose(tx, known.conversation).channel
    asked = sa.select(job.c.created_at).where(*_job_of(name))
    since = tx.execute(asked).scalar() or known.received_at
    return Awaited(known, unpack(Remote, cell), channel, since)


def advance(tx: Connection, name: str, before: int, after: int) -> bool:
    """Note that the bytes up to `after` are on the disk; False if nobody waits."""
    is_there = sa.and_(_is_coming(name), table.c.bytes == before)
    return _change(tx, is_there, {"bytes": after})


def arrived(tx: Connection, received: Media) -> bool:
    """Keep what a file is now that it is whole; False if nobody waits for it."""
    digest = bytes.fromhex(received.sha256)
    values = {
        "kind": received.kind,
        "state": received.state,
        "mime": received.mime,
        "bytes": received.size,
        "sha256": received.sha256,
        "copy_hash": vault.ring(tx).fingerprint(digest, "media"),
        "duration_s": received.duration_s,
        "remote_cell": None,
    }
    return _change(tx, _is_coming(received.id), values)


def lose(tx: Connection, name: str, state: MediaState) -> bool:
    """Say why a file will not come; False if nobody waits for it."""
    return _change(tx, _is_coming(name), {"state": state, "bytes": 0})


def again(tx: Connection, name: str, now: datetime) -> bool:
    """Wait once more for a file that was given up; False if that is of no use."""
    is_lost = sa.and_(
        table.c.id == name, table.c.state.in_(LOST), table.c.remote_cell.is_not(None)
    )
    if not _change(tx, is_lost, {"state": MediaState.COMING}):
        return False
    afresh = {"state": JobState.NEW, "attempts": 0, "lease_until": None, "error": ""}
    afresh |= {"due_at": now, "created_at": now}
    tx.execute(sa.update(job).where(*_job_of(name)).values(afresh))
    return True


def stranded(tx: Connection) -> tuple[str, ...]:
    """Return the files whose job has failed for good."""
    query = (
        sa.select(table.c.id)
        .join(job, sa.and_(job.c.subject == table.c.id, job.c.kind == KIND))
        .where(table.c.state == MediaState.COMING)
        .where(job.c.state.in_((JobState.DEAD, JobState.SEEN)))
    )
    return tuple(tx.execute(query.order_by(table.c.id)).scalars())


def _change(
    tx: Connection, where: sa.ColumnElement[bool], values: dict[str, object]
) -> bool:
    return tx.execute(sa.update(table).where(where).values(values)).rowcount == 1


def _job_of(name: str) -> tuple[sa.ColumnElement[bool], ...]:
    return (job.c.kind == KIND, job.c.subject == name)


def _is_coming(name: str) -> sa.ColumnElement[bool]:
    return sa.and_(table.c.id == name, table.c.state == MediaState.COMING)


def _about(name: str) -> str:
    return f"media.remote:{name}"
