"""Recordings, photos, papers, positions: what a teller shows beside his words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal


class MediaKind(StrEnum):
    """What a file is by its own bytes, never by its name."""

    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    DOCUMENT = "document"
    OTHER = "other"


class MediaState(StrEnum):
    """How far we could go with a file; every state keeps the bytes as they came."""

    OK = "ok"
    DISGUISED = "disguised"  # the name says one kind, the bytes another
    OVERSIZED = "oversized"  # unpacks to more pixels than we open
    TRUNCATED = "truncated"  # the upload stopped half-way
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    MISMATCHED = "mismatched"  # another size, checksum or kind than was told
    COMING = "coming"  # it still lies with the platform
    GONE = "gone"  # the platform gave it no more
    REFUSED = "refused"  # its link leads where we do not go
    TOO_LARGE = "too_large"


# Gaps: we know of the file, and hold nothing that could be opened.
LOST = frozenset({MediaState.GONE, MediaState.REFUSED, MediaState.TOO_LARGE})
MISSING = LOST | {MediaState.COMING}


@dataclass(frozen=True, slots=True)
class Shot:
    """What a camera wrote into a photo; `taken` is its own clock, which knows no zone."""

    lat: float | None = None
    lon: float | None = None
    radius_m: float | None = None
    taken: datetime | None = None
    taken_utc: datetime | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """One file as received. `id` is the object's name in the store.

    While it is coming, `size` is what we hold of it so far and `sha256` is empty.
    """

    id: str
    conversation: int
    kind: MediaKind
    state: MediaState
    mime: str
    title: str
    size: int
    sha256: str
    key: bytes
    received_at: datetime
    duration_s: float | None = None
    text: str | None = None
    preview: str | None = None
    preview_key: bytes | None = None
    shot: Shot | None = None
    is_found: bool = False  # we know where on its platform it lies, or lay
    is_apart: bool = False  # perhaps a secret paper: kept unread until somebody decides
    label: str = ""  # what it shows, as a volunteer wrote it: "nhật ký, trang 1/80"

    @property
    def is_here(self) -> bool:
        return self.state not in MISSING and not self.is_apart

    @property
    def may_come(self) -> bool:
        """Whether a gap can be asked for once more."""
        return self.is_found and self.state in LOST

    @property
    def location(self) -> "Location | None":
        """Where the camera says it stood; None when it does not."""
        shot = self.shot
        if shot is None or shot.lat is None or shot.lon is None:
            return None
        where = f"media:{self.sha256}"
        return Location(shot.lat, shot.lon, shot.radius_m, "exif", where)


@dataclass(frozen=True, slots=True)
class Lost:
    """A file he sent did not come, or not whole: he is asked to send it again.

    `link` is where a large one can be given; empty where there is no such place.
    """

    media: str
    media_kind: MediaKind
    is_too_large: bool = False
    link: str = ""
    kind: Literal["lost"] = "lost"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in WGS84 degrees with its honest radius in metres and where it stood."""

    lat: float
    lon: float
    radius_m: float | None
    source: str
    where: str
