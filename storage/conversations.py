"""Conversations: whom we talk with, under which key, and what was said so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import numbering, vault
from storage.codec import pack, unpack
from storage.crypt import Key
from storage.model.dialogue import Dialogue
from storage.prepared import Prepared, among
from storage.tables import conversation
from storage.upsert import insert


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
    fresh = {
        "channel": channel,
        "account": account,
        "address": address,
        "key_cell": vault.wrap(tx, Key.new(), channel, account, address),
        "created_at": now,
        "updated_at": now,
    }
    OPEN.run(tx, **fresh)
    opened = _find(tx, channel, account, address)
    if opened is None:
        raise LookupError("a conversation vanished while it was opened")
    numbering.begin(tx, opened.id)
    return opened


def load(tx: Connection, conversation_id: int) -> Conversation | None:
    """Return the conversation, or None."""
    return load_all(tx, [conversation_id]).get(conversation_id)


def load_all(tx: Connection, ids: Sequence[int]) -> dict[int, Conversation]:
    """Return these conversations, each with its key and dialogue."""
    rows = tx.execute(sa.select(conversation).where(conversation.c.id.in_(ids)))
    return {row.id: _read(tx, row) for row in rows}


def lease(
    tx: Connection, ids: Sequence[int], until: datetime
) -> dict[int, Conversation]:
    """Hold these conversations until then; return them."""
    return {row.id: _read(tx, row) for row in LEASE.rows(tx, ids=ids, until=until)}


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
    KEEP.run_each(tx, rows)


def sealed(tx: Connection) -> int:
    """Return how many hold words that nobody may read yet: they wait for consent."""
    query = sa.select(sa.func.count()).where(conversation.c.sealed > 0)
    return tx.execute(query).scalar_one()


def _find(tx: Connection, channel: str, account: str, address: str) -> Entered | None:
    rows = FIND.rows(tx, channel=channel, account=account, address=address)
    if not rows:
        return None
    row = rows[0]
    return Entered(row.id, vault.opened(tx, row.key_cell, channel, account, address))


def _read(tx: Connection, row: Any) -> Conversation:
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


def _lease(tx: Connection) -> sa.ClauseElement:
    which = among(tx, conversation.c.id, "ids")
    leased = sa.update(conversation).where(which)
    return leased.values(busy_until=sa.bindparam("until")).returning(*conversation.c)


def _keep(_tx: Connection) -> sa.ClauseElement:
    return (
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


def _with_address(_tx: Connection) -> sa.ClauseElement:
    # Not while it is being erased: what comes meanwhile belongs to a new one.
    return (
        sa.select(conversation.c.id, conversation.c.key_cell)
        .where(conversation.c.channel == sa.bindparam("channel"))
        .where(conversation.c.account == sa.bindparam("account"))
        .where(conversation.c.address == sa.bindparam("address"))
        .with_for_update(read=True, key_share=True)
    )


def _open(tx: Connection) -> sa.ClauseElement:
    made: sa.Insert = insert(tx, conversation).on_conflict_do_nothing()
    return made.inline()


LEASE = Prepared(_lease)
KEEP = Prepared(_keep)
FIND = Prepared(_with_address)
OPENED = ("channel", "account", "address", "key_cell", "created_at", "updated_at")
OPEN = Prepared(_open, OPENED)
