"""Consent as evidence: what was agreed to, in which version, how and when.

It stands in the audit, so that nobody changes it and erasing what was told leaves it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from storage import audit

GIVEN, REFUSED = "consent_given", "consent_refused"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One decision of a teller; `form` is button or words."""

    is_given: bool
    at: datetime
    channel: str
    form: str
    version: str
    purposes: tuple[str, ...]


def keep(tx: Connection, conversation_id: int, agreed: Agreement) -> None:
    """Add a decision to the conversation's own chain."""
    audit.write(
        tx,
        _subject(conversation_id),
        "citizen",
        GIVEN if agreed.is_given else REFUSED,
        agreed.at,
        channel=agreed.channel,
        form=agreed.form,
        version=agreed.version,
        purposes=list(agreed.purposes),
    )


def of(tx: Connection, conversation_id: int) -> Sequence[Agreement]:
    """Return every decision, oldest first."""
    return [
        Agreement(
            is_given=row.act == GIVEN,
            at=row.at,
            channel=row.details["channel"],
            form=row.details["form"],
            version=row.details["version"],
            purposes=tuple(row.details["purposes"]),
        )
        for row in audit.trail(tx, _subject(conversation_id))
    ]


def _subject(conversation_id: int) -> str:
    return f"consent:{conversation_id}"
