"""Values that officers set right; what they replaced goes into the audit, sealed."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from storage import answers, deeds, tips, vault, work
from storage.model.dialogue import Answer, Source
from storage.model.tip import Tip


@dataclass(frozen=True, slots=True)
class Correction:
    """A new value for a key, and why."""

    key: str
    value: str
    reason: str


def correct(
    tx: Connection, known: Tip, correction: Correction, staff_id: int, now: datetime
) -> bool:
    """Set a value right, the words told stay; False if the tip has moved on."""
    if not work.move(tx, known, now):
        return False
    name, before = correction.key, known.answers.get(correction.key)
    after = Answer(correction.value, before.words if before else "", Source.OFFICER)
    key = vault.key_of(tx, known.conversation)
    answers.put(tx, known.id, key, name, after)
    tips.refold(tx, replace(known, answers={**known.answers, name: after}))
    _note(tx, known, correction, before, f"staff:{staff_id}", now)
    return True


def _note(
    tx: Connection,
    known: Tip,
    correction: Correction,
    before: Answer | None,
    actor: str,
    now: datetime,
) -> None:
    words = {
        "why": correction.reason,
        "replaced": before.value if before else None,
        "value": correction.value,
    }
    deeds.write(
        tx,
        f"tip:{known.id}",
        known.conversation,
        actor,
        "corrected",
        now,
        words,
        key=correction.key,
        source=before.source if before else None,
    )
