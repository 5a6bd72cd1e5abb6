"""What a channel is: how its events come in, how its messages go out."""

from collections.abc import Mapping
from typing import Protocol

from handlers.turn import Ways
from storage.model.line import Received, Unread, Unsent
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


class BadSignature(Exception):
    """A webhook call that its platform did not make: 401, nothing stored."""


class Channel(Protocol):
    """One way to talk with citizens; `is_pulled`: they fetch our messages themselves."""

    name: str
    limits: Limits
    is_pulled: bool

    def receive(self, headers: Mapping[str, str], raw: bytes) -> Received:
        """Return the event as it will be kept; BadSignature if it is not theirs."""

    def read(self, row: Unread) -> tuple[Incoming, ...]:
        """Return what the event means; the last place that sees its JSON."""

    async def send(self, message: Unsent) -> int | None:
        """Put a message out; return the platform's position of it. Raises SendError."""


def ways(channel: Channel) -> Ways:
    """Return what a turn needs of a channel."""
    return Ways(channel.read, channel.limits, channel.is_pulled)
