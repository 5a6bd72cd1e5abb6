"""Departures: that a teller has died stands on each of his tips, and is done once."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import audit, deeds, inbox, notes
from storage.deeds import Deed
from storage.model.decision import TellerDied
from storage.model.tip import Tip, TipStatus
from storage.tables import tip

ACT = "teller_died"


def note(tx: Connection, conversation_id: int, remark: str, now: datetime) -> None:
    """Keep on all tips of a conversation that the house said so, with our remark."""
    for tip_id in _tips(tx, conversation_id):
        audit.write(tx, _subject(tip_id), "citizen", ACT, now)
        notes.remark(tx, tip_id, remark, now)


def report(
    tx: Connection, known: Tip, reason: str, staff_id: int, now: datetime
) -> bool:
    """Let the conversation know what staff learned; False if it is known already."""
    if not inbox.post(tx, known.conversation, TellerDied(), ACT, now).is_new:
        return False
    actor, why = f"staff:{staff_id}", {"why": reason}
    for tip_id in _tips(tx, known.conversation):
        deeds.write(tx, _subject(tip_id), known.conversation, actor, ACT, now, why)
    return True


def is_known(trail: Iterable[Deed]) -> bool:
    """Return whether the acts on a tip say that its teller has died."""
    return any(deed.row.act == ACT for deed in trail)


def _tips(tx: Connection, conversation_id: int) -> list[int]:
    query = sa.select(tip.c.id).where(
        tip.c.conversation_id == conversation_id, tip.c.status != TipStatus.ERASED
    )
    return list(tx.execute(query.order_by(tip.c.id)).scalars())


def _subject(tip_id: int) -> str:
    return f"tip:{tip_id}"
