"""Questions that officers put to a citizen about his tip."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.tables import question, staff


@dataclass(frozen=True, slots=True)
class Question:
    """A question asked back; `answered_at` None while the citizen is silent."""

    id: int
    by: str
    text: str
    asked_at: datetime
    answered_at: datetime | None


def ask(tx: Connection, tip_id: int, staff_id: int, text: str, now: datetime) -> int:
    """Keep a question; return its id."""
    row = {"tip_id": tip_id, "staff_id": staff_id, "text": text, "asked_at": now}
    made = sa.insert(question).values(row).returning(question.c.id)
    asked: int = tx.execute(made).scalar_one()
    return asked


def answered(tx: Connection, question_id: int, now: datetime) -> None:
    """Mark one question as answered."""
    tx.execute(
        sa.update(question)
        .where(question.c.id == question_id, question.c.answered_at.is_(None))
        .values(answered_at=now)
    )


def close(tx: Connection, tip_id: int, now: datetime) -> None:
    """Mark what was asked as answered: the citizen has told more."""
    tx.execute(
        sa.update(question)
        .where(question.c.tip_id == tip_id, question.c.answered_at.is_(None))
        .values(answered_at=now)
    )


def of(tx: Connection, tip_id: int) -> tuple[Question, ...]:
    """Return the questions of a tip, oldest first."""
    query = (
        sa.select(question, staff.c.name.label("by"))
        .join(staff, staff.c.id == question.c.staff_id)
        .where(question.c.tip_id == tip_id)
        .order_by(question.c.id)
    )
    return tuple(
        Question(row.id, row.by, row.text, row.asked_at, row.answered_at)
        for row in tx.execute(query)
    )
