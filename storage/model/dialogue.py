"""A conversation's state between two turns: plain values, JSON in its cell."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from nlp.entity import Entity
from storage.model.decision import StatusChanged
from storage.model.evidence import Location, MediaKind
from storage.model.message import Incoming

UNPUT = 0  # no inbox row has this number


class Consent(StrEnum):
    """Silence is not consent (law 91/2025/QH15)."""

    UNASKED = "unasked"
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"


class Source(StrEnum):
    """Who stands behind an answer."""

    SAID = "said"
    FOUND = "found"
    SKIPPED = "skipped"
    FORGOTTEN = "forgotten"
    OFFICER = "officer"


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of what was told, whole, with the inbox row that brought it."""

    cause: int
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What we hold under a question's key: the value read and the words told."""

    value: str | None
    words: str
    source: Source
    cause: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A file of this telling, by its id in the store, and what was being asked."""

    cause: int
    media: str
    kind: MediaKind
    duration_s: float | None = None


@dataclass(frozen=True, slots=True)
class Album:
    """The file last shown on a platform, and whether its receipt is still to be said."""

    name: str
    at: datetime
    is_owed: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """What was last asked, and by which outbox row (cause, part) it first went out.

    `choices` are the values as they were shown: a typed number means one of these.
    `cause` is UNPUT while we could not yet say it.
    """

    key: str
    cause: int
    part: int = 0
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficerQuestion:
    """A question an officer wants put to this citizen; `since`: when it was put."""

    id: int
    text: str
    office: str
    tip: int | None = None
    code: str = ""
    martyr: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """How many messages more we answer at once, as of a moment."""

    left: float
    at: datetime


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What answers an officer's question about another tip of the same teller."""

    tip: int
    question: int
    answer: Answer
    found: tuple[Entity, ...] = ()
    shown: tuple[Shown, ...] = ()
    pins: tuple[Location, ...] = ()


@dataclass(
    frozen=True
)  # no slots: storage.model.altering takes over all fields at once
class Dialogue:
    """Everything told so far; the place in the conversation is computed from it."""

    flow: str | None = None
    is_chosen: bool = False  # the teller himself said what kind of telling it is
    shown_kind: str = ""  # the kind of telling that we last told him
    address: str | None = None  # what he wishes to be called; None: not asked yet
    alerted: tuple[str, ...] = ()  # what is told or acted upon only once
    # After a telling was sent: what may be another one, until he says which.
    undecided: tuple[Incoming, ...] = ()
    turn: int = 0
    consent: Consent = Consent.UNASKED
    sealed: tuple[Incoming, ...] = ()
    source: str | None = None
    scanned: tuple[str, ...] = ()  # every printed code that he came with, in order
    story: tuple[Words, ...] = ()
    spare: tuple[Words, ...] = ()
    shown: tuple[Shown, ...] = ()
    album: Album | None = None
    pins: tuple[Location, ...] = ()
    answers: dict[str, Answer] = field(default_factory=dict)
    found: dict[str, tuple[Entity, ...]] = field(default_factory=dict)
    told: bool = False
    enough: bool = False
    confirmed: bool = False
    asking: Asking | None = None
    last: str = "story"  # the key whose words an early message joins
    asked: tuple[str, ...] = ()
    misread: int = 0
    fixing: str | None = None
    officer: tuple[OfficerQuestion, ...] = ()
    elsewhere: dict[str, Elsewhere] = field(default_factory=dict)
    wants_officer: bool = False
    nudges: int = 0
    # How often we spoke, and the last question how often in a row: other words follow.
    spoken: int = 0
    put: str = ""
    times: int = 0
    tip: int | None = None
    code: str | None = None
    # Where in the platform's order each inbox row of this telling stands.
    places: dict[int, int] = field(default_factory=dict)
    # Of an answer told in several messages: each of them, by the answer's key.
    pieces: dict[str, tuple[Words, ...]] = field(default_factory=dict)
    # Messages edited before they arrived: which row in `spare` holds the edit.
    edits: dict[int, int] = field(default_factory=dict)
    overtaken: tuple[str, ...] = ()  # asked, and then something came from before
    gone: bool = False  # nothing may be sent until he writes again
    taken: bool = False  # an officer talks with him in the platform's own tool
    withdrew: bool = False  # he is not reminded of anything
    stopped: bool = False  # he wants no reminders or news until he writes again
    muted: bool = False  # its teller has died: nothing is sent for ever
    mourned: int = 0  # of this tip and those before it the teller has died
    chased: tuple[int, ...] = ()  # officers' questions, once for each reminder
    announced: tuple[str, ...] = ()  # what he was told of his tips, never twice
    news: tuple[StatusChanged, ...] = ()  # what he is told in the morning
    pace: Pace | None = None  # None: nothing has come yet
    cleared: bool = False  # an officer says that he is no abuser
    claiming: str = ""  # the right for which his second word is awaited
    odd: bool = False  # the last that came could not be read, and he was told so
    burst: "Burst | None" = None


@dataclass(frozen=True, slots=True)
class Burst:
    """What came in since the citizen last heard us, and how all stood before it.

    What belongs earlier than what was played already is put in its place, and all of it
    is played again. `since`: where our words stand that it follows; `asked_at`: where
    the question does that was open then; `spoke`: which outbox row (cause, part) was our
    first since; `said`: the keys of what was said since; `closed_at`: the place of what
    cannot be taken back, before which nothing is played again; `tail`: what may be
    the next burst, for nobody knows yet whether he had heard us; `own`: what is asked
    as it was played again, where the same question stands in the chat from before.
    """

    before: Dialogue
    log: tuple[Incoming, ...] = ()
    since: int | None = None
    asked_at: int | None = None
    spoke: tuple[int, int] | None = None
    said: tuple[str, ...] = ()
    closed_at: int | None = None
    tail: "Burst | None" = None
    own: Asking | None = None
