"""Schedules: what falls due by the calendar, fired exactly once however many look."""

from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.tables import firing, schedule
from storage.upsert import insert


def put(tx: Connection, name: str, cron: str, next_at: datetime) -> None:
    """Plan `name`; a plan whose cron is unchanged keeps its next time."""
    values = {"name": name, "cron": cron, "next_at": next_at}
    changed = {"cron": cron, "next_at": next_at}
    statement = insert(tx, schedule).values(values)
    tx.execute(
        statement.on_conflict_do_update(
            index_elements=["name"], set_=changed, where=schedule.c.cron != cron
        )
    )


def fire(
    tx: Connection, now: datetime, following: Callable[[str, datetime], datetime]
) -> tuple[str, ...]:
    """Return the names due now, each claimed and its next time set.

    `following(cron, after)` computes the next time.
    """
    query = (
        sa.select(schedule)
        .where(schedule.c.next_at <= now)
        .with_for_update(skip_locked=True)
    )
    due = tx.execute(query).all()
    for row in due:
        fired = {"name": row.name, "at": row.next_at}
        tx.execute(insert(tx, firing).values(fired).on_conflict_do_nothing())
        tx.execute(
            sa.update(schedule)
            .where(schedule.c.name == row.name)
            .values(next_at=following(row.cron, now))
        )
    return tuple(row.name for row in due)
