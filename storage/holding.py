"""Holding: what waits for its time, but goes at once where its reader writes before.

A chat is told in order, so what answers him stands behind what is held.
"""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.model.line import OutboxState
from storage.prepared import Prepared, constant
from storage.sending import HELD
from storage.tables import inbox, outbox
from storage.tables.columns import Time


def wake(tx: Connection, channel: str, account: str, now: datetime) -> int:
    """Let go what is held in chats whose citizens wrote since; return how much."""
    return WAKE.run(tx, kind=channel, name=account, now=now)


def end(tx: Connection, conversations: Collection[int], why: str) -> int:
    """Make dead letters of what is held for these; return how many, for staff to see."""
    is_held = (outbox.c.state == OutboxState.NEW, outbox.c.error == HELD)
    theirs = outbox.c.conversation_id.in_(list(conversations))
    change = sa.update(outbox).where(theirs, *is_held)
    return tx.execute(change.values(state=OutboxState.DEAD, error=why)).rowcount


def count(tx: Connection, channel: str, account: str) -> int:
    """Return how many messages are held."""
    query = sa.select(sa.func.count()).where(
        outbox.c.channel == channel,
        outbox.c.account == account,
        outbox.c.state == OutboxState.NEW,
        outbox.c.error == HELD,
    )
    return tx.execute(query).scalar_one()


def _wake(_tx: Connection) -> sa.ClauseElement:
    now, answer = sa.bindparam("now", type_=Time), outbox.alias("answer")
    caused = inbox.c.id == answer.c.cause
    answered = (
        sa.select(answer.c.conversation_id)
        .join(inbox, caused & (inbox.c.channel == answer.c.channel))
        .where(*_unsent(answer), answer.c.due_at <= now)
    )
    is_held = (outbox.c.error == HELD, outbox.c.due_at > now)
    waiting = sa.update(outbox).where(*_unsent(outbox), *is_held)
    return waiting.where(outbox.c.conversation_id.in_(answered)).values(due_at=now)


def _unsent(rows: sa.FromClause) -> tuple[sa.ColumnElement[bool], ...]:
    """Return, in the very words of their index, which rows of an account are unsent."""
    states = (constant(OutboxState.NEW), constant(OutboxState.SENDING))
    return (
        rows.c.channel == sa.bindparam("kind"),
        rows.c.account == sa.bindparam("name"),
        rows.c.state.in_(states),
    )


WAKE = Prepared(_wake)
