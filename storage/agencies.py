"""Agencies: the offices whose names, hours and telephones are their own data."""

from typing import Any

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy import Connection

from storage.model.agency import Agency, Level, OpenHours
from storage.prepared import Prepared
from storage.serial import in_turn
from storage.tables import agency

UNNAMED = "Cơ quan thường trực (chưa đặt tên)"

_HOURS: TypeAdapter[tuple[OpenHours, ...]] = TypeAdapter(tuple[OpenHours, ...])


def first(tx: Connection) -> Agency:
    """Return the office of this installation; made without a name if there is none.

    So the line can take tips from the first minute.
    """
    found = _first(tx)
    if found is None:
        in_turn(tx, "agency:first")
        found = _first(tx)
    if found is None:
        row = {"name": UNNAMED, "level": Level.COMMUNE}
        tx.execute(sa.insert(agency).values(row))
        return first(tx)
    return found


def load(tx: Connection, agency_id: int) -> Agency | None:
    """Return the agency, or None."""
    query = sa.select(agency).where(agency.c.id == agency_id)
    row = tx.execute(query).one_or_none()
    return _agency(row) if row else None


def every(tx: Connection) -> tuple[Agency, ...]:
    """Return all agencies, in the order they were added."""
    return tuple(map(_agency, tx.execute(sa.select(agency).order_by(agency.c.id))))


def keep(tx: Connection, changed: Agency) -> bool:
    """Store what an office says of itself; False if there is no such office."""
    update = (
        sa.update(agency)
        .where(agency.c.id == changed.id)
        .values(
            name=changed.name,
            level=changed.level,
            address=changed.address,
            telephone=changed.telephone,
            hours=_HOURS.dump_json(changed.hours).decode(),
            idle_minutes=changed.idle_minutes,
        )
    )
    return tx.execute(update).rowcount == 1


def _first(tx: Connection) -> Agency | None:
    rows = FIRST.rows(tx)
    return _agency(rows[0]) if rows else None


def _agency(row: Any) -> Agency:
    return Agency(
        id=row.id,
        name=row.name,
        level=Level(row.level),
        address=row.address,
        telephone=row.telephone,
        hours=_HOURS.validate_json(row.hours),
        parent=row.parent_id,
        idle_minutes=row.idle_minutes,
    )


def _oldest(_tx: Connection) -> sa.ClauseElement:
    return sa.select(agency).order_by(agency.c.id).limit(1)


FIRST = Prepared(_oldest)
