"""Volunteers: whom an office sends to narrators' houses, and how each is let in."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.invitations import LIFE
from storage.model.volunteer import Invited, Volunteer
from storage.tables import volunteer, volunteer_link, volunteer_session
from storage.tokens import hashed
from storage.upsert import insert


def add(
    tx: Connection, new: Invited, code: str, agency_id: int, now: datetime
) -> Volunteer | None:
    """Return the new volunteer; None if a card with this code was given out before."""
    row = {
        "agency_id": agency_id,
        "code": code,
        "name": new.name,
        "area": new.area,
        "unit": new.unit,
        "until": new.until,
        "created_at": now,
    }
    statement = insert(tx, volunteer).values(row).on_conflict_do_nothing()
    made = tx.execute(statement.returning(volunteer.c.id)).scalar()
    return load(tx, made) if made is not None else None


def load(tx: Connection, volunteer_id: int) -> Volunteer | None:
    """Return the volunteer, or None."""
    return _one(tx, volunteer.c.id == volunteer_id)


def by_code(tx: Connection, code: str) -> Volunteer | None:
    """Return whose card bears this code, whether or not it is still good."""
    return _one(tx, volunteer.c.code == code)


def of_agency(tx: Connection, agency_id: int) -> tuple[Volunteer, ...]:
    """Return an agency's volunteers, those who may still come first."""
    query = _known().where(volunteer.c.agency_id == agency_id)
    ordered = query.order_by(
        volunteer.c.withdrawn_at.is_not(None), volunteer.c.name, volunteer.c.id
    )
    return tuple(map(read, tx.execute(ordered)))


def withdraw(tx: Connection, volunteer_id: int, now: datetime) -> bool:
    """End card, links and sessions for ever; False if they had ended."""
    change = (
        sa.update(volunteer)
        .where(volunteer.c.id == volunteer_id, volunteer.c.withdrawn_at.is_(None))
        .values(withdrawn_at=now)
    )
    if tx.execute(change).rowcount != 1:
        return False
    shut_out(tx, volunteer_id, now)
    return True


def shut_out(tx: Connection, volunteer_id: int, now: datetime) -> None:
    """End his sessions, and make his unused links useless."""
    unused = volunteer_link.c.used_at.is_(None)
    tx.execute(
        sa.update(volunteer_link)
        .where(volunteer_link.c.volunteer_id == volunteer_id, unused)
        .values(used_at=now)
    )
    his = volunteer_session.c.volunteer_id == volunteer_id
    tx.execute(sa.delete(volunteer_session).where(his))


def invite(tx: Connection, volunteer_id: int, token: str, now: datetime) -> None:
    """Let `token` open his pages once, within a day as links for staff do."""
    row = {
        "volunteer_id": volunteer_id,
        "token_hash": hashed(token),
        "expires_at": now + LIFE,
    }
    tx.execute(sa.insert(volunteer_link).values(row))


def redeem(tx: Connection, token: str, now: datetime) -> Volunteer | None:
    """Use a token up; return whom it lets in, None if it lets nobody in."""
    working = sa.select(volunteer.c.id).where(
        volunteer.c.withdrawn_at.is_(None), volunteer.c.until > now
    )
    use = (
        sa.update(volunteer_link)
        .where(
            volunteer_link.c.token_hash == hashed(token),
            volunteer_link.c.used_at.is_(None),
            volunteer_link.c.expires_at > now,
            volunteer_link.c.volunteer_id.in_(working),
        )
        .values(used_at=now)
        .returning(volunteer_link.c.volunteer_id)
    )
    found = tx.execute(use).scalar()
    return load(tx, found) if found is not None else None


def read(row: sa.Row[Any]) -> Volunteer:
    """Return the volunteer in a fetched row."""
    return Volunteer(
        id=row.id,
        agency=row.agency_id,
        code=row.code,
        name=row.name,
        area=row.area,
        unit=row.unit,
        until=row.until,
        created_at=row.created_at,
        withdrawn_at=row.withdrawn_at,
        has_entered=bool(row.has_entered),
    )


def columns() -> tuple[sa.ColumnElement[Any], ...]:
    """Return what `read` needs of a query over the table."""
    other = volunteer_session.alias()  # the query may be over sessions itself
    entered = sa.exists().where(other.c.volunteer_id == volunteer.c.id)
    return (*volunteer.c, entered.label("has_entered"))


def _known() -> sa.Select[Any]:
    return sa.select(*columns())


def _one(tx: Connection, condition: sa.ColumnElement[bool]) -> Volunteer | None:
    row = tx.execute(_known().where(condition)).one_or_none()
    return read(row) if row else None
