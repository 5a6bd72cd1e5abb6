"""A tip: what a teller gave, beside it what machine and officer made of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from nlp.entity import Entity
from storage.model.collector import Collector
from storage.model.dialogue import Answer
from storage.model.evidence import Location, Media

# Keys of answers are for ever: they stand in the database. domain.md b.3 names them.
MARTYR_KEYS = (
    "martyr_name", "alias", "birth", "hometown", "unit", "rank", "enlisted", "died",
    "death_place", "parents", "spouse",
)  # fmt: skip
BURIAL_KEYS = (
    "place", "landmark", "people_count", "buried_by", "marker", "wrapping", "depth",
    "terrain_now", "searched",
)  # fmt: skip
# A grave that has a stone or was moved, and what is wrong with it.
GRAVE_KEYS = ("current_grave", "error_claim", "papers", "moved_at", "moved_by")
BATTLE_KEYS = ("battle", "other_witnesses")
RELIC_KEYS = ("relic_kind", "relic_text", "relic_found", "relic_holder")
RELATIVE_KEYS = ("dna", "dna_given")
# What broke into a telling of something else stands beside what is told of it.
MISINFO_KEYS = ("misinfo_kind", "suspect", "amount", "to_police", "fraud_beside")
FOUND_KEYS = ("found_state", "found_objects", "found_beside", "found_place")
COMPLAINT_KEYS = ("complaint_office",)
TELLER_KEYS = (
    "how_known", "teller_name", "teller_phone", "kinship", "can_guide", "told_for",
    "witness_name", "teller_birth", "teller_address", "forwarded", "knows_more",
)  # fmt: skip
CALLBACK_KEYS = ("callback_phone", "callback_hour", "callback_reason")
ANSWER_KEYS = (
    MARTYR_KEYS + BURIAL_KEYS + GRAVE_KEYS + BATTLE_KEYS + RELIC_KEYS + RELATIVE_KEYS
    + MISINFO_KEYS + FOUND_KEYS + COMPLAINT_KEYS + TELLER_KEYS + CALLBACK_KEYS
)  # fmt: skip

# Who told: kept in encrypted cells, masked in search, never in a log.
PERSONAL_KEYS = frozenset(
    {
        "teller_name",
        "teller_phone",
        "teller_birth",
        "teller_address",
        "witness_name",
        "callback_phone",
    }
)


class TipKind(StrEnum):
    """What the telling is about."""

    BURIAL = "burial"
    IDENTITY = "identity"
    BATTLE = "battle"
    RELIC = "relic"
    RELATIVE = "relative"
    MISINFO = "misinfo"
    FOUND_NOW = "found_now"
    MOVED = "moved"
    COMPLAINT = "complaint"
    FREE = "free"


class TipStatus(StrEnum):
    """Where a tip stands; the words for each are in the console's templates."""

    DRAFT = "draft"
    NEW = "new"
    CLAIMED = "claimed"
    WAITING = "waiting"  # we asked, the citizen has not answered yet
    ANSWERED = "answered"  # the citizen answered or added something
    VERIFIED = "verified"
    UNVERIFIABLE = "unverifiable"
    NOT_OURS = "not_ours"
    HANDED_OVER = "handed_over"
    ERASED = "erased"  # an empty shell: its code, its audit, its tombstone


DECISIONS = (TipStatus.VERIFIED, TipStatus.UNVERIFIABLE, TipStatus.NOT_OURS)


@dataclass(frozen=True, slots=True)
class Telling:
    """What a conversation gives to its tip; composed purely, stored at once."""

    kind: TipKind
    draft: bool
    story: str
    spare: str
    answers: dict[str, Answer]
    readings: dict[str, str]
    entities: tuple[tuple[str, Entity], ...]  # (where: story | answer:<key>, entity)
    locations: tuple[Location, ...]
    media: tuple[str, ...]
    source: str | None = None
    priority: int = 0
    apart: str = ""  # why it is no telling: advertising, obscene, nonsense


@dataclass(frozen=True, slots=True)
class Tip:
    """A tip as staff see it."""

    id: int
    code: str
    kind: TipKind
    status: TipStatus
    channel: str
    source: str | None
    conversation: int
    created_at: datetime
    updated_at: datetime
    version: int
    priority: int
    story: str
    spare: str
    answers: dict[str, Answer]
    readings: dict[str, str]
    entities: tuple[tuple[str, Entity], ...]
    locations: tuple[Location, ...]
    media: tuple[Media, ...]
    agency: int | None = None
    claimed_by: int | None = None
    lease_until: datetime | None = None
    apart: str = ""
    collector: Collector | None = None  # the volunteer who wrote it down, if one did


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A line of the queue: enough to choose by, nothing more."""

    id: int
    code: str
    status: TipStatus
    channel: str
    source: str | None
    created_at: datetime
    updated_at: datetime
    priority: int
    martyr: str | None
    unit: str | None
    place: str | None
    excerpt: str
    media: dict[str, int]
    claimed_by: int | None
    claimed_name: str | None
    lease_until: datetime | None
    is_handed_over: bool
