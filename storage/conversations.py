"""Conversations: whom we talk with, under which key, and what was said so far."""

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


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation and its dialogue; `is_erased` when its key is gone."""

    id: int
    channel: str
    account: str
    address: str
    state: str
    dialogue: Dialogue
    created_at: datetime
    updated_at: datetime
    is_erased: bool


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
    fresh = {"conversation_id": opened, "n": 0}
    tx.execute(insert(tx, counter).values(fresh).on_conflict_do_nothing())
    return opened


def next_n(tx: Connection, conversation_id: int, count: int = 1) -> int:
    """Take `count` places at the end of the conversation; return the first.

    The counter's row is held until commit: take it late in a transaction.
    """
    taken = (
        sa.update(counter)
        .where(counter.c.conversation_id == conversation_id)
        .values(n=counter.c.n + count)
        .returning(counter.c.n)
    )
    last: int = tx.execute(taken).scalar_one()
    return last - count + 1


def give_back(tx: Connection, conversation_id: int) -> None:
    """Return the one place just taken; nobody took another, the counter is held."""
    next_n(tx, conversation_id, -1)


def last_n(tx: Connection, conversation_id: int) -> int:
    """Return the place of the newest message."""
    query = sa.select(counter.c.n).where(counter.c.conversation_id == conversation_id)
    return tx.execute(query).scalar() or 0


def load(tx: Connection, conversation_id: int) -> Conversation | None:
    """Return the conversation, or None."""
    return _load(tx, _select(conversation_id))


def lock(tx: Connection, conversation_id: int) -> Conversation | None:
    """Return the conversation, held until commit; None when another holds it."""
    query = _select(conversation_id).with_for_update(skip_locked=True, key_share=True)
    return _load(tx, query)


def keep(
    tx: Connection, conversation_id: int, dialogue: Dialogue, state: str, now: datetime
) -> None:
    """Store the dialogue under the conversation's key."""
    cell = vault.key_of(tx, conversation_id).seal(
        pack(dialogue), _about(conversation_id)
    )
    tx.execute(
        sa.update(conversation)
        .where(conversation.c.id == conversation_id)
        .values(
            dialogue_cell=cell,
            state=state,
            sealed=len(dialogue.sealed),
            updated_at=now,
        )
    )


def _find(tx: Connection, channel: str, account: str, address: str) -> int | None:
    return tx.execute(
        sa.select(conversation.c.id).where(
            conversation.c.channel == channel,
            conversation.c.account == account,
            conversation.c.address == address,
        )
    ).scalar()


def _select(conversation_id: int) -> sa.Select[Any]:
    return sa.select(conversation).where(conversation.c.id == conversation_id)


def _load(tx: Connection, query: sa.Select[Any]) -> Conversation | None:
    row = tx.execute(query).one_or_none()
    if row is None:
        return None
    dialogue = Dialogue()
    if row.dialogue_cell is not None and row.key_cell is not None:
        raw = vault.key_of(tx, row.id).open(row.dialogue_cell, _about(row.id))
        dialogue = unpack(Dialogue, raw)
    return Conversation(
        id=row.id,
        channel=row.channel,
        account=row.account,
        address=row.address,
        state=row.state,
        dialogue=dialogue,
        created_at=row.created_at,
        updated_at=row.updated_at,
        is_erased=row.key_cell is None,
    )


def _about(conversation_id: int) -> str:
    return f"conversation.dialogue:{conversation_id}"
