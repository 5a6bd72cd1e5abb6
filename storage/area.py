"""Which tips a member of staff may see: those of his agency, and of those below it.

A complaint about an office goes to the one above; officers of neither work on it.
"""

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.model.staff import Role, Staff
from storage.model.tip import Tip, TipKind
from storage.tables import agency, tip


def covers(tx: Connection, who: Staff) -> sa.ColumnElement[bool]:
    """Return the condition that a tip lies in this member's area."""
    mine = tip.c.agency_id.in_(_agencies(tx, who))
    return mine if _hears_complaints(who) else mine & (tip.c.kind != TipKind.COMPLAINT)


def concerns(tx: Connection, who: Staff) -> sa.ColumnElement[bool]:
    """Return the condition that what stands beside a tip, or beside none, is his to see.

    Of whom there is no tip yet, or none any more, he is everybody's.
    """
    return tip.c.agency_id.is_(None) | covers(tx, who)


def is_open_to(tx: Connection, known: Tip, who: Staff) -> bool:
    """Return whether this member may see the tip."""
    is_hidden = known.kind is TipKind.COMPLAINT and not _hears_complaints(who)
    return known.agency in _agencies(tx, who) and not is_hidden


def _hears_complaints(who: Staff) -> bool:
    """Return whether complaints may come before this member: never an officer's."""
    return who.role is Role.ADMINISTRATOR


def _agencies(tx: Connection, who: Staff) -> tuple[int, ...]:
    if who.role is not Role.ADMINISTRATOR:
        return (who.agency,)
    mine = sa.select(agency.c.id).where(agency.c.id == who.agency)
    above = mine.cte("above", recursive=True)
    below = sa.select(agency.c.id).join(above, agency.c.parent_id == above.c.id)
    return tuple(tx.execute(sa.select(above.union(below).c.id)).scalars())
