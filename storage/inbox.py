"""What came in: kept once, in order, until its turn is committed.

Whatever changes a dialogue is a row here: a citizen's input, an officer's question, a
finished job, a timer.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import conversations, numbering, vault
from storage.codec import pack
from storage.conversations import Entered
from storage.crypt import Key, SealBroken
from storage.model.decision import Cleared, StatusChanged, TellerDied
from storage.model.evidence import Lost
from storage.model.line import InboxState, Received
from storage.model.message import Asked, Lapsed, Opened, Released, Vouched, What
from storage.model.reading import Reread
from storage.tables import inbox
from storage.upsert import insert

INTERNAL = "internal"
# Rows that are no message of the citizen's.
SILENT = (
    Asked, Lapsed, Lost, Opened, Released, Reread, Vouched, StatusChanged,
    TellerDied, Cleared,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Receipt:
    """What we answer for: the row is durable once the transaction is committed."""

    id: int
    conversation: int | None
    n: int | None
    is_new: bool


def add(tx: Connection, received: Received, shows: bool = True) -> Receipt:
    """Keep an event; the same key with the same body is the same row.

    `shows` gives it a place in the conversation as the citizen sees it.
    """
    where = _enter(tx, received)
    n = numbering.next_n(tx, where.id) if where and shows else None
    row = {
        "channel": received.channel,
        "account": received.account,
        "key": received.key,
        "digest": vault.ring(tx).fingerprint(received.body, "inbox"),
        "conversation_id": where.id if where else None,
        "n": n,
        "position": received.position,
        "body_cell": sealed(tx, where, received),
        "received_at": received.at,
    }
    statement = insert(tx, inbox).values(row).on_conflict_do_nothing()
    made = tx.execute(statement.returning(inbox.c.id)).scalar()
    if made is not None:
        return Receipt(made, where.id if where else None, n, is_new=True)
    if where and n is not None:
        numbering.give_back(tx, where.id)
    return _find(tx, row)


def post(
    tx: Connection,
    conversation_id: int,
    what: What,
    key: str,
    now: datetime,
    position: int | None = None,
) -> Receipt:
    """Put something of our own into a conversation's inbox, once for each `key`."""
    whose = conversations.whose(tx, conversation_id)
    received = Received(
        channel=f"{INTERNAL}:{whose.channel}",
        account=whose.account,
        key=f"{conversation_id}:{key}",
        address=whose.address,
        position=position,
        body=pack(what),
        at=now,
    )
    return add(tx, received, shows=not isinstance(what, SILENT))


def is_ours(channel: str) -> bool:
    """Return whether a row was put there by us, and not by a channel."""
    return channel.startswith(f"{INTERNAL}:")


def body(tx: Connection, row_id: int) -> bytes:
    """Return a row's raw body; SealBroken once its conversation is erased."""
    row = tx.execute(sa.select(inbox).where(inbox.c.id == row_id)).one()
    return open_body(tx, row)


def reseal_untaken(
    tx: Connection, conversation_id: int, old: Key, fresh: Key
) -> tuple[int, ...]:
    """Move to a new key what no turn has taken yet; return those rows."""
    query = sa.select(inbox).where(
        inbox.c.conversation_id == conversation_id,
        inbox.c.state == InboxState.NEW,
        inbox.c.attempts == 0,
    )
    rows = tx.execute(query).all()
    for row in rows:
        about = _about(row.channel, row.account, row.key)
        cell = fresh.seal(old.open(row.body_cell, about), about)
        tx.execute(sa.update(inbox).where(inbox.c.id == row.id).values(body_cell=cell))
    return tuple(row.id for row in rows)


def unread(tx: Connection, conversation_id: int) -> int:
    """Return how many messages of this conversation wait for their turn."""
    query = sa.select(sa.func.count()).where(
        inbox.c.conversation_id == conversation_id, inbox.c.state == InboxState.NEW
    )
    return tx.execute(query).scalar_one()


def recent(tx: Connection, conversation_id: int, since: datetime) -> int:
    """Return how many messages came from this conversation since then."""
    query = sa.select(sa.func.count()).where(
        inbox.c.conversation_id == conversation_id, inbox.c.received_at >= since
    )
    return tx.execute(query).scalar_one()


def _find(tx: Connection, row: dict[str, Any]) -> Receipt:
    """Return the receipt of a row that is there already."""
    unique = ("channel", "account", "key", "digest")
    known = tx.execute(
        sa.select(inbox.c.id, inbox.c.conversation_id, inbox.c.n).where(
            *(inbox.c[column] == row[column] for column in unique)
        )
    ).one()
    return Receipt(known.id, known.conversation_id, known.n, is_new=False)


def _enter(tx: Connection, received: Received) -> Entered | None:
    if received.address is None:
        return None
    channel = received.channel.removeprefix(f"{INTERNAL}:")
    return conversations.enter(
        tx, channel, received.account, received.address, received.at
    )


def sealed(tx: Connection, where: Entered | None, received: Received) -> bytes:
    """Return the body under the conversation's key; under our own if it is nobody's."""
    about = _about(received.channel, received.account, received.key)
    if where is None:
        return vault.ring(tx).seal(received.body, about)
    if where.key is None:
        raise SealBroken(f"conversation {where.id} is erased")
    return where.key.seal(received.body, about)


def open_body(tx: Connection, row: sa.Row[Any]) -> bytes:
    """Return the body of a fetched row."""
    if row.conversation_id is not None:
        return open_under(vault.key_of(tx, row.conversation_id), row)
    return vault.ring(tx).open(row.body_cell, _about(row.channel, row.account, row.key))


def open_under(key: Key, row: sa.Row[Any]) -> bytes:
    """Return the body of a fetched row of the conversation with this key."""
    return key.open(row.body_cell, _about(row.channel, row.account, row.key))


def _about(channel: str, account: str, key: str) -> str:
    return f"inbox.body:{channel}:{account}:{key}"
