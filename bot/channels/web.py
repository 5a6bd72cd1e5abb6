"""The web chat: the citizen's own browser fetches what we say.

A message of ours is delivered by standing at its place; an input tells by `after` what
its sender had seen. So it is exactly once both ways.
"""

from collections.abc import Mapping

from storage.codec import unpack_what
from storage.model.line import Received, Unread, Unsent
from storage.model.message import Incoming, Limits

NAME = "web"
ACCOUNT = "web"
LIMITS = Limits(text=4000, buttons=10, label=60, upload_bytes=4 << 30)


class Web:
    """The web chat as a channel; its HTTP side is bot/site."""

    name = NAME
    limits = LIMITS
    is_pulled = True

    def receive(self, headers: Mapping[str, str], raw: bytes) -> Received:
        raise NotImplementedError("the web chat has its own views")

    def read(self, row: Unread) -> tuple[Incoming, ...]:
        return (Incoming(row.id, row.at, unpack_what(row.body), row.position),)

    async def send(self, message: Unsent) -> int | None:
        """Nothing goes out: the message already stands at its place."""
        return message.n


CHANNEL = Web()
