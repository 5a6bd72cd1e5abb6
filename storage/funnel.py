"""The funnel: from each placement, how many came how far, to the handed-over tip.

Every number counts rows that stand by themselves, so the sums are those of the events.

- scans: pages that a person opened by a code, a browser once in ten minutes, of one address
  and code at most twenty in ten minutes and a hundred a day (`bot/site/scans.py`); no person
  is known, so a phone that comes back later counts again, and a large crowd behind one
  address counts less;
- starts: conversations whose first code it was;
- filed, verified, handed over: tips that stand so with it as their source.
"""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import placements
from storage.model.placement import Placement, Stages
from storage.model.tip import TipStatus
from storage.tables import arrival, audit, handover, scan, tip

UNFILED = (TipStatus.DRAFT, TipStatus.ERASED)
# As json.dumps writes it into the audit.
VERIFIED = f'%"to": "{TipStatus.VERIFIED}"%'


def funnel(tx: Connection, agency_id: int) -> tuple[Stages, ...]:
    """Return the stages of an agency's placements, last those who came without one."""
    scans, starts, tips = _scans(tx), _starts(tx), _tips(tx, agency_id)
    known = placements.every(tx, agency_id)
    rows = tuple(_stages(one, scans, starts, tips) for one in known)
    ours = {one.code for one in known}
    others = [counts for code, counts in tips.items() if code not in ours]
    filed, verified, handed = (
        sum(part) for part in zip((0, 0, 0), *others, strict=True)
    )
    return (*rows, Stages(None, 0, 0, filed, verified, handed))


def _stages(
    one: Placement,
    scans: Mapping[int, int],
    starts: Mapping[str, int],
    tips: Mapping[str | None, tuple[int, int, int]],
) -> Stages:
    counts = tips.get(one.code, (0, 0, 0))
    return Stages(one, scans.get(one.id, 0), starts.get(one.code, 0), *counts)


def _scans(tx: Connection) -> dict[int, int]:
    query = sa.select(scan.c.placement_id, sa.func.count()).group_by(
        scan.c.placement_id
    )
    return dict(map(tuple, tx.execute(query)))


def _starts(tx: Connection) -> dict[str, int]:
    query = (
        sa.select(arrival.c.code, sa.func.count())
        .where(arrival.c.is_first)
        .group_by(arrival.c.code)
    )
    return dict(map(tuple, tx.execute(query)))


def _tips(tx: Connection, agency_id: int) -> dict[str | None, tuple[int, int, int]]:
    """Return by source how many were filed, of these verified, and handed over."""
    is_handed = sa.exists().where(handover.c.tip_id == tip.c.id)
    query = (
        sa.select(tip.c.source, sa.func.count(), _sum(_is_verified()), _sum(is_handed))
        .where(tip.c.status.not_in(UNFILED), tip.c.agency_id == agency_id)
        .group_by(tip.c.source)
    )
    return {
        source: (filed, verified, handed)
        for source, filed, verified, handed in tx.execute(query)
    }


def _is_verified() -> sa.ColumnElement[bool]:
    """Whether the last conclusion of an officer was that it is true."""
    concluded = (
        sa.select(audit.c.details)
        .where(audit.c.subject == sa.literal("tip:") + sa.cast(tip.c.id, sa.Text))
        .where(audit.c.act == "decided")
        .order_by(audit.c.seq.desc())
        .limit(1)
        .scalar_subquery()
    )
    return concluded.like(VERIFIED)


def _sum(is_so: Any) -> sa.ColumnElement[int]:
    return sa.func.sum(sa.case((is_so, 1), else_=0))
