"""Codes of units: counted when they are told, decoded by officers, read by readers."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from nlp.entity import Entity, Kind
from nlp.units.decoding import undecoded
from storage import audit
from storage.model.unit_code import UnitCode
from storage.tables import staff, unit_code
from storage.upsert import insert

Spotted = Iterable[tuple[str, Entity]]


def meet(tx: Connection, told: Spotted, before: Spotted, now: datetime) -> None:
    """Count the codes that a telling names and did not name before."""
    for code in sorted(_codes(told) - _codes(before)):
        row = {"code": code, "times": 1, "seen_at": now}
        again = {"times": unit_code.c.times + 1, "seen_at": now}
        tx.execute(
            insert(tx, unit_code)
            .values(row)
            .on_conflict_do_update(index_elements=[unit_code.c.code], set_=again)
        )


def decode(
    tx: Connection, code: str, decoded: str, staff_id: int, now: datetime
) -> bool:
    """Keep what a code stands for; False if nobody ever told of it."""
    values = {"decoded": decoded, "staff_id": staff_id, "decoded_at": now}
    changed = tx.execute(
        sa.update(unit_code).where(unit_code.c.code == code).values(values)
    )
    if changed.rowcount:
        actor = f"staff:{staff_id}"
        details = {"code": code, "decoded": decoded}
        audit.write(tx, audit.HOUSE, actor, "unit_decoded", now, **details)
    return bool(changed.rowcount)


def every(tx: Connection) -> tuple[UnitCode, ...]:
    """Return all codes: first those that nobody has decoded, the most told first."""
    columns = (*unit_code.c, staff.c.name.label("name"))
    query = (
        sa.select(*columns)
        .outerjoin(staff, staff.c.id == unit_code.c.staff_id)
        .order_by(
            unit_code.c.decoded.is_not(None), unit_code.c.times.desc(), unit_code.c.code
        )
    )
    return tuple(
        UnitCode(row.code, row.times, row.seen_at, row.decoded, row.name)
        for row in tx.execute(query)
    )


def decodings(tx: Connection) -> tuple[tuple[str, str], ...]:
    """Return each decoded code and what it stands for."""
    query = (
        sa.select(unit_code.c.code, unit_code.c.decoded)
        .where(unit_code.c.decoded.is_not(None))
        .order_by(unit_code.c.code)
    )
    return tuple((row.code, row.decoded) for row in tx.execute(query))


def _codes(spotted: Spotted) -> set[str]:
    norms = (e.norm for _, e in spotted if e.kind is Kind.UNIT and e.norm)
    return {code for norm in norms for code in undecoded(norm)}
