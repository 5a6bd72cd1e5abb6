"""Who works on a tip: a lease that one officer holds, renewed while he looks at it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import area, audit, deeds
from storage.model.staff import Staff
from storage.model.tip import TipStatus
from storage.tables import tip

LEASE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Glance:
    """What an open page asks again and again."""

    version: int
    claimed_by: int | None


def glance(tx: Connection, tip_id: int, who: Staff) -> Glance | None:
    """Return the state of a tip; None if it is not in this member's area."""
    query = sa.select(tip.c.version, tip.c.claimed_by).where(
        tip.c.id == tip_id, area.covers(tx, who)
    )
    row = tx.execute(query).one_or_none()
    return Glance(row.version, row.claimed_by) if row else None


def claim(tx: Connection, tip_id: int, staff_id: int, now: datetime) -> bool:
    """Take a tip that nobody holds; True if it is ours now."""
    is_free = sa.or_(tip.c.claimed_by.is_(None), tip.c.lease_until <= now)
    is_mine = tip.c.claimed_by == staff_id
    if _take(tx, tip_id, staff_id, now, sa.or_(is_free, is_mine)) is None:
        return False
    _write(tx, tip_id, staff_id, "claimed", now)
    return True


def take_over(
    tx: Connection, tip_id: int, staff_id: int, holder: int, reason: str, now: datetime
) -> bool:
    """Take a tip from its present holder; False if that is another one meanwhile."""
    told = _take(tx, tip_id, staff_id, now, tip.c.claimed_by == holder)
    if told is None:
        return False
    subject, actor, why = f"tip:{tip_id}", f"staff:{staff_id}", {"why": reason}
    deeds.write(tx, subject, told, actor, "taken_over", now, why, holder=holder)
    return True


def renew(tx: Connection, tip_id: int, staff_id: int, now: datetime) -> bool:
    """Hold on to a tip; False if it is not ours any more."""
    held = (
        sa.update(tip)
        .where(tip.c.id == tip_id, tip.c.claimed_by == staff_id)
        .values(lease_until=now + LEASE)
    )
    return tx.execute(held).rowcount == 1


def release(tx: Connection, tip_id: int, staff_id: int, now: datetime) -> bool:
    """Give a tip back to the queue; False if it is not ours."""
    given = (
        sa.update(tip)
        .where(tip.c.id == tip_id, tip.c.claimed_by == staff_id)
        .values(
            claimed_by=None,
            lease_until=None,
            status=_when(TipStatus.NEW, TipStatus.CLAIMED),
            version=tip.c.version + 1,
            updated_at=now,
        )
    )
    if tx.execute(given).rowcount != 1:
        return False
    _write(tx, tip_id, staff_id, "released", now)
    return True


def _take(
    tx: Connection,
    tip_id: int,
    staff_id: int,
    now: datetime,
    condition: sa.ColumnElement[bool],
) -> int | None:
    """Return the conversation of the tip that is taken; None if it is not free."""
    taken = (
        sa.update(tip)
        .where(tip.c.id == tip_id, condition)
        .values(
            claimed_by=staff_id,
            lease_until=now + LEASE,
            status=_when(TipStatus.CLAIMED, TipStatus.NEW),
            version=tip.c.version + 1,
            updated_at=now,
        )
        .returning(tip.c.conversation_id)
    )
    return tx.execute(taken).scalar()


def _when(status: TipStatus, was: TipStatus) -> sa.Case[str]:
    # A draft stays a draft in whosever hands: only its teller files it.
    return sa.case((tip.c.status == was, status.value), else_=tip.c.status)


def _write(tx: Connection, tip_id: int, staff_id: int, act: str, now: datetime) -> None:
    audit.write(tx, f"tip:{tip_id}", f"staff:{staff_id}", act, now)
