"""An agency of the campaign: the standing office that reads and answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Level(StrEnum):
    """Two-level local government since 1 July 2025, and what stands above it."""

    COMMUNE = "commune"
    PROVINCE = "province"
    REGION = "region"
    NATION = "nation"


@dataclass(frozen=True, slots=True)
class OpenHours:
    """One stretch of duty on some weekdays (Monday = 0), minutes after midnight."""

    days: tuple[int, ...]
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class Agency:
    """An office: its full name, level, address, hours and telephone are its own data."""

    id: int
    name: str
    level: Level
    address: str = ""
    telephone: str = ""
    hours: tuple[OpenHours, ...] = ()
    parent: int | None = None
    idle_minutes: int = 30  # after which a session without a touch ends

    def is_open(self, local: datetime) -> bool:
        """Return whether somebody is on duty at this local time."""
        minute = local.hour * 60 + local.minute
        return any(
            local.weekday() in stretch.days and stretch.opens <= minute < stretch.closes
            for stretch in self.hours
        )
