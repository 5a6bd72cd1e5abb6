"""Files as received: what they are, under which key they lie, what a machine made of them.

Keys and titles are sealed under the conversation's key: without it no file opens.
"""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import area, complaints, labels, vault
from storage.codec import pack, unpack
from storage.crypt import Key
from storage.model.evidence import Media, MediaKind, MediaState, Shot
from storage.model.staff import Staff
from storage.model.upload import UploadState
from storage.tables import media, tip, upload


def add(tx: Connection, received: Media) -> None:
    """Keep the row of a file whose object is whole in the store."""
    key = vault.key_of(tx, received.conversation)
    digest = bytes.fromhex(received.sha256)
    row = {
        "id": received.id,
        "conversation_id": received.conversation,
        "kind": received.kind,
        "state": received.state,
        "mime": received.mime,
        "title_cell": key.seal(received.title.encode(), f"media.title:{received.id}"),
        "label_cell": labels.sealed(key, received.label, received.id),
        "key_cell": key.seal(received.key, f"media.key:{received.id}"),
        "bytes": received.size,
        "sha256": received.sha256,
        "copy_hash": vault.ring(tx).fingerprint(digest, "media"),
        "duration_s": received.duration_s,
        "text": received.text,
        "received_at": received.received_at,
    }
    tx.execute(sa.insert(media).values(row))


def load(tx: Connection, name: str) -> Media | None:
    """Return the file's row; None if there is none, or if it was erased."""
    row = tx.execute(sa.select(media).where(media.c.id == name)).one_or_none()
    return _read(tx, row) if row and row.key_cell else None


def open_to(tx: Connection, who: Staff, tip_id: int, name: str) -> Media | None:
    """Return a file of a tip; None unless it is one in this member's area."""
    of_tip = (
        sa.select(media.c.id)
        .join(tip, tip.c.conversation_id == media.c.conversation_id)
        .where(media.c.id == name, tip.c.id == tip_id, area.covers(tx, who))
        .where(complaints.spares(name, tip_id))
    )
    return load(tx, name) if tx.execute(of_tip).first() else None


def of_conversation(tx: Connection, conversation_id: int) -> tuple[Media, ...]:
    """Return the files of a conversation in the order of their receipt."""
    query = (
        sa.select(media)
        .where(
            media.c.conversation_id == conversation_id, media.c.key_cell.is_not(None)
        )
        .order_by(media.c.received_at, media.c.id)
    )
    return tuple(_read(tx, row) for row in tx.execute(query))


def copies(tx: Connection, name: str) -> tuple[str, ...]:
    """Return the ids of other files with the very same bytes."""
    hashed = sa.select(media.c.copy_hash).where(media.c.id == name).scalar_subquery()
    query = sa.select(media.c.id).where(media.c.copy_hash == hashed, media.c.id != name)
    return tuple(tx.execute(query.order_by(media.c.id)).scalars())


def set_preview(tx: Connection, name: str, preview: str, preview_key: bytes) -> bool:
    """Link the first preview of a file; False if it has one."""
    key = _key_for(tx, name)
    cell = key.seal(preview_key, f"media.preview_key:{name}")
    linked = (
        sa.update(media)
        .where(media.c.id == name, media.c.preview.is_(None))
        .values(preview=preview, preview_key_cell=cell)
    )
    return tx.execute(linked).rowcount == 1


def set_state(tx: Connection, name: str, state: MediaState) -> bool:
    """Say how far a reader could go with a file; what was known before stays."""
    was_fine = sa.and_(media.c.id == name, media.c.state == MediaState.OK)
    return (
        tx.execute(sa.update(media).where(was_fine).values(state=state)).rowcount == 1
    )


def set_apart(tx: Connection, name: str) -> bool:
    """Keep a file unread until somebody with the right to decides; False if it is so."""
    open_one = sa.and_(media.c.id == name, ~media.c.is_apart)
    return (
        tx.execute(sa.update(media).where(open_one).values(is_apart=True)).rowcount == 1
    )


def give_back(tx: Connection, name: str) -> bool:
    """Let a file be opened again; False if it was not set apart."""
    apart = sa.and_(media.c.id == name, media.c.is_apart)
    return (
        tx.execute(sa.update(media).where(apart).values(is_apart=False)).rowcount == 1
    )


def set_shot(tx: Connection, name: str, shot: Shot) -> None:
    """Keep what a camera wrote into a photo, sealed as the photo is."""
    cell = _key_for(tx, name).seal(pack(shot), f"media.shot:{name}")
    tx.execute(sa.update(media).where(media.c.id == name).values(shot_cell=cell))


def set_text(tx: Connection, name: str, text: str) -> None:
    """Keep the words that a reader found in a file."""
    tx.execute(sa.update(media).where(media.c.id == name).values(text=text))


def set_label(tx: Connection, conversation_id: int, name: str, label: str) -> bool:
    """Say anew what a file of this conversation shows; False if it has no such file."""
    cell = labels.sealed(vault.key_of(tx, conversation_id), label, name)
    own = sa.and_(media.c.id == name, media.c.conversation_id == conversation_id)
    changed = sa.update(media).where(own).values(label_cell=cell)
    return tx.execute(changed).rowcount == 1


def known_objects(tx: Connection) -> set[str]:
    """Return every name in the store that a row needs."""
    on_their_way = sa.select(upload.c.object).where(upload.c.state != UploadState.DONE)
    names = sa.union_all(
        sa.select(media.c.id),
        sa.select(media.c.preview).where(media.c.preview.is_not(None)),
        on_their_way,
    )
    return set(tx.execute(names).scalars())


def _key_for(tx: Connection, name: str) -> Key:
    whose = sa.select(media.c.conversation_id).where(media.c.id == name)
    return vault.key_of(tx, tx.execute(whose).scalar_one())


def _read(tx: Connection, row: sa.Row[Any]) -> Media:
    key = vault.key_of(tx, row.conversation_id)

    def opened(cell: bytes, column: str) -> bytes:
        return key.open(cell, f"media.{column}:{row.id}")

    preview_key, shot = row.preview_key_cell, row.shot_cell
    return Media(
        id=row.id,
        conversation=row.conversation_id,
        kind=MediaKind(row.kind),
        state=MediaState(row.state),
        mime=row.mime,
        title=opened(row.title_cell, "title").decode(),
        size=row.bytes,
        sha256=row.sha256,
        key=opened(row.key_cell, "key"),
        received_at=row.received_at,
        duration_s=row.duration_s,
        text=row.text,
        preview=row.preview,
        preview_key=opened(preview_key, "preview_key") if preview_key else None,
        shot=unpack(Shot, opened(shot, "shot")) if shot else None,
        is_found=row.remote_cell is not None,
        is_apart=row.is_apart,
        label=labels.opened(key, row.label_cell, row.id),
    )
