"""What a channel is: how its events come in, how its messages go out."""

from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    Coroutine,
    Mapping,
    Sequence,
)
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, runtime_checkable

from aiohttp import ClientSession

from handlers.turn import Ways
from storage.codec import unpack_what
from storage.db import Database
from storage.model.limits import Limits
from storage.model.line import Unread, Unsent
from storage.model.message import Incoming, Remote


class SendError(Exception):
    """A message that did not go out: again later, never, or nobody knows.

    `retry_after` are seconds the platform told us to wait, for this chat or, with
    `for_all`, for the account; with `held` it goes before that if he writes meanwhile.
    `unknown` means that bytes had left before the answer was lost; `gone` that this
    person can no longer be reached.
    """

    def __init__(
        self,
        why: str,
        *,
        retry_after: float | None = None,
        for_all: bool = False,
        held: bool = False,
        permanent: bool = False,
        unknown: bool = False,
        gone: bool = False,
    ) -> None:
        super().__init__(why)
        self.why = why
        self.retry_after = retry_after
        self.for_all = for_all
        self.held = held
        self.permanent = permanent or gone
        self.unknown = unknown
        self.gone = gone


class BadSignature(Exception):
    """A body that the platform did not sign: answered 401, nothing is kept."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a signed body belongs: the same key with the same body is the same event.

    Without an address it is nobody's; staff see it among what was set aside.
    """

    key: str
    address: str | None
    position: int | None
    kind: str = ""  # as the platform calls it: one word, which staff may read
    told_at: datetime | None = None  # when it was said, if the platform tells


@dataclass(frozen=True, slots=True)
class Delivered:
    """Where a message of ours stands: its place in the platform's order and its id."""

    position: int | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Pace:
    """What a platform allows: messages in any `window_s` seconds, and to one chat."""

    most: int
    window_s: float
    chat_s: float  # seconds between two messages to one chat


class Channel(Protocol):
    """One way to talk with citizens: what it can show, how its rows are read."""

    name: str
    limits: Limits

    def read(self, row: Unread) -> tuple[Incoming, ...]:
        """Return what the event means; the last place that sees its JSON."""


@runtime_checkable
class Pushed(Channel, Protocol):
    """A channel that we send to; from the others our messages are fetched."""

    account: str
    pace: Pace

    def receive(self, headers: Mapping[str, str], raw: bytes) -> Arrival | None:
        """Return where the body belongs; None when it is to be answered only.

        Raises BadSignature; whatever else the body is, it is kept.
        """

    async def send(self, message: Unsent) -> Delivered:
        """Put a message out. Raises SendError."""

    def download(self, remote: Remote, offset: int) -> AsyncIterator[bytes]:
        """Return the file's bytes from `offset` on. Raises FetchError."""

    def work(self) -> Sequence[Coroutine[Any, Any, None]]:
        """Return what runs beside: polling, keeping tokens, looking after health."""


class FetchError(Exception):
    """A file that did not come: `permanent` when it never will."""

    def __init__(self, why: str, *, permanent: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.permanent = permanent


Keep = Callable[[str, Mapping[str, str], bytes], Awaitable[None]]


async def nowhere(channel: str, _headers: Mapping[str, str], _raw: bytes) -> None:
    """Keep nothing: for a process that takes nothing in."""
    raise LookupError(f"nobody here takes in what comes from {channel}")


@dataclass(frozen=True, slots=True)
class Means:
    """What a channel is given: the database, one HTTP client, the time.

    `keep(channel, headers, raw)` takes in a body that the channel went to get itself,
    and returns once it is durable.
    """

    db: Database
    http: ClientSession
    clock: Callable[[], datetime]
    keep: Keep = nowhere


@dataclass(frozen=True, slots=True)
class Fetched:
    """A channel whose citizens fetch what we say from the web chat's API.

    A message of ours is delivered by standing at its place; an input tells by `after`
    what its sender had seen. So it is exactly once both ways.
    """

    name: str
    limits: Limits

    def read(self, row: Unread) -> tuple[Incoming, ...]:
        return (Incoming(row.id, row.at, unpack_what(row.body), row.position),)


def ways(channel: Channel) -> Ways:
    """Return what a turn needs of a channel."""
    return Ways(channel.read, channel.limits, isinstance(channel, Fetched))
