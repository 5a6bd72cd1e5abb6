"""What staff decide that a conversation must know of: no message of anybody's."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """An officer concluded on a tip, or handed it over; `status` is a TipStatus."""

    tip: int
    status: str
    code: str
    kind: Literal["status_changed"] = "status_changed"


@dataclass(frozen=True, slots=True)
class TellerDied:
    """Staff learned that who told here has died."""

    kind: Literal["teller_died"] = "teller_died"


@dataclass(frozen=True, slots=True)
class Cleared:
    """An officer takes back who was set aside."""

    kind: Literal["cleared"] = "cleared"
