"""Leases: what only one of many processes may do at a time, while its lease lasts.

Whoever holds one renews it in time; after a kill it passes on by itself. One whose name
begins with ONCE is held by no process: it says what was done and is not to be done again
before its end.
"""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.prepared import Prepared
from storage.tables import lease
from storage.upsert import insert

ONCE = "once:"


def take(
    tx: Connection, name: str, holder: str, now: datetime, until: datetime
) -> bool:
    """Take or renew a lease; False while another holds it."""
    held = {"name": name, "holder": holder, "until": until}
    return bool(TAKE.rows(tx, **held, now=now))


def drop(tx: Connection, name: str, holder: str) -> None:
    """Give a lease back, if we hold it."""
    mine = (lease.c.name == name, lease.c.holder == holder)
    tx.execute(sa.delete(lease).where(*mine))


def drop_all(tx: Connection) -> None:
    """Free every lease of a process: for the only one at its start."""
    tx.execute(sa.delete(lease).where(~lease.c.name.startswith(ONCE)))


def sweep(tx: Connection, now: datetime) -> int:
    """Forget leases that are over; return how many."""
    return tx.execute(sa.delete(lease).where(lease.c.until <= now)).rowcount


def _take(tx: Connection) -> sa.ClauseElement:
    statement = insert(tx, lease)
    wanted = statement.excluded
    mine_or_over = sa.or_(
        lease.c.holder == wanted.holder, lease.c.until <= sa.bindparam("now")
    )
    taken: sa.Insert = statement.on_conflict_do_update(
        index_elements=["name"],
        set_={"holder": wanted.holder, "until": wanted.until},
        where=mine_or_over,
    )
    return taken.returning(lease.c.name)


TAKE = Prepared(_take, ("name", "holder", "until"))
