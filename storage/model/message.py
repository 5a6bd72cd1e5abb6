"""What comes in and what goes out, the same for every channel."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from storage.model.evidence import MediaKind


class Command(StrEnum):
    """A wish about the conversation itself; never an answer."""

    SKIP = "skip"
    FORGOT = "forgot"
    ENOUGH = "enough"
    BACK = "back"
    FIX = "fix"
    OFFICER = "officer"
    STATUS = "status"
    NEW = "new"
    HELP = "help"


class TimerKind(StrEnum):
    """Why a timer wakes a conversation."""

    DRAFT = "draft"
    NUDGE = "nudge"
    CONSENT = "consent"
    UNSEAL = "unseal"


@dataclass(frozen=True, slots=True)
class Said:
    """Words typed or dictated by the citizen, NFC, whole."""

    text: str
    kind: Literal["said"] = "said"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button: it carries the key of its question, so it is never stale."""

    key: str
    value: str
    kind: Literal["pressed"] = "pressed"


@dataclass(frozen=True, slots=True)
class Showed:
    """A photo, recording or file that is kept; `media` is its id in the store."""

    media: str
    media_kind: MediaKind
    duration_s: float | None = None
    caption: str = ""
    kind: Literal["showed"] = "showed"


@dataclass(frozen=True, slots=True)
class Pinned:
    """A position on the map in WGS84 degrees; accuracy in metres if the phone told."""

    lat: float
    lon: float
    accuracy_m: float | None = None
    kind: Literal["pinned"] = "pinned"


@dataclass(frozen=True, slots=True)
class Commanded:
    """A command, recognised before the engine sees the message."""

    command: Command
    words: str = ""
    kind: Literal["commanded"] = "commanded"


@dataclass(frozen=True, slots=True)
class Opened:
    """The citizen opened the conversation, perhaps from a printed code."""

    source: str | None = None
    kind: Literal["opened"] = "opened"


@dataclass(frozen=True, slots=True)
class Asked:
    """An officer's question, to be put to the citizen on the same tip."""

    question: int
    text: str
    office: str
    kind: Literal["asked"] = "asked"


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A timer went off; `fence` is the turn it was set in, a stale one does nothing."""

    timer: TimerKind
    fence: int
    kind: Literal["lapsed"] = "lapsed"


@dataclass(frozen=True, slots=True)
class Odd:
    """A message of a kind we do not know: kept raw, shown to staff."""

    note: str
    kind: Literal["odd"] = "odd"


What = Said | Pressed | Showed | Pinned | Commanded | Opened | Asked | Lapsed | Odd


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that happened in a conversation, in the platform's own order.

    `cause` is the inbox row; `position` is the place in the platform's order up to
    which the sender had seen our messages (None for timers, officers and jobs).
    """

    cause: int
    at: datetime
    what: What
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """A choice under a message: its question's key, a value, the word shown."""

    key: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One platform message, already within its channel's Limits."""

    text: str
    buttons: tuple[Button, ...] = ()
    author: Literal["bot", "officer"] = "bot"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a channel can show: characters a text, buttons a message, characters a label."""

    text: int
    buttons: int
    label: int
    upload_bytes: int
