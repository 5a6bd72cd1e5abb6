"""Files on their way in: how many bytes are on the disk, and what comes next.

A row only ever says what is already there: the store is written and synced first. Each
step is conditional, so that of two who try it one does it.
"""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from storage import labels, vault
from storage.crypt import Key
from storage.files import new_name
from storage.model.evidence import MediaKind
from storage.model.upload import Upload, UploadState, Wish
from storage.tables import conversation, upload
from storage.upsert import insert

CLOSED = (UploadState.WHOLE, UploadState.BROKEN)


def begin(tx: Connection, conversation_id: int, wish: Wish, now: datetime) -> Upload:
    """Return the upload of this client id, new or as far as it has come."""
    key, upload_id = vault.key_of(tx, conversation_id), new_name()
    row = {
        "id": upload_id,
        "conversation_id": conversation_id,
        "client_id": wish.client_id,
        "kind": wish.kind,
        "title_cell": key.seal(wish.title.encode(), _title(upload_id)),
        "label_cell": labels.sealed(key, wish.label, upload_id),
        "mime": wish.mime,
        "size": wish.size,
        "position": wish.position,
        "created_at": now,
        "touched_at": now,
        **_new_object(key),
    }
    tx.execute(insert(tx, upload).values(row).on_conflict_do_nothing())
    begun = sa.select(upload).where(
        upload.c.conversation_id == conversation_id,
        upload.c.client_id == wish.client_id,
    )
    return _read(tx, tx.execute(begun).one())


def load(tx: Connection, upload_id: str) -> Upload | None:
    """Return the upload, or None."""
    row = tx.execute(sa.select(upload).where(upload.c.id == upload_id)).one_or_none()
    return _read(tx, row) if row else None


def advance(
    tx: Connection, upload_id: str, before: int, after: int, now: datetime
) -> bool:
    """Note that the bytes up to `after` are on the disk; False if another was first."""
    return _change(
        tx,
        upload_id,
        sa.and_(upload.c.offset == before, upload.c.state == UploadState.OPEN),
        {"offset": after, "touched_at": now},
    )


def close(tx: Connection, upload_id: str, state: UploadState, now: datetime) -> bool:
    """Take no more bytes: the file is WHOLE, or BROKEN and stays so."""
    is_open = upload.c.state == UploadState.OPEN
    return _change(tx, upload_id, is_open, {"state": state, "touched_at": now})


def rename(tx: Connection, upload_id: str, client_id: str) -> bool:
    """Give an open file its name within the conversation; False if another has it."""
    is_open = upload.c.state == UploadState.OPEN
    try:
        with tx.begin_nested():
            return _change(tx, upload_id, is_open, {"client_id": client_id})
    except IntegrityError:
        return False


def complete(tx: Connection, upload_id: str, now: datetime) -> bool:
    """Mark a closed file as shown; False if it was."""
    ended = sa.case(
        (upload.c.state == UploadState.WHOLE, UploadState.DONE), else_=UploadState.CUT
    )
    is_closed = upload.c.state.in_(CLOSED)
    return _change(tx, upload_id, is_closed, {"state": ended, "touched_at": now})


def restart(tx: Connection, known: Upload, now: datetime) -> bool:
    """Begin again with a new object: who comes back to one we cut, or one that is lost."""
    fresh = {"state": UploadState.OPEN, "offset": 0, "touched_at": now}
    key = vault.key_of(tx, known.conversation)
    may = upload.c.state.in_((UploadState.CUT, UploadState.OPEN))
    is_same = sa.and_(may, upload.c.object == known.object)
    return _change(tx, known.id, is_same, fresh | _new_object(key))


def drop(tx: Connection, upload_id: str) -> bool:
    """Forget a file that was not shown."""
    dropped = sa.delete(upload).where(
        upload.c.id == upload_id, upload.c.state.in_((UploadState.OPEN, *CLOSED))
    )
    return tx.execute(dropped).rowcount == 1


def open_count(tx: Connection, conversation_id: int) -> int:
    """Return how many files of this conversation are on their way."""
    query = sa.select(sa.func.count()).where(
        upload.c.conversation_id == conversation_id, upload.c.state == UploadState.OPEN
    )
    return tx.execute(query).scalar_one()


def recent(tx: Connection, conversation_id: int, since: datetime) -> int:
    """Return how many files this conversation began to send since then."""
    query = sa.select(sa.func.count()).where(
        upload.c.conversation_id == conversation_id, upload.c.created_at >= since
    )
    return tx.execute(query).scalar_one()


def stale(
    tx: Connection, recordings_before: datetime, files_before: datetime
) -> tuple[Upload, ...]:
    """Return files that nobody has touched since; recordings are given up sooner."""
    before = sa.case((upload.c.size.is_(None), recordings_before), else_=files_before)
    query = (
        sa.select(upload)
        .join(conversation, conversation.c.id == upload.c.conversation_id)
        .where(
            upload.c.state.in_((UploadState.OPEN, *CLOSED)),
            upload.c.touched_at < before,
            conversation.c.key_cell.is_not(None),  # an erased one has nothing to show
        )
    )
    return tuple(_read(tx, row) for row in tx.execute(query.order_by(upload.c.id)))


def _change(
    tx: Connection,
    upload_id: str,
    where: sa.ColumnElement[bool],
    values: dict[str, Any],
) -> bool:
    changed = sa.update(upload).where(upload.c.id == upload_id, where).values(values)
    return tx.execute(changed).rowcount == 1


def _new_object(key: Key) -> dict[str, Any]:
    name = new_name()
    return {"object": name, "key_cell": key.seal(Key.new().secret, _key(name))}


def _read(tx: Connection, row: sa.Row[Any]) -> Upload:
    key = vault.key_of(tx, row.conversation_id)
    return Upload(
        id=row.id,
        conversation=row.conversation_id,
        wish=Wish(
            client_id=row.client_id,
            kind=MediaKind(row.kind),
            title=key.open(row.title_cell, _title(row.id)).decode(),
            mime=row.mime,
            size=row.size,
            position=row.position,
            label=labels.opened(key, row.label_cell, row.id),
        ),
        object=row.object,
        key=key.open(row.key_cell, _key(row.object)),
        offset=row.offset,
        state=UploadState(row.state),
        touched_at=row.touched_at,
    )


def _title(upload_id: str) -> str:
    return f"upload.title:{upload_id}"


def _key(name: str) -> str:
    return f"upload.key:{name}"
