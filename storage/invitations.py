"""Invitations: links that let a member of staff in once, within a day."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.tables import invitation, staff
from storage.tokens import hashed

LIFE = timedelta(hours=24)


def add(tx: Connection, staff_id: int, token: str, now: datetime) -> None:
    """Let `token` open the console once for this member."""
    tx.execute(
        sa.insert(invitation).values(
            staff_id=staff_id, token_hash=hashed(token), expires_at=now + LIFE
        )
    )


def redeem(tx: Connection, token: str, now: datetime) -> int | None:
    """Use a token up; return whom it lets in, None if it lets nobody in."""
    at_work = sa.select(staff.c.id).where(staff.c.is_active)
    use = (
        sa.update(invitation)
        .where(
            invitation.c.token_hash == hashed(token),
            invitation.c.used_at.is_(None),
            invitation.c.expires_at > now,
            invitation.c.staff_id.in_(at_work),
        )
        .values(used_at=now)
        .returning(invitation.c.staff_id)
    )
    return tx.execute(use).scalar()


def withdraw(tx: Connection, staff_id: int, now: datetime) -> None:
    """Make all of the member's unused links useless."""
    tx.execute(
        sa.update(invitation)
        .where(invitation.c.staff_id == staff_id, invitation.c.used_at.is_(None))
        .values(used_at=now)
    )
