"""Erased: by whom nothing from before may come back, while something still may come.

A platform repeats for hours what it could not bring, and the spool may hold something; of
the erased nobody would know that it was kept already. So for a day there is a keyed hash of
the address, which tells nothing else, and afterwards nothing.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import vault
from storage.leases import ONCE
from storage.model.line import Received
from storage.prepared import Prepared, among
from storage.tables import lease
from storage.upsert import insert

DAY = timedelta(hours=25)  # longer than any platform's last try
# Its clock is not ours, and what he writes after all is told anew.
APART = timedelta(minutes=2)

Sender = tuple[str, str, str]


def mark(
    tx: Connection, channel: str, account: str, address: str, at: datetime
) -> None:
    """Note that somebody was erased just now."""
    row = {
        "name": _name(tx, (channel, account, address)),
        "holder": at.isoformat(),
        "until": at + DAY,
    }
    statement = insert(tx, lease).values(row)
    wanted = statement.excluded
    again = {"holder": wanted.holder, "until": wanted.until}
    tx.execute(statement.on_conflict_do_update(index_elements=["name"], set_=again))


def since(tx: Connection, senders: Collection[Sender]) -> dict[Sender, datetime]:
    """Return when each of these was erased, of those who lately were."""
    names = {_name(tx, sender): sender for sender in senders}
    rows = MARKED.rows(tx, names=list(names)) if names else []
    return {names[row.name]: datetime.fromisoformat(row.holder) for row in rows}


def is_from_before(event: Received, at: datetime) -> bool:
    """Return whether an event of somebody erased then was told before."""
    was_told = event.told_at is not None and event.told_at < at - APART
    return was_told or event.at < at


def _name(tx: Connection, sender: Sender) -> str:
    told = "\0".join(sender).encode("utf-8", "replace")
    return f"{ONCE}erased:{vault.ring(tx).fingerprint(told, 'erased').hex()}"


def _marked(tx: Connection) -> sa.ClauseElement:
    return sa.select(lease.c.name, lease.c.holder).where(
        among(tx, lease.c.name, "names")
    )


MARKED = Prepared(_marked)
