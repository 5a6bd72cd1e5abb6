"""Attempts to sign in that failed, by the place they came from.

A place is an address, or a browser in which its member has signed in before; only a
keyed hash of it is kept. Who fails waits longer each time, and nobody else with him.
"""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import vault
from storage.tables import attempt
from storage.upsert import insert

FREE = 5
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(days=1)


def wait_after(failures: int) -> timedelta:
    """Return how long who failed so often waits before he may try again."""
    if failures < FREE:
        return timedelta(0)
    doubled: int = 2 ** min(failures - FREE, 10)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)


def may_try(tx: Connection, place: str, now: datetime) -> bool:
    """Return whether somebody at this place need not wait."""
    query = sa.select(attempt.c.free_at).where(attempt.c.place == _mark(tx, place))
    free_at = tx.execute(query).scalar()
    return free_at is None or free_at <= now


def failed(tx: Connection, place: str, now: datetime) -> None:
    """Count a failure at this place."""
    tx.execute(sa.delete(attempt).where(attempt.c.free_at < now - FORGOTTEN_AFTER))
    mark = _mark(tx, place)
    first = insert(tx, attempt).values(place=mark, failures=1, free_at=now)
    counted = first.on_conflict_do_update(
        index_elements=["place"], set_={"failures": attempt.c.failures + 1}
    )
    failures = tx.execute(counted.returning(attempt.c.failures)).scalar_one()
    free_at = now + wait_after(failures)
    here = attempt.c.place == mark
    tx.execute(sa.update(attempt).where(here).values(free_at=free_at))


def forget(tx: Connection, place: str) -> None:
    """Begin anew with a place at which somebody has proved himself."""
    tx.execute(sa.delete(attempt).where(attempt.c.place == _mark(tx, place)))


def _mark(tx: Connection, place: str) -> bytes:
    return vault.ring(tx).fingerprint(place.encode("utf-8", "replace"), "sign-in")
