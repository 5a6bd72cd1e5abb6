"""Sessions: browsers that are signed in, each ended at once by removing its row."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import staff as members
from storage.model.staff import Session
from storage.tables import agency, session, staff
from storage.tokens import hashed

LONGEST = timedelta(hours=12)


def open_for(
    tx: Connection, staff_id: int, token: str, csrf: str, client: str, now: datetime
) -> None:
    """Sign a browser in; who holds `token` is this member from now on."""
    tx.execute(sa.delete(session).where(session.c.created_at <= now - LONGEST))
    tx.execute(
        sa.insert(session).values(
            staff_id=staff_id,
            token_hash=hashed(token),
            csrf=csrf,
            client=client,
            created_at=now,
            seen_at=now,
        )
    )


def find(tx: Connection, token: str, now: datetime) -> Session | None:
    """Return the session that `token` opens, if it still lives."""
    living = _living(now).where(session.c.token_hash == hashed(token))
    row = tx.execute(living).one_or_none()
    return _session(row) if row and _is_awake(row, now) else None


def of(tx: Connection, staff_id: int, now: datetime) -> tuple[Session, ...]:
    """Return the member's living sessions, the last used first."""
    mine = _living(now).where(session.c.staff_id == staff_id)
    rows = tx.execute(mine.order_by(session.c.seen_at.desc()))
    return tuple(_session(row) for row in rows if _is_awake(row, now))


def touch(tx: Connection, session_id: int, now: datetime) -> None:
    """Note that the session was used."""
    tx.execute(sa.update(session).where(session.c.id == session_id).values(seen_at=now))


def close(tx: Connection, session_id: int, staff_id: int) -> bool:
    """End one of the member's sessions; False if there was none."""
    ended = sa.delete(session).where(
        session.c.id == session_id, session.c.staff_id == staff_id
    )
    return tx.execute(ended).rowcount == 1


def close_all(tx: Connection, staff_id: int) -> int:
    """End every session of the member; return how many there were."""
    return tx.execute(sa.delete(session).where(session.c.staff_id == staff_id)).rowcount


def _living(now: datetime) -> sa.Select[Any]:
    own = (session.c.csrf, session.c.client, session.c.seen_at)
    return (
        sa.select(
            *staff.c,
            *own,
            session.c.id.label("session_id"),
            session.c.created_at.label("opened_at"),
            agency.c.idle_minutes,
        )
        .join(staff, staff.c.id == session.c.staff_id)
        .join(agency, agency.c.id == staff.c.agency_id)
        .where(staff.c.is_active, session.c.created_at > now - LONGEST)
    )


def _is_awake(row: sa.Row[Any], now: datetime) -> bool:
    idle: timedelta = now - row.seen_at
    return idle < timedelta(minutes=row.idle_minutes)


def _session(row: sa.Row[Any]) -> Session:
    return Session(
        id=row.session_id,
        staff=members.read(row),
        csrf=row.csrf,
        created_at=row.opened_at,
        seen_at=row.seen_at,
        client=row.client,
    )
