"""Volunteers of "Số hóa ký ức": who goes to a narrator's house, and what he brings back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.model.tip import TipKind, TipStatus


class Standing(StrEnum):
    """Whether a card may be believed."""

    VALID = "valid"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class ConsentForm(StrEnum):
    """How a narrator agreed before a volunteer."""

    READ = "read"  # the sentence was read to him, and he said yes
    SPOKEN = "spoken"  # his own words are recorded


@dataclass(frozen=True, slots=True)
class Invited:
    """Whom an office wants to send: his name, where he goes, his Youth Union unit."""

    name: str
    area: str
    unit: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Volunteer:
    """A volunteer and his card, which bears `code`."""

    id: int
    agency: int
    code: str
    name: str
    area: str
    unit: str
    until: datetime
    created_at: datetime
    withdrawn_at: datetime | None
    has_entered: bool  # a telephone of his is let in

    def standing(self, now: datetime) -> Standing:
        """Return whether he may still come; withdrawn for ever, else until a day."""
        if self.withdrawn_at is not None:
            return Standing.WITHDRAWN
        return Standing.VALID if now < self.until else Standing.EXPIRED


@dataclass(frozen=True, slots=True)
class VolunteerSession:
    """A volunteer's telephone; the token itself is never stored, only its hash."""

    id: int
    volunteer: Volunteer
    csrf: str
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Interview:
    """One narrator's telling, a conversation of its own, as its volunteer sees it.

    `consent` None: nothing may be told yet. `recording` is the file of a spoken consent.
    `narrator` is empty, and `is_erased` true, once the narrator had it erased.
    """

    id: int
    volunteer: int
    conversation: int
    narrator: str
    began_at: datetime
    consent: ConsentForm | None
    recording: str | None
    is_erased: bool
    told_at: datetime
    files: int = 0
    code: str | None = None
    kind: TipKind | None = None
    status: TipStatus | None = None
