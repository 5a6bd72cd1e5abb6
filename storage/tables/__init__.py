"""The tables, for SQLite and PostgreSQL alike; what a column means stands in the model.

Columns that end in `_cell` are sealed (see crypt): under the conversation's own key
where there is a conversation, under the ring elsewhere.
"""

from storage.tables.columns import metadata
from storage.tables.evidence import (
    media,
    upload,
)
from storage.tables.house import (
    account,
    agency,
    attempt,
    audit,
    firing,
    invitation,
    lease,
    schedule,
    session,
    staff,
)
from storage.tables.line import (
    conversation,
    counter,
    inbox,
    job,
    outbox,
    timer,
    tombstone,
    visitor,
)
from storage.tables.placements import (
    arrival,
    placement,
    scan,
)
from storage.tables.tips import (
    alert,
    answer,
    callback,
    handover,
    location,
    note,
    privacy_request,
    question,
    tip,
    tip_media,
)
from storage.tables.units import unit_code
from storage.tables.volunteers import (
    interview,
    volunteer,
    volunteer_link,
    volunteer_session,
)

__all__ = [
    "account",
    "agency",
    "alert",
    "answer",
    "arrival",
    "attempt",
    "audit",
    "callback",
    "conversation",
    "counter",
    "firing",
    "handover",
    "inbox",
    "interview",
    "invitation",
    "job",
    "lease",
    "location",
    "media",
    "metadata",
    "note",
    "outbox",
    "placement",
    "privacy_request",
    "question",
    "scan",
    "schedule",
    "session",
    "staff",
    "timer",
    "tip",
    "tip_media",
    "tombstone",
    "unit_code",
    "upload",
    "visitor",
    "volunteer",
    "volunteer_link",
    "volunteer_session",
]
