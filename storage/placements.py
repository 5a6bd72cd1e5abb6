"""Placements: where a code of ours hangs, and each time that it was scanned."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.model.placement import Placement, PlacementKind, Spot
from storage.tables import placement, scan
from storage.upsert import insert


def add(
    tx: Connection, spot: Spot, code: str, agency_id: int, now: datetime
) -> Placement | None:
    """Keep a spot under its code; None if another has this code or this spot its own."""
    row = {
        "code": code,
        "kind": spot.kind,
        "name": spot.name,
        "area": spot.area,
        "wave": spot.wave,
        "agency_id": agency_id,
        "created_at": now,
    }
    statement = insert(tx, placement).values(row).on_conflict_do_nothing()
    made = tx.execute(statement.returning(placement)).one_or_none()
    return _placement(made) if made else None


def at(tx: Connection, spot: Spot, agency_id: int) -> Placement | None:
    """Return what an agency placed at this spot before."""
    query = sa.select(placement).where(
        placement.c.agency_id == agency_id,
        placement.c.kind == spot.kind,
        placement.c.name == spot.name,
        placement.c.area == spot.area,
        placement.c.wave == spot.wave,
    )
    row = tx.execute(query).one_or_none()
    return _placement(row) if row else None


def by_code(tx: Connection, code: str) -> Placement | None:
    """Return the placement with this code, or None."""
    row = tx.execute(sa.select(placement).where(placement.c.code == code)).one_or_none()
    return _placement(row) if row else None


def every(tx: Connection, agency_id: int) -> tuple[Placement, ...]:
    """Return an agency's placements, in the order they were made."""
    query = (
        sa.select(placement)
        .where(placement.c.agency_id == agency_id)
        .order_by(placement.c.id)
    )
    return tuple(map(_placement, tx.execute(query)))


def count_scan(tx: Connection, placement_id: int, now: datetime) -> None:
    """Keep that somebody scanned this code; nothing of who it was."""
    tx.execute(sa.insert(scan).values(placement_id=placement_id, at=now))


def names(tx: Connection, codes: Sequence[str]) -> dict[str, str]:
    """Return what is called by these codes, as far as they are ours."""
    query = sa.select(placement.c.code, placement.c.name).where(
        placement.c.code.in_(codes)
    )
    return {row.code: row.name for row in tx.execute(query)}


def _placement(row: sa.Row[Any]) -> Placement:
    spot = Spot(PlacementKind(row.kind), row.name, row.area, row.wave)
    return Placement(row.id, row.code, spot, row.agency_id, row.created_at)
