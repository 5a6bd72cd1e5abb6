"""Erasure: one person's conversation and its tips, without a trace but the tombstone.

The conversation's key goes first: with it goes every sealed cell, every file and what
the audit quotes. What stood clear is emptied. Audit rows stay; they hold acts, not words.
"""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import audit, erased, interviews, vault
from storage.model.line import InboxState, OutboxState
from storage.model.tip import TipStatus
from storage.tables import (
    answer,
    arrival,
    callback,
    conversation,
    inbox,
    job,
    location,
    media,
    note,
    outbox,
    question,
    timer,
    tip,
    tip_media,
    tombstone,
    upload,
    visitor,
)

OF_A_TIP = (answer, location, note, question)
OF_A_CONVERSATION = (arrival, callback, timer, upload, visitor)


def of_code(tx: Connection, code: str) -> tuple[int, ...]:
    """Return the conversation behind a tip's code."""
    query = sa.select(tip.c.conversation_id).where(
        tip.c.code == code, tip.c.status != TipStatus.ERASED
    )
    return tuple(tx.execute(query).scalars())


def of_phone(tx: Connection, number: str) -> tuple[int, ...]:
    """Return the conversations whose teller gave this number (E.164)."""
    hashed = vault.ring(tx).fingerprint(number.encode(), "phone")
    query = (
        sa.select(tip.c.conversation_id)
        .join(answer, answer.c.tip_id == tip.c.id)
        .where(answer.c.phone_hash == hashed)
        .distinct()
    )
    return tuple(tx.execute(query).scalars())


def erase(
    tx: Connection, conversation_id: int, ground: str, actor: str, now: datetime
) -> tuple[str, ...]:
    """Erase a conversation; return the names of its objects in the media store.

    They can no longer be read; who called removes them, or the sweep does.
    """
    _hold(tx, conversation_id)
    _remember(tx, conversation_id, now)
    objects = _objects(tx, conversation_id)
    tips = _tips(tx, conversation_id)
    for tip_id, code in tips:
        _empty_tip(tx, tip_id)
        _bury(tx, conversation_id, code, ground, now)
        audit.write(tx, f"tip:{tip_id}", actor, "erased", now, ground)
    if not tips:
        _bury(tx, conversation_id, None, ground, now)
    _empty_conversation(tx, conversation_id)
    _empty_line(tx, conversation_id, now)
    return objects


def last_at(tx: Connection, channel: str, account: str) -> datetime | None:
    """Return when somebody was last erased who wrote to this account."""
    query = (
        sa.select(sa.func.max(tombstone.c.at))
        .join(conversation, conversation.c.id == tombstone.c.conversation_id)
        .where(conversation.c.channel == channel, conversation.c.account == account)
    )
    return tx.execute(query).scalar()


def _hold(tx: Connection, conversation_id: int) -> None:
    """Wait for a turn that is being played: what it writes must be erased too."""
    row = conversation.c.id == conversation_id
    tx.execute(sa.select(conversation.c.id).where(row).with_for_update())


def _remember(tx: Connection, conversation_id: int, now: datetime) -> None:
    """Let nothing of his from before come in by a late way."""
    known = conversation.c
    query = sa.select(known.channel, known.account, known.address)
    row = tx.execute(query.where(known.id == conversation_id)).one_or_none()
    if row is not None:
        erased.mark(tx, row.channel, row.account, row.address, now)


def _objects(tx: Connection, conversation_id: int) -> tuple[str, ...]:
    kept = sa.select(media.c.id, media.c.preview).where(
        media.c.conversation_id == conversation_id
    )
    coming = sa.select(upload.c.object).where(
        upload.c.conversation_id == conversation_id
    )
    names = {name for row in tx.execute(kept) for name in row if name}
    return tuple(sorted(names | set(tx.execute(coming).scalars())))


def _tips(tx: Connection, conversation_id: int) -> Sequence[tuple[int, str]]:
    query = sa.select(tip.c.id, tip.c.code).where(
        tip.c.conversation_id == conversation_id, tip.c.status != TipStatus.ERASED
    )
    return [(row.id, row.code) for row in tx.execute(query)]


def _empty_tip(tx: Connection, tip_id: int) -> None:
    for table in OF_A_TIP:
        tx.execute(sa.delete(table).where(table.c.tip_id == tip_id))
    tx.execute(sa.delete(tip_media).where(tip_media.c.tip_id == tip_id))
    emptied = {
        "status": TipStatus.ERASED,
        "agency_id": None,  # nobody's area: no page shows it
        "source": None,
        "story": "",
        "spare": "",
        "folded": "",
        "readings": "{}",
        "entities": "[]",
        "priority": 0,
        "claimed_by": None,
        "lease_until": None,
    }
    tx.execute(sa.update(tip).where(tip.c.id == tip_id).values(emptied))


def _empty_conversation(tx: Connection, conversation_id: int) -> None:
    for table in OF_A_CONVERSATION:
        tx.execute(sa.delete(table).where(table.c.conversation_id == conversation_id))
    files = sa.select(media.c.id).where(media.c.conversation_id == conversation_id)
    tx.execute(sa.delete(job).where(job.c.subject.in_(files)))
    tx.execute(sa.delete(media).where(media.c.conversation_id == conversation_id))
    interviews.empty(tx, conversation_id)
    tx.execute(
        sa.update(conversation)
        .where(conversation.c.id == conversation_id)
        .values(
            address=f"erased:{conversation_id}",
            key_cell=None,
            dialogue_cell=None,
            state="erased",
            sealed=0,
        )
    )


def _empty_line(tx: Connection, conversation_id: int, now: datetime) -> None:
    """Empty what was said both ways; what waited for a turn or a sender waits no more."""
    # Key and digest could be compared with what somebody guesses: they go too.
    emptied = {
        "body_cell": None,
        "told_cell": None,
        "key": sa.literal("erased:") + sa.cast(inbox.c.id, sa.Text),
        "digest": b"",
        "error": "",
        "state": InboxState.DONE,
        "done_at": now,
    }
    told = inbox.c.conversation_id == conversation_id
    tx.execute(sa.update(inbox).where(told).values(emptied))
    said = outbox.c.conversation_id == conversation_id
    tx.execute(sa.delete(outbox).where(said, outbox.c.state != OutboxState.SENT))
    tx.execute(sa.update(outbox).where(said).values(message_cell=None, error=""))


def _bury(
    tx: Connection, conversation_id: int, code: str | None, ground: str, now: datetime
) -> None:
    row = {
        "conversation_id": conversation_id,
        "code": code,
        "at": now,
        "ground": ground,
    }
    tx.execute(sa.insert(tombstone).values(row))
