"""Standing: how a tip stands and whether a code is taken, without loading the whole."""

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import vault
from storage.model.tip import TipKind, TipStatus
from storage.prepared import Prepared, among
from storage.tables import answer, tip


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a tip stands, and what kind of telling it is."""

    status: TipStatus
    kind: TipKind


def statuses(tx: Connection, tips: Collection[int]) -> dict[int, TipStatus]:
    """Return where each tip stands."""
    rows = STATUSES.rows(tx, ids=list(tips))
    return {row.id: TipStatus(row.status) for row in rows}


def taken(tx: Connection, codes: Collection[str]) -> frozenset[str]:
    """Return which of these codes a tip has."""
    return frozenset(row.code for row in TAKEN.rows(tx, codes=list(codes)))


def known_by(tx: Connection, code: str, number: str) -> Standing | None:
    """Return how a tip stands for who knows its code and its teller's number (E.164)."""
    hashed = vault.ring(tx).fingerprint(number.encode(), "phone")
    has_number = sa.exists().where(
        answer.c.tip_id == tip.c.id, answer.c.phone_hash == hashed
    )
    query = sa.select(tip.c.status, tip.c.kind).where(
        tip.c.code == code, tip.c.status != TipStatus.ERASED, has_number
    )
    row = tx.execute(query).one_or_none()
    return Standing(TipStatus(row.status), TipKind(row.kind)) if row else None


def last_of(conversation_id: sa.ColumnElement[int]) -> sa.ScalarSelect[int]:
    """Return, as part of a query, the last tip told in each of its conversations."""
    told = tip.alias()
    last = sa.select(sa.func.max(told.c.id))
    return last.where(told.c.conversation_id == conversation_id).scalar_subquery()


def _statuses(tx: Connection) -> sa.ClauseElement:
    return sa.select(tip.c.id, tip.c.status).where(among(tx, tip.c.id, "ids"))


def _taken(tx: Connection) -> sa.ClauseElement:
    return sa.select(tip.c.code).where(among(tx, tip.c.code, "codes"))


STATUSES = Prepared(_statuses)
TAKEN = Prepared(_taken)
