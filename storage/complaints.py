"""Complaints: what of a conversation was told against an office, and stays off other tips.

Who tells of a grave may afterwards complain of those who read it, in the same talk. A line
belongs to the telling that was kept next after it; after the last, to that one.
"""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.model.tip import TipKind
from storage.tables import audit, inbox, outbox, tip, tip_media

KEPT = ("drafted", "filed", "added")  # how the audit calls a telling that was kept

Moments = list[tuple[datetime, bool]]


def places(tx: Connection, conversation_id: int) -> frozenset[int]:
    """Return at which places of the conversation a complaint was told and answered."""
    kept = _kept(tx, conversation_id)
    if not any(is_complaint for _, is_complaint in kept):
        return frozenset()
    lines = _lines(tx, conversation_id)
    return frozenset(n for n, at in lines if _is_complaint(at, kept))


def spares(name: str, tip_id: int) -> sa.ColumnElement[bool]:
    """Return the condition that a file is this tip's, or at least no complaint's."""
    links = sa.select(tip_media.c.tip_id).where(tip_media.c.media_id == name)
    mine = links.where(tip_media.c.tip_id == tip_id)
    other = tip.alias()
    complaints = links.join(other, other.c.id == tip_media.c.tip_id).where(
        other.c.kind == TipKind.COMPLAINT
    )
    return mine.exists() | ~complaints.exists()


def _kept(tx: Connection, conversation_id: int) -> Moments:
    """Return when each telling was kept, and whether it is a complaint."""
    told = sa.select(tip.c.id, tip.c.kind).where(
        tip.c.conversation_id == conversation_id
    )
    kinds = {f"tip:{row.id}": row.kind for row in tx.execute(told)}
    acts = (
        sa.select(audit.c.at, audit.c.subject)
        .where(audit.c.subject.in_(kinds), audit.c.act.in_(KEPT))
        .order_by(audit.c.at, audit.c.id)
    )
    return [
        (row.at, kinds[row.subject] == TipKind.COMPLAINT) for row in tx.execute(acts)
    ]


def _lines(tx: Connection, conversation_id: int) -> Iterator[tuple[int, datetime]]:
    """Yield each place of the conversation and when what stands there was seen to."""
    read_at = sa.func.coalesce(inbox.c.done_at, inbox.c.received_at)
    heard = sa.select(inbox.c.n, read_at).where(
        inbox.c.conversation_id == conversation_id, inbox.c.n.is_not(None)
    )
    said = sa.select(outbox.c.n, outbox.c.created_at).where(
        outbox.c.conversation_id == conversation_id
    )
    for query in (heard, said):
        yield from ((n, at) for n, at in tx.execute(query))


def _is_complaint(at: datetime, kept: Moments) -> bool:
    next_kept = bisect_left(kept, at, key=lambda one: one[0])
    return kept[min(next_kept, len(kept) - 1)][1]
