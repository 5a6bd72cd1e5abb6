"""An alert: something that staff must see to at once, without a word of what was told."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class AlertReason(StrEnum):
    """Why a person must look now."""

    FOUND_NOW = "found_now"  # remains came to light; nobody may dig on
    DISTRESS = "distress"  # the teller himself needs somebody
    STAMPED = "secret"  # a paper came that bears a stamp of secrecy
    MINOR = "minor"  # the teller may be a child


@dataclass(frozen=True, slots=True)
class Alert:
    """Who needs staff and why; `tip` once there is one."""

    id: int
    reason: AlertReason
    conversation: int
    channel: str
    at: datetime
    tip: int | None = None
    code: str | None = None
