"""Forgetting: consent was refused, so what was sealed must never open again.

The conversation goes on under a new key; the old one is gone with all it closed. Only a
call that somebody waits for stays: he asked for that apart. Files whose rows are gone are
swept from the store, and cannot be read until then.
"""

from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import callbacks, conversations, vault
from storage import inbox as inboxes
from storage.crypt import Key
from storage.model.line import OutboxState
from storage.tables import conversation, inbox, media, outbox, upload


def forget(tx: Connection, conversation_id: int) -> None:
    """Destroy what the conversation holds; only that it took place remains.

    What came after the wish to forget, and waits for its turn, is told anew: it stays.
    """
    whose = conversations.whose(tx, conversation_id)
    old, fresh = vault.key_of(tx, conversation_id), Key.new()
    cell = vault.wrap(tx, fresh, whose.channel, whose.account, whose.address)
    emptied = {"key_cell": cell, "dialogue_cell": None, "sealed": 0}
    _set(tx, conversation, conversation.c.id == conversation_id, emptied)
    kept = inboxes.reseal_untaken(tx, conversation_id, old, fresh)
    gone = (inbox.c.conversation_id == conversation_id) & inbox.c.id.not_in(kept)
    _set(tx, inbox, gone, {"body_cell": None, "told_cell": None})
    said = outbox.c.conversation_id == conversation_id
    tx.execute(sa.delete(outbox).where(said, outbox.c.state != OutboxState.SENT))
    _set(tx, outbox, said, {"message_cell": None})
    callbacks.keep_waiting(tx, conversation_id, old, fresh)
    for table in (upload, media):
        tx.execute(sa.delete(table).where(table.c.conversation_id == conversation_id))


def _set(
    tx: Connection,
    table: sa.Table,
    where: sa.ColumnElement[bool],
    values: Mapping[str, object],
) -> None:
    tx.execute(sa.update(table).where(where).values(values))
