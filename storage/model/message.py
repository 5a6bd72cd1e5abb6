"""What comes in and what goes out, the same for every channel."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from storage.model.decision import Cleared, StatusChanged, TellerDied
from storage.model.evidence import Lost, MediaKind, MediaState
from storage.model.reading import Reread
from storage.model.timing import TimerKind


class Command(StrEnum):
    """A wish about the conversation itself; never an answer."""

    SKIP = "skip"
    FORGOT = "forgot"
    ENOUGH = "enough"
    BACK = "back"
    FIX = "fix"
    OFFICER = "officer"
    CALL_OFF = "call_off"
    STATUS = "status"
    NEW = "new"
    VIEW = "view"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    ERASE = "erase"
    MENU = "menu"
    ADDRESS = "address"
    HELP = "help"
    WHO = "who"  # who asks, and what for
    UNKNOWN = "unknown"  # written like a command, and none that we know


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
class Remote:
    """A file that still lies with a platform; what the platform says of it is untrusted.

    `ref` is in the channel's own terms: a file's id, an address.
    """

    ref: str
    name: str = ""
    mime: str = ""
    size: int | None = None
    md5: str = ""


@dataclass(frozen=True, slots=True)
class Showed:
    """A photo, recording or file; `media` is its id in the store.

    It is kept already, as far as `state` says, or `remote` says where a job is to fetch
    it. `album` groups what was sent as one, where the platform says so.
    """

    media: str
    media_kind: MediaKind
    duration_s: float | None = None
    caption: str = ""
    remote: Remote | None = None
    album: str = ""
    state: MediaState = MediaState.OK
    name: str = ""  # as its sender called the file
    label: str = ""  # what a volunteer says that it shows
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
    """An officer's question about a tip, perhaps not the one now being told."""

    question: int
    text: str
    office: str
    tip: int | None = None
    code: str = ""
    martyr: str = ""  # by which its teller knows which story is meant
    kind: Literal["asked"] = "asked"


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A timer went off; `fence` is the turn it was set in, a stale one does nothing."""

    timer: TimerKind
    fence: int
    kind: Literal["lapsed"] = "lapsed"


@dataclass(frozen=True, slots=True)
class Edited:
    """Words changed on the platform; the first version, at `message`, stays beside."""

    message: int
    text: str
    kind: Literal["edited"] = "edited"


@dataclass(frozen=True, slots=True)
class Shared:
    """A contact card; `is_own` when the platform vouches that it is the teller's."""

    name: str
    phone: str
    is_own: bool
    kind: Literal["shared"] = "shared"


@dataclass(frozen=True, slots=True)
class Gone:
    """He blocked us or left: nothing may be sent until he writes again."""

    kind: Literal["gone"] = "gone"


@dataclass(frozen=True, slots=True)
class Taken:
    """An officer writes in the platform's own tool: we keep silent until released."""

    text: str
    kind: Literal["taken"] = "taken"


@dataclass(frozen=True, slots=True)
class Released:
    """The officer is done: we go on where the conversation stands."""

    kind: Literal["released"] = "released"


@dataclass(frozen=True, slots=True)
class Withdrew:
    """The platform reports that he withdraws his consent: a request for staff."""

    kind: Literal["withdrew"] = "withdrew"


@dataclass(frozen=True, slots=True)
class Vouched:
    """A volunteer vouches that his narrator agreed, and how (a ConsentForm)."""

    narrator: str
    form: str
    kind: Literal["vouched"] = "vouched"


@dataclass(frozen=True, slots=True)
class Echoed:
    """The platform says that a message of ours stands: settles one of unknown outcome."""

    message: str  # the platform's own id of it
    text: str
    position: int
    kind: Literal["echoed"] = "echoed"


@dataclass(frozen=True, slots=True)
class Odd:
    """A message of a kind we do not know: kept raw, shown to staff."""

    note: str
    kind: Literal["odd"] = "odd"


What = (
    Said | Pressed | Showed | Pinned | Commanded | Opened | Asked | Lapsed | Edited
    | Reread | Shared | Gone | Taken | Released | Withdrew | Vouched | Echoed | Lost
    | Odd | StatusChanged
    | TellerDied | Cleared
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that happened in a conversation, in the platform's own order.

    `cause` is the inbox row; `position` the place up to which its sender had seen our
    messages (None for timers, officers, jobs); `order` the event's own, if it tells more.
    """

    cause: int
    at: datetime
    what: What
    position: int | None = None
    order: int | None = None


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
