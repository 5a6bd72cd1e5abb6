"""What goes out: one row a platform message, once for each (cause, part)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import numbering
from storage.codec import pack, unpack
from storage.conversations import Conversation
from storage.crypt import Key
from storage.model.line import OutboxState
from storage.model.message import Outgoing
from storage.prepared import Prepared, among
from storage.tables import outbox


@dataclass(frozen=True, slots=True)
class Post:
    """What one cause makes us say; `is_pulled`: the reader fetches it himself."""

    conversation: Conversation
    key: Key
    cause: int
    messages: tuple[Outgoing, ...]
    is_pulled: bool


def add(tx: Connection, posts: Sequence[Post], now: datetime) -> None:
    """Queue messages, in the order of their causes within a conversation.

    A pulled message is delivered by standing here, at its place in the conversation.
    """
    counts = Counter[int]()
    for post in posts:
        counts[post.conversation.id] += len(post.messages)
    places = numbering.next_places(tx, +counts)
    rows: list[dict[str, object]] = []
    for post in posts:
        n = places.get(post.conversation.id, 0)
        rows += [_row(post, part, n + part, now) for part in range(len(post.messages))]
        places[post.conversation.id] = n + len(post.messages)
    ADD.run_each(tx, rows)


def positions(
    tx: Connection, which: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], int]:
    """Return where the platform put these messages of (cause, part); no others."""
    rows = STANDING.rows(tx, causes=[cause for cause, _ in which])
    found = {(row.cause, row.part): row.position for row in rows}
    return {one: found[one] for one in which if one in found}


def open_message(key: Key, cell: bytes, cause: int, part: int) -> Outgoing:
    """Return the message in a cell."""
    return unpack(Outgoing, key.open(cell, about(cause, part)))


def about(cause: int, part: int) -> str:
    """Return what a message's cell is bound to."""
    return f"outbox.message:{cause}:{part}"


def _row(post: Post, part: int, n: int, now: datetime) -> dict[str, object]:
    cell = post.key.seal(pack(post.messages[part]), about(post.cause, part))
    return {
        "conversation_id": post.conversation.id,
        "channel": post.conversation.channel,
        "account": post.conversation.account,
        "cause": post.cause,
        "part": part,
        "n": n,
        "message_cell": cell,
        "state": OutboxState.SENT if post.is_pulled else OutboxState.NEW,
        "due_at": now,
        "created_at": now,
        "sent_at": now if post.is_pulled else None,
        "position": n if post.is_pulled else None,
    }


def _those_standing(tx: Connection) -> sa.ClauseElement:
    return sa.select(outbox.c.cause, outbox.c.part, outbox.c.position).where(
        among(tx, outbox.c.cause, "causes"), outbox.c.position.is_not(None)
    )


def _add(_tx: Connection) -> sa.ClauseElement:
    return sa.insert(outbox).inline()


STANDING = Prepared(_those_standing)
ADDED = (
    "conversation_id", "channel", "account", "cause", "part", "n", "message_cell",
    "state", "due_at", "created_at", "sent_at", "position",
)  # fmt: skip
ADD = Prepared(_add, ADDED)
