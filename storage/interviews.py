"""Interviews: narrators' tellings that volunteers write down, each its own conversation.

The narrator's name is sealed under the conversation's key: erasing that erases it.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import conversations, vault, visitors
from storage.crypt import Key, KeyRing, SealBroken
from storage.model.collector import Collector
from storage.model.tip import TipKind, TipStatus
from storage.model.volunteer import ConsentForm, Interview
from storage.tables import conversation, interview, media, tip, volunteer
from storage.upsert import insert

# With whom an interview is now: who began it, or who goes on in his stead.
holder = sa.func.coalesce(interview.c.successor_id, interview.c.volunteer_id)


def open_conversation(
    tx: Connection, volunteer_id: int, form: str, now: datetime
) -> int:
    """Return a conversation of the web chat for a form that began an interview."""
    ring, said = vault.ring(tx), f"{volunteer_id}:{form}".encode("utf-8", "replace")
    address = ring.signature(said, "interview form")
    opened = conversations.find_or_open(tx, "web", "web", address, now)
    visitors.admit(tx, opened, secret(ring, opened), now)
    return opened


def secret(ring: KeyRing, conversation_id: int) -> str:
    """Return what opens an interview's chat; it never leaves the house."""
    return ring.signature(str(conversation_id).encode(), "interview")


def begin(
    tx: Connection,
    volunteer_id: int,
    conversation_id: int,
    narrator: str,
    now: datetime,
) -> int:
    """Return the id of this conversation's interview, begun now unless it was before."""
    key = vault.key_of(tx, conversation_id)
    row = {
        "volunteer_id": volunteer_id,
        "conversation_id": conversation_id,
        "narrator_cell": key.seal(narrator.encode(), _about(conversation_id)),
        "began_at": now,
    }
    tx.execute(insert(tx, interview).values(row).on_conflict_do_nothing())
    known = sa.select(interview.c.id).where(
        interview.c.conversation_id == conversation_id
    )
    return int(tx.execute(known).scalar_one())


def begun(tx: Connection, volunteer_id: int, since: datetime) -> int:
    """Return how many a volunteer began since then."""
    query = sa.select(sa.func.count()).where(
        interview.c.volunteer_id == volunteer_id, interview.c.began_at >= since
    )
    return tx.execute(query).scalar_one()


def load(tx: Connection, interview_id: int, volunteer_id: int) -> Interview | None:
    """Return an interview of this volunteer, and of no other."""
    query = _known().where(interview.c.id == interview_id, holder == volunteer_id)
    row = tx.execute(query).one_or_none()
    return _read(tx, row) if row else None


def of(tx: Connection, volunteer_id: int) -> tuple[Interview, ...]:
    """Return the volunteer's interviews, the one last told in first."""
    query = _known().where(holder == volunteer_id)
    ordered = query.order_by(conversation.c.updated_at.desc(), interview.c.id.desc())
    return tuple(_read(tx, row) for row in tx.execute(ordered))


def left(tx: Connection, volunteer_ids: Sequence[int]) -> dict[int, int]:
    """Return how many interviews wait with each of these volunteers; without the erased."""
    query = (
        sa.select(holder, sa.func.count())
        .where(holder.in_(volunteer_ids), interview.c.narrator_cell.is_not(None))
        .group_by(holder)
    )
    return {row[0]: row[1] for row in tx.execute(query)}


def hand_on(tx: Connection, volunteer_id: int, successor_id: int) -> tuple[int, ...]:
    """Let another volunteer go on with all that wait with this one; return which."""
    change = (
        sa.update(interview)
        .where(holder == volunteer_id, interview.c.narrator_cell.is_not(None))
        .values(successor_id=successor_id)
        .returning(interview.c.id)
    )
    return tuple(sorted(tx.execute(change).scalars()))


def agree(
    tx: Connection, interview_id: int, form: ConsentForm, recording: str | None
) -> bool:
    """Note that the narrator agreed, and the file of his words; False if nothing is new.

    What was noted first stays: a recording may join a consent that was only read.
    """
    held = sa.and_(
        interview.c.id == interview_id,
        interview.c.recording.is_(None),
        interview.c.consent.is_(None) if recording is None else sa.true(),
    )
    values = {
        "consent": sa.func.coalesce(interview.c.consent, form.value),
        "recording": recording,
    }
    changed = sa.update(interview).where(held).values(values)
    return tx.execute(changed).rowcount == 1


def collector(tx: Connection, conversation_id: int) -> Collector | None:
    """Return the volunteer who began to write this down; None for nobody."""
    query = (
        sa.select(volunteer, interview.c.recording)
        .join(interview, interview.c.volunteer_id == volunteer.c.id)
        .where(interview.c.conversation_id == conversation_id)
    )
    row = tx.execute(query).one_or_none()
    return (
        Collector(row.id, row.name, row.unit, row.area, row.recording) if row else None
    )


def empty(tx: Connection, conversation_id: int) -> None:
    """Drop whom the interview was with, and its file: that it took place remains."""
    gone = {"narrator_cell": None, "recording": None}
    where = interview.c.conversation_id == conversation_id
    tx.execute(sa.update(interview).where(where).values(gone))


def _known() -> sa.Select[Any]:
    files = (
        sa.select(sa.func.count())
        .where(media.c.conversation_id == interview.c.conversation_id)
        .where(media.c.id.is_distinct_from(interview.c.recording))
        .correlate(interview)
    )
    newest = tip.alias()
    last = (
        sa.select(sa.func.max(newest.c.id))
        .where(newest.c.conversation_id == interview.c.conversation_id)
        .correlate(interview)
        .scalar_subquery()
    )
    return (
        sa.select(
            *interview.c,
            conversation.c.key_cell,
            conversation.c.channel,
            conversation.c.account,
            conversation.c.address,
            conversation.c.updated_at,
            files.scalar_subquery().label("files"),
            tip.c.code,
            tip.c.kind,
            tip.c.status,
        )
        .join(conversation, conversation.c.id == interview.c.conversation_id)
        .outerjoin(tip, tip.c.id == last)
    )


def _read(tx: Connection, row: sa.Row[Any]) -> Interview:
    key = vault.opened(tx, row.key_cell, row.channel, row.account, row.address)
    return Interview(
        id=row.id,
        volunteer=row.successor_id or row.volunteer_id,
        conversation=row.conversation_id,
        narrator=_narrator(key, row),
        began_at=row.began_at,
        consent=ConsentForm(row.consent) if row.consent else None,
        recording=row.recording,
        is_erased=key is None,
        told_at=row.updated_at,
        files=row.files,
        code=row.code,
        kind=TipKind(row.kind) if row.kind else None,
        status=TipStatus(row.status) if row.status else None,
    )


def _narrator(key: Key | None, row: sa.Row[Any]) -> str:
    if key is None or row.narrator_cell is None:
        return ""
    try:
        return key.open(row.narrator_cell, _about(row.conversation_id)).decode()
    except SealBroken:
        return ""  # what he had told was forgotten, his name with it


def _about(conversation_id: int) -> str:
    return f"interview.narrator:{conversation_id}"
