"""Keys at hand inside a transaction: the ring, and each conversation's own key."""

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.crypt import Key, KeyRing, SealBroken
from storage.tables import conversation


def ring(tx: Connection) -> KeyRing:
    """Return the ring that the database was opened with."""
    held: KeyRing = tx.get_execution_options()["ring"]
    return held


def wrap(tx: Connection, key: Key, channel: str, account: str, address: str) -> bytes:
    """Return a conversation's key as its cell holds it."""
    return ring(tx).seal(key.secret, _about(channel, account, address))


def key_of(tx: Connection, conversation_id: int) -> Key:
    """Return the conversation's own key; SealBroken once it is erased."""
    row = tx.execute(
        sa.select(
            conversation.c.key_cell,
            conversation.c.channel,
            conversation.c.account,
            conversation.c.address,
        ).where(conversation.c.id == conversation_id)
    ).one()
    key = opened(tx, row.key_cell, row.channel, row.account, row.address)
    if key is None:
        raise SealBroken(f"conversation {conversation_id} is erased")
    return key


def opened(
    tx: Connection, cell: bytes | None, channel: str, account: str, address: str
) -> Key | None:
    """Return the key in a conversation's cell; None once it is erased."""
    if cell is None:
        return None
    return Key(ring(tx).open(cell, _about(channel, account, address)))


def _about(channel: str, account: str, address: str) -> str:
    return f"conversation.key:{channel}:{account}:{address}"
