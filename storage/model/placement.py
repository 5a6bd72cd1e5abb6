"""A placement: where a code of ours hangs, and how far those came who saw it there."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PlacementKind(StrEnum):
    """What carries the code; the words for each are in handlers/placing."""

    POSTER = "poster"
    VILLAGE = "village"
    OFFICE = "office"
    SCREEN = "screen"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Spot:
    """What staff say of a placement: its name, in which area, of which wave of posters."""

    kind: PlacementKind
    name: str
    area: str = ""
    wave: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """A spot with its code, bare digits as they stand in an address."""

    id: int
    code: str
    spot: Spot
    agency: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Stages:
    """How many came how far; without a placement: those who came without a code."""

    placement: Placement | None
    scans: int
    starts: int
    filed: int
    verified: int
    handed_over: int
