"""Conversations: whom we talk with, under which key, and what was said so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import vault
from storage.codec import pack, unpack
from storage.crypt import Key
from storage.model.dialogue import Dialogue
from storage.tables import conversation, counter
from storage.upsert import insert

KEEP = (
    sa.update(conversation)
    .where(conversation.c.id == sa.bindparam("which"))
    .values(
        dialogue_cell=sa.bindparam("cell"),
        state=sa.bindparam("stands"),
        sealed=sa.bindparam("unread"),
        updated_at=sa.bindparam("at"),
        busy_until=None,
    )
)


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation and its dialogue; its key is None once it is erased."""

    id: int
    channel: str
    account: str
    address: str
    state: str
    dialogue: Dialogue
    created_at: datetime
    updated_at: datetime
    key: Key | None

    @property
    def is_erased(self) -> bool:
        return self.key is None


@dataclass(frozen=True, slots=True)
class Entered:
    """The conversation behind an address, and its key unless it is erased."""

    id: int
    key: Key | None


@dataclass(frozen=True, slots=True)
class Kept:
    """What a turn made of a conversation's dialogue, to be stored under its key."""

    id: int
    key: Key
    dialogue: Dialogue
    state: str


@dataclass(frozen=True, slots=True)
class Whose:
    """Whom a conversation is with, in its channel's own terms."""

    channel: str
    account: str
    address: str


def whose(tx: Connection, conversation_id: int) -> Whose:
    """Return whom the conversation is with."""
    row = tx.execute(
        sa.select(conversation.c.channel, conversation.c.account, conversation.c.address)
        .where(conversation.c.id == conversation_id)
    ).one()  # fmt: skip
    return Whose(*row)


def find_or_open(
    tx: Connection, channel: str, account: str, address: str, now: datetime
) -> int:
    """Return the conversation with this address; its key is made with it."""
    return enter(tx, channel, account, address, now).id


def enter(
    tx: Connection, channel: str, account: str, address: str, now: datetime
) -> Entered:
    """Return the conversation with this address and its key; opened if there is none."""
    found = _find(tx, channel, account, address)
    if found is not None:
        return found
    values = {
        "channel": channel,
        "account": account,
        "address": address,
        "key_cell": vault.wrap(tx, Key.new(), channel, account, address),
        "created_at": now,
        "updated_at": now,
    }
    tx.execute(insert(tx, conversation).values(values).on_conflict_do_nothing())
    opened = _find(tx, channel, account, address)
    if opened is None:
        raise LookupError("a conversation vanished while it was opened")
    fresh = {"conversation_id": opened.id, "n": 0}
    tx.execute(insert(tx, counter).values(fresh).on_conflict_do_nothing())
    return opened


def next_n(tx: Connection, conversation_id: int, count: int = 1) -> int:
    """Take `count` places at the end of the conversation; return the first.

    The counter's row is held until commit: take it late in a transaction.
    """
    return next_places(tx, {conversation_id: count})[conversation_id]


def next_places(tx: Connection, counts: Mapping[int, int]) -> dict[int, int]:
    """Take places at the ends of several conversations; return the first of each."""
    first: dict[int, int] = {}
    _line_up(tx, sorted(counts))
    for count in sorted(set(counts.values())):
        alike = sorted(which for which, wanted in counts.items() if wanted == count)
        taken = (
            sa.update(counter)
            .where(counter.c.conversation_id.in_(alike))
            .values(n=counter.c.n + count)
            .returning(counter.c.conversation_id, counter.c.n)
        )
        for row in tx.execute(taken):
            first[row.conversation_id] = row.n - count + 1
    return first


def _line_up(tx: Connection, ids: Sequence[int]) -> None:
    """Hold several counters in one order: who takes some of them waits, but not both."""
    if len(ids) > 1 and tx.dialect.name != "sqlite":
        which = counter.c.conversation_id
        query = sa.select(which).where(which.in_(ids)).order_by(which)
        tx.execute(query.with_for_update(key_share=True))


def give_back(tx: Connection, conversation_id: int) -> None:
    """Return the one place just taken; nobody took another, the counter is held."""
    next_n(tx, conversation_id, -1)


def last_n(tx: Connection, conversation_id: int) -> int:
    """Return the place of the newest message."""
    query = sa.select(counter.c.n).where(counter.c.conversation_id == conversation_id)
    return tx.execute(query).scalar() or 0


def load(tx: Connection, conversation_id: int) -> Conversation | None:
    """Return the conversation, or None."""
    return load_all(tx, [conversation_id]).get(conversation_id)


def load_all(tx: Connection, ids: Sequence[int]) -> dict[int, Conversation]:
    """Return these conversations, each with its key and dialogue."""
    rows = tx.execute(sa.select(conversation).where(conversation.c.id.in_(ids)))
    return {row.id: _read(tx, row) for row in rows}


def keep(tx: Connection, kept: Sequence[Kept], now: datetime) -> None:
    """Store dialogues, each under its conversation's key, and free their leases."""
    rows = [
        {
            "which": one.id,
            "cell": one.key.seal(pack(one.dialogue), _about(one.id)),
            "stands": one.state,
            "unread": len(one.dialogue.sealed),
            "at": now,
        }
        for one in kept
    ]
    if rows:
        tx.execute(KEEP, rows)


def sealed(tx: Connection) -> int:
    """Return how many hold words that nobody may read yet: they wait for consent."""
    query = sa.select(sa.func.count()).where(conversation.c.sealed > 0)
    return tx.execute(query).scalar_one()


def _find(tx: Connection, channel: str, account: str, address: str) -> Entered | None:
    query = sa.select(conversation.c.id, conversation.c.key_cell).where(
        conversation.c.channel == channel,
        conversation.c.account == account,
        conversation.c.address == address,
    )
    # Not while it is being erased: what comes meanwhile belongs to a new one.
    row = tx.execute(query.with_for_update(read=True, key_share=True)).one_or_none()
    if row is None:
        return None
    return Entered(row.id, vault.opened(tx, row.key_cell, channel, account, address))


def _read(tx: Connection, row: sa.Row[Any]) -> Conversation:
    key = vault.opened(tx, row.key_cell, row.channel, row.account, row.address)
    dialogue = Dialogue()
    if row.dialogue_cell is not None and key is not None:
        dialogue = unpack(Dialogue, key.open(row.dialogue_cell, _about(row.id)))
    return Conversation(
        id=row.id,
        channel=row.channel,
        account=row.account,
        address=row.address,
        state=row.state,
        dialogue=dialogue,
        created_at=row.created_at,
        updated_at=row.updated_at,
        key=key,
    )


def _about(conversation_id: int) -> str:
    return f"conversation.dialogue:{conversation_id}"
