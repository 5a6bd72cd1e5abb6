"""What a channel read in a platform's body, kept beside the body itself.

Only the channel can read its platform's JSON; whoever shows the conversation later needs
what it said. A row of our own JSON needs no second copy.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.codec import pack_whats, unpack_what, unpack_whats
from storage.crypt import Key
from storage.inbox import open_under
from storage.model.message import Odd, What
from storage.prepared import Prepared
from storage.tables import inbox


@dataclass(frozen=True, slots=True)
class Told:
    """What one row says, under its conversation's key."""

    row: int
    key: Key
    whats: tuple[What, ...]


def note(tx: Connection, told: Sequence[Told]) -> None:
    """Keep what was read in these rows."""
    rows = [
        {"which": one.row, "cell": one.key.seal(pack_whats(one.whats), _about(one.row))}
        for one in told
    ]
    NOTE.run_each(tx, rows)


def whats(key: Key, row: sa.Row[Any]) -> list[What]:
    """Return what a fetched row says; a body that nobody has read yet is odd."""
    try:
        if row.told_cell is not None:
            return unpack_whats(key.open(row.told_cell, _about(row.id)))
        return [unpack_what(open_under(key, row))]
    except ValueError:
        return [Odd("")]


def _about(row_id: int) -> str:
    return f"inbox.told:{row_id}"


def _note(_tx: Connection) -> sa.ClauseElement:
    noted = sa.update(inbox).where(inbox.c.id == sa.bindparam("which"))
    return noted.values(told_cell=sa.bindparam("cell"))


NOTE = Prepared(_note)
