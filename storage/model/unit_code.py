"""A code of a unit, as citizens told it, and what it stands for."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class UnitCode:
    """`times` is in how many tellings it came; `decoded` None while nobody knows."""

    code: str
    times: int
    seen_at: datetime
    decoded: str | None = None
    decoded_by: str | None = None
