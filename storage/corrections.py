"""Values that officers set right, and what they replaced.

The audit can never be cleaned, so what it keeps of a value is sealed under the key of
the conversation: destroying that key cleans it.
"""

import base64
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from storage import answers, audit, tips, vault, work
from storage.crypt import Key, SealBroken
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
    audit.write(
        tx,
        f"tip:{known.id}",
        f"staff:{staff_id}",
        "corrected",
        now,
        correction.reason,
        key=name,
        source=before.source if before else None,
        was=_seal(key, known.id, name, before.value if before else None),
        value=_seal(key, known.id, name, correction.value),
    )
    return True


def unseal(tx: Connection, known: Tip, name: str, cell: str | None) -> str | None:
    """Return a value that `correct` put into the audit; None where there is none."""
    if cell is None:
        return None
    key = vault.key_of(tx, known.conversation)
    try:
        return key.open(base64.b64decode(cell), _about(known.id, name)).decode()
    except SealBroken:
        return None


def _seal(key: Key, tip_id: int, name: str, value: str | None) -> str | None:
    if value is None:
        return None
    sealed = key.seal(value.encode(), _about(tip_id, name))
    return base64.b64encode(sealed).decode("ascii")


def _about(tip_id: int, name: str) -> str:
    return f"audit.value:{tip_id}:{name}"
