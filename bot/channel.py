"""What a channel is: how its events come in, how its messages go out."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from handlers.turn import Ways
from storage.codec import unpack_what
from storage.model.line import Unread, Unsent
from storage.model.message import Incoming, Limits


class SendError(Exception):
    """A message that did not go out: again later, never, or nobody knows.

    `retry_after` are seconds the platform told us to wait; `unknown` means that bytes
    had left before the answer was lost.
    """

    def __init__(
        self,
        why: str,
        *,
        retry_after: float | None = None,
        permanent: bool = False,
        unknown: bool = False,
    ) -> None:
        super().__init__(why)
        self.why = why
        self.retry_after = retry_after
        self.permanent = permanent
        self.unknown = unknown


class Channel(Protocol):
    """One way to talk with citizens: what it can show, how its rows are read."""

    name: str
    limits: Limits

    def read(self, row: Unread) -> tuple[Incoming, ...]:
        """Return what the event means; the last place that sees its JSON."""


@runtime_checkable
class Pushed(Channel, Protocol):
    """A channel that we send to; from the others our messages are fetched."""

    async def send(self, message: Unsent) -> int | None:
        """Put a message out; return the platform's position of it. Raises SendError."""


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
    return Ways(channel.read, channel.limits, not isinstance(channel, Pushed))
