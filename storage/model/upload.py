"""A file on its way in, piece by piece."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.model.evidence import MediaKind


class UploadState(StrEnum):
    """How far a file has come; each step is taken once."""

    OPEN = "open"
    WHOLE = "whole"  # all bytes are here, the file is not shown yet
    BROKEN = "broken"  # left half-way, to be shown as it is
    DONE = "done"
    CUT = "cut"  # shown half-way; who comes back begins a second file


@dataclass(frozen=True, slots=True)
class Wish:
    """What the sender says of a file before its first byte; size None: still growing.

    `label` is what the thing is, as a volunteer writes it: "nhật ký, trang 1/80".
    """

    client_id: str
    kind: MediaKind
    title: str
    mime: str
    size: int | None
    position: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Upload:
    """A wish, and how much of it is on the disk; `object` is its name in the store."""

    id: str
    conversation: int
    wish: Wish
    object: str
    key: bytes
    offset: int
    state: UploadState
    touched_at: datetime
