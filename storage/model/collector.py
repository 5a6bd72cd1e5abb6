"""Who wrote a telling down at its narrator's house."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Collector:
    """Who wrote a telling down for its narrator, as officers and receivers see it.

    `recording` is the file of the narrator's spoken consent, where there is one.
    """

    id: int
    name: str
    unit: str
    area: str
    recording: str | None = None

    @property
    def actor(self) -> str:
        """Who it is in the audit."""
        return f"volunteer:{self.id}"
