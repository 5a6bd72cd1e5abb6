"""Replies: what answers an officer's question about a tip told earlier.

Its teller tells of something else by now, so the tip is not composed anew: the answer is
put beside what it holds.
"""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import answers, audit, belongings, filing, questions, tips, vault
from storage.model.dialogue import Elsewhere
from storage.model.tip import Tip
from storage.tables import tip


def keep(
    tx: Connection, conversation_id: int, name: str, told: Elsewhere, now: datetime
) -> None:
    """Put the answer, with what was shown beside it, to its own tip."""
    known = tips.lock(tx, told.tip)
    if known is None or known.conversation != conversation_id:
        raise LookupError(f"no tip {told.tip} of this conversation")
    key = vault.key_of(tx, conversation_id)
    answers.put(tx, known.id, key, name, told.answer)
    _keep_beside(tx, known, told)
    _renew(tx, known, name, told, now)
    questions.answered(tx, told.question, now)
    audit.write(tx, f"tip:{known.id}", "citizen", "added", now, was=known.status)


def _keep_beside(tx: Connection, known: Tip, told: Elsewhere) -> None:
    places = belongings.locations(tx, known.id)
    fresh = tuple(pin for pin in told.pins if pin not in places)
    files = [*(media.id for media in known.media), *(one.media for one in told.shown)]
    belongings.keep(tx, known.id, places + fresh, files)


def _renew(
    tx: Connection, known: Tip, name: str, told: Elsewhere, now: datetime
) -> None:
    """Let the tip's own row speak of the answer, and stand before its officer again."""
    where = f"answer:{name}"
    others = [one for one in known.entities if one[0] != where]
    spotted = others + [(where, entity) for entity in told.found]
    status = filing.status_after(known.status)
    row = {
        "entities": filing.spotted(spotted, known.answers),
        "status": status,
        "version": known.version + 1,
        "updated_at": now,
    }
    tx.execute(sa.update(tip).where(tip.c.id == known.id).values(row))
    renewed = tips.load(tx, known.id)
    if renewed is not None:
        tips.refold(tx, renewed)
