"""Sessions of volunteers: telephones that were let in, for weeks, until their card ends."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import volunteers
from storage.model.volunteer import VolunteerSession
from storage.tables import volunteer, volunteer_session
from storage.tokens import hashed

# An interview goes on after days; a telephone that lies unused for longer is let in anew.
IDLE = timedelta(days=30)


def open_for(
    tx: Connection, volunteer_id: int, token: str, csrf: str, now: datetime
) -> None:
    """Let a telephone in; who holds `token` is this volunteer from now on."""
    asleep = volunteer_session.c.seen_at <= now - IDLE
    tx.execute(sa.delete(volunteer_session).where(asleep))
    row = {
        "volunteer_id": volunteer_id,
        "token_hash": hashed(token),
        "csrf": csrf,
        "seen_at": now,
    }
    tx.execute(sa.insert(volunteer_session).values(row))


def find(tx: Connection, token: str, now: datetime) -> VolunteerSession | None:
    """Return the session that `token` opens, if it lives and its card is good."""
    own = volunteer_session.c
    query: sa.Select[Any] = (
        sa.select(
            *volunteers.columns(), own.csrf, own.seen_at, own.id.label("session_id")
        )
        .join(volunteer_session, own.volunteer_id == volunteer.c.id)
        .where(
            own.token_hash == hashed(token),
            own.seen_at > now - IDLE,
            volunteer.c.withdrawn_at.is_(None),
            volunteer.c.until > now,
        )
    )
    row = tx.execute(query).one_or_none()
    if row is None:
        return None
    whose = volunteers.read(row)
    return VolunteerSession(row.session_id, whose, row.csrf, row.seen_at)


def touch(tx: Connection, session_id: int, now: datetime) -> None:
    """Note that the session was used."""
    mine = volunteer_session.c.id == session_id
    tx.execute(sa.update(volunteer_session).where(mine).values(seen_at=now))


def close(tx: Connection, session_id: int) -> None:
    """End one telephone's session."""
    tx.execute(sa.delete(volunteer_session).where(volunteer_session.c.id == session_id))
