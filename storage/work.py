"""What officers do to a tip, each act only if the tip still is as they saw it.

What its teller may hear of it goes into his conversation; he alone decides there whether
anything is said (handlers/conversation/status.py).
"""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import audit, deeds, questions
from storage.inbox import post
from storage.model.decision import Cleared, StatusChanged
from storage.model.message import Asked
from storage.model.tip import Tip, TipKind, TipStatus
from storage.tables import tip


def move(tx: Connection, known: Tip, now: datetime, **values: Any) -> bool:
    """Bring the tip to its next version; False if it has moved on meanwhile."""
    moved = (
        sa.update(tip)
        .where(tip.c.id == known.id, tip.c.version == known.version)
        .values(version=known.version + 1, updated_at=now, **values)
    )
    return tx.execute(moved).rowcount == 1


def ask(
    tx: Connection, known: Tip, text: str, office: str, staff_id: int, now: datetime
) -> bool:
    """Put a question to the citizen; False if the tip has moved on."""
    is_draft = known.status is TipStatus.DRAFT
    status = TipStatus.DRAFT if is_draft else TipStatus.WAITING
    if not move(tx, known, now, status=status):
        return False
    asked = questions.ask(tx, known.id, staff_id, text, now)
    what = Asked(asked, text, office, known.id, known.code, _martyr(known))
    post(tx, known.conversation, what, f"question:{asked}", now)
    actor = f"staff:{staff_id}"
    audit.write(tx, f"tip:{known.id}", actor, "asked", now, question=asked)
    return True


def decide(
    tx: Connection,
    known: Tip,
    status: TipStatus,
    reason: str,
    staff_id: int,
    now: datetime,
) -> bool:
    """Give the tip its conclusion; False if it has moved on."""
    if not move(tx, known, now, status=status):
        return False
    deeds.write(
        tx,
        f"tip:{known.id}",
        known.conversation,
        f"staff:{staff_id}",
        "decided",
        now,
        {"why": reason},
        was=known.status,
        to=status,
    )
    announce(tx, known, status, now)
    return True


def announce(tx: Connection, known: Tip, status: TipStatus, now: datetime) -> None:
    """Let the teller hear where his tip stands; a family hears it from a person."""
    if known.kind is TipKind.RELATIVE:
        return
    what = StatusChanged(known.id, status, known.code)
    post(tx, known.conversation, what, f"status:{known.id}:{known.version}", now)


def put_back(
    tx: Connection, known: Tip, reason: str, staff_id: int, now: datetime
) -> bool:
    """Bring a tip that was set aside back; False if it has moved on meanwhile."""
    if not move(tx, known, now, apart=""):
        return False
    post(tx, known.conversation, Cleared(), f"cleared:{known.id}:{known.version}", now)
    subject, actor, why = f"tip:{known.id}", f"staff:{staff_id}", {"why": reason}
    deeds.write(tx, subject, known.conversation, actor, "put_back", now, why)
    return True


def _martyr(known: Tip) -> str:
    """Return the name that the teller gave to whom he told of; empty if he gave none."""
    held = known.answers.get("martyr_name")
    return (held.value or "") if held else ""
