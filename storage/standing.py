"""Standing: how a tip stands and whether a code is taken, without loading the whole."""

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.model.tip import TipStatus
from storage.tables import tip


def status(tx: Connection, tip_id: int) -> TipStatus:
    """Return where the tip stands."""
    query = sa.select(tip.c.status).where(tip.c.id == tip_id)
    return TipStatus(tx.execute(query).scalar_one())


def is_taken(tx: Connection, code: str) -> bool:
    """Return whether a tip has this code."""
    query = sa.select(tip.c.id).where(tip.c.code == code)
    return tx.execute(query).first() is not None
