"""What tellers wish of their data waits for staff, who note how they saw to it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import area, audit, receivers
from storage.audit import HOUSE
from storage.model.privacy import PrivacyRequest, Right
from storage.model.staff import Staff
from storage.standing import last_of
from storage.tables import conversation, privacy_request, tip

OPEN = privacy_request.c.done_at.is_(None)
FILED = {Right.WITHDRAW: "consent_withdrawn"}


def file(
    tx: Connection,
    conversation_id: int,
    right: Right,
    now: datetime,
    answer_by: datetime,
    due_by: datetime,
) -> bool:
    """Note a wish; False if the same waits for staff already."""
    same = privacy_request.c.conversation_id == conversation_id
    same &= privacy_request.c.wish == right
    if tx.execute(sa.select(privacy_request.c.id).where(same, OPEN)).first():
        return False
    row = {
        "conversation_id": conversation_id,
        "wish": right,
        "created_at": now,
        "answer_by": answer_by,
        "due_by": due_by,
    }
    tx.execute(sa.insert(privacy_request).values(row))
    act = FILED.get(right, "right_wished")
    audit.write(
        tx, HOUSE, "citizen", act, now,
        conversation=conversation_id, right=str(right),
    )  # fmt: skip
    return True


def waiting(tx: Connection, who: Staff) -> tuple[PrivacyRequest, ...]:
    """Return what waits for staff in this member's area, what is due first first."""
    rows = tx.execute(_open_to(tx, who).order_by(privacy_request.c.due_by))
    return tuple(_request(tx, row) for row in rows.all())


def count(tx: Connection, who: Staff) -> int:
    """Return how many wait in this member's area."""
    query = sa.select(sa.func.count()).select_from(_open_to(tx, who).subquery())
    total: int = tx.execute(query).scalar_one()
    return total


def extend(
    tx: Connection,
    request_id: int,
    who: Staff,
    why: str,
    by: timedelta,
    now: datetime,
) -> bool:
    """Put off once what is due; False if it was put off or seen to before."""
    row = _of(tx, who, request_id)
    if row is None:
        return False
    moved = (
        sa.update(privacy_request)
        .where(privacy_request.c.id == row.id, OPEN, privacy_request.c.extended == "")
        .values(due_by=row.due_by + by, extended=why)
    )
    if tx.execute(moved).rowcount != 1:
        return False
    _note(tx, request_id, who, "right_put_off", why, now)
    return True


def close(tx: Connection, request_id: int, who: Staff, how: str, now: datetime) -> bool:
    """Note how staff saw to it; False if it waits for this member no more."""
    row = _of(tx, who, request_id)
    if row is None:
        return False
    done = (
        sa.update(privacy_request)
        .where(privacy_request.c.id == row.id, OPEN)
        .values(done_at=now, done_by=who.id)
    )
    if tx.execute(done).rowcount != 1:
        return False
    _note(tx, request_id, who, "withdrawal_seen_to", how, now)
    return True


def untold(tx: Connection, request_id: int, who: Staff) -> bool:
    """Return whether an agency that has the tip was not told to forget it yet."""
    row = _of(tx, who, request_id)
    if row is None or Right(row.wish) not in (Right.WITHDRAW, Right.ERASE):
        return False
    known = receivers.of(tx, row.conversation_id)
    return any(receiver.told_at is None for receiver in known)


def _note(
    tx: Connection, request_id: int, who: Staff, act: str, why: str, now: datetime
) -> None:
    audit.write(tx, HOUSE, f"staff:{who.id}", act, now, why, request=request_id)


def _of(tx: Connection, who: Staff, request_id: int) -> sa.Row[Any] | None:
    """Return the wish; None where it does not wait, or not for this member."""
    query = _open_to(tx, who).where(privacy_request.c.id == request_id)
    return tx.execute(query).one_or_none()


def _open_to(tx: Connection, who: Staff) -> sa.Select[Any]:
    """Return the query for what waits in this member's area."""
    last = last_of(privacy_request.c.conversation_id)
    return (
        sa.select(
            privacy_request,
            conversation.c.channel,
            tip.c.id.label("tip"),
            tip.c.code,
        )
        .join(conversation, conversation.c.id == privacy_request.c.conversation_id)
        .outerjoin(tip, tip.c.id == last)
        .where(OPEN, area.concerns(tx, who))
    )


def _request(tx: Connection, row: sa.Row[Any]) -> PrivacyRequest:
    request = PrivacyRequest(
        id=row.id,
        conversation=row.conversation_id,
        right=Right(row.wish),
        channel=row.channel,
        at=row.created_at,
        answer_by=row.answer_by,
        due_by=row.due_by,
        extended=row.extended,
        tip=row.tip,
        tip_code=row.code,
    )
    return replace(request, receivers=receivers.of(tx, request.conversation))
