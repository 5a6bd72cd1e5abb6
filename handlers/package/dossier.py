"""Dossier: all that is known of one tip at the moment when it is handed over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.package.words import ACTORS
from storage.audit import AuditRow
from storage.model.agency import Agency
from storage.model.evidence import Media
from storage.model.line import Line
from storage.model.tip import Tip
from storage.notes import Note


@dataclass(frozen=True, slots=True)
class Dossier:
    """A tip with its conversation, custody and notes; `names` of actors, in full.

    `spoken` is the recording of a consent that a volunteer took down.
    """

    tip: Tip
    lines: tuple[Line, ...]
    custody: tuple[AuditRow, ...]
    notes: tuple[Note, ...]
    office: Agency
    names: Mapping[str, str]
    at: datetime
    zone: ZoneInfo
    receiver: Agency | None = None
    spoken: Media | None = None

    def decision(self) -> AuditRow | None:
        """Return what an officer decided last; None while nobody has."""
        decided = [row for row in self.custody if row.act == "decided"]
        return decided[-1] if decided else None

    def name_of(self, actor: str) -> str:
        """Return who `staff:7`, `citizen` or `system:command` is, in words."""
        kind = actor.partition(":")[0]
        return self.names.get(actor) or ACTORS.get(kind, actor)
