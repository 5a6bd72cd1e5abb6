"""Rows of the durable line: received, to be sent, to be done, to be woken."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from storage.model.message import Outgoing
from storage.model.timing import TimerKind


class InboxState(StrEnum):
    """A received row is new until its turn is committed; set aside after three tries."""

    NEW = "new"
    DONE = "done"
    SET_ASIDE = "set_aside"
    SEEN = "seen"  # set aside, and staff have dealt with it


class OutboxState(StrEnum):
    """What became of a message."""

    NEW = "new"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    DEAD = "dead"
    SEEN = "seen"  # dead, and staff have dealt with it


class JobState(StrEnum):
    """What became of a piece of slow work."""

    NEW = "new"
    RUNNING = "running"
    DONE = "done"
    DEAD = "dead"
    SEEN = "seen"  # dead, and staff have dealt with it


@dataclass(frozen=True, slots=True)
class Received:
    """One event as it came: unique on (channel, account, key), body as bytes."""

    channel: str
    account: str
    key: str
    address: str | None  # who, in the channel's own terms; None: no conversation
    position: int | None
    body: bytes
    at: datetime
    kind: str = ""  # as its platform calls it; staff read it where it is nobody's
    told_at: datetime | None = None  # when it was said, as its platform tells


@dataclass(frozen=True, slots=True)
class Unread:
    """An inbox row that waits for its turn."""

    id: int
    conversation: int
    n: int
    channel: str
    position: int | None
    body: bytes
    at: datetime
    attempts: int


@dataclass(frozen=True, slots=True)
class Unsent:
    """An outbox row that a sender has taken."""

    id: int
    conversation: int
    channel: str
    account: str
    address: str
    n: int
    message: Outgoing
    attempts: int
    doubts: int = 0  # tries before this one of which nobody knows the outcome


class Fate(StrEnum):
    """What became of one try to send."""

    SENT = "sent"
    RETRY = "retry"
    HELD = "held"  # not tried: it waits for its time, or until its reader writes
    UNKNOWN = "unknown"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A try's end: where the message stands, or why not and when to try again."""

    message: Unsent
    fate: Fate
    position: int | None = None
    name: str = ""  # the platform's own id of it
    why: str = ""
    again: datetime | None = None
    is_gone: bool = False  # nobody is there any more


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of slow work under lease; `kind` names its file under bot/jobs."""

    id: int
    kind: str
    subject: str
    payload: dict[str, Any]
    attempts: int


@dataclass(frozen=True, slots=True)
class Timer:
    """When to wake a conversation, fenced by the turn it was set in."""

    conversation: int
    kind: TimerKind
    due_at: datetime
    fence: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a conversation as it was, for the chat page and the console."""

    n: int
    author: str  # citizen | bot | officer
    at: datetime
    text: str
    buttons: tuple[tuple[str, str, str], ...] = ()
    media: str | None = None
    pin: tuple[float, float] | None = None
    state: str = ""


class Origin(StrEnum):
    """What could not go its way."""

    INBOX = "inbox"
    OUTBOX = "outbox"
    JOB = "job"


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something that could not go its way: staff see it until they have dealt with it."""

    origin: Origin
    id: int
    at: datetime
    channel: str
    attempts: int
    error: str
    conversation: int | None
    tip_code: str | None
    tip: int | None = None

    @property
    def has_line(self) -> bool:
        """Whether trying again is of use: an event of nobody's is read by nobody."""
        return self.origin is not Origin.INBOX or self.conversation is not None
