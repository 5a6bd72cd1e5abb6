"""Standing: how a tip stands and whether a code is taken, without loading the whole."""

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.model.tip import TipStatus
from storage.tables import tip


def statuses(tx: Connection, tips: Collection[int]) -> dict[int, TipStatus]:
    """Return where each tip stands."""
    query = sa.select(tip.c.id, tip.c.status).where(tip.c.id.in_(list(tips)))
    return {row.id: TipStatus(row.status) for row in tx.execute(query)}


def taken(tx: Connection, codes: Collection[str]) -> frozenset[str]:
    """Return which of these codes a tip has."""
    query = sa.select(tip.c.code).where(tip.c.code.in_(list(codes)))
    return frozenset(tx.execute(query).scalars())


def last_of(conversation_id: sa.ColumnElement[int]) -> sa.ScalarSelect[int]:
    """Return, as part of a query, the last tip told in each of its conversations."""
    told = tip.alias()
    last = sa.select(sa.func.max(told.c.id))
    return last.where(told.c.conversation_id == conversation_id).scalar_subquery()
