"""Rights of a teller over what he gave: what he wishes, and until when it is answered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Right(StrEnum):
    """What somebody may wish of what we hold (law 91/2025/QH15, article 4)."""

    VIEW = "view"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class Receiver:
    """An agency that a tip was handed to, and when it was told of the wish."""

    id: int
    agency: str
    tip: str
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PrivacyRequest:
    """Who wishes what; the last tip of his if there is one.

    `answer_by`: he has heard that we work on it; `due_by`: it is done, once extended at
    most.
    """

    id: int
    conversation: int
    right: Right
    channel: str
    at: datetime
    answer_by: datetime
    due_by: datetime
    extended: str
    tip: int | None
    tip_code: str | None
    receivers: tuple[Receiver, ...] = ()
