"""Tips on their way out of the house: oldest first, each export in the tip's audit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import audit, deeds, tips
from storage.audit import AuditRow
from storage.model.tip import Tip, TipStatus
from storage.tables import tip

BATCH = 100


@dataclass(frozen=True, slots=True)
class Exported:
    """A tip with its chain of custody, this export included."""

    tip: Tip
    custody: tuple[AuditRow, ...]


def ids(tx: Connection, drafts: bool) -> tuple[int, ...]:
    """Return the tips to export, oldest first."""
    left_out = [TipStatus.ERASED, *([] if drafts else [TipStatus.DRAFT])]
    query = (
        sa.select(tip.c.id)
        .where(tip.c.status.not_in(left_out))
        .order_by(tip.c.created_at, tip.c.id)
    )
    return tuple(tx.execute(query).scalars())


def take(
    tx: Connection, chosen: Sequence[int], actor: str, form: str, now: datetime
) -> tuple[Exported, ...]:
    """Return these tips opened, the export of each audited in the same transaction.

    A batch at a time: a long export must not keep the one writer from receiving.
    """
    found = []
    for tip_id in chosen:
        known = tips.load(tx, tip_id)
        if known is not None:
            subject = f"tip:{tip_id}"
            audit.write(tx, subject, actor, "exported", now, form=form)
            custody = deeds.trail(tx, subject, known.conversation)
            found.append(Exported(known, deeds.rows(custody)))
    return tuple(found)
