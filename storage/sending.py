"""Sending: which messages a sender takes next, and what became of them.

Replies go before bulk, and in order within a chat: a row waits while an older one of its
conversation is unsent.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import inbox as inboxes
from storage import vault
from storage.crypt import SealBroken, WrongRing
from storage.model.line import Fate, OutboxState, Outcome, Unsent
from storage.model.message import Echoed, Gone
from storage.outbox import open_message
from storage.prepared import Prepared, among, constant
from storage.tables import conversation, inbox, outbox

# Before each repetition of a send whose outcome nobody knows: for the platform's echo, if
# it gives one, then for a platform that is out of order for half a minute.
WAITS_UNKNOWN = (timedelta(seconds=5), timedelta(seconds=10), timedelta(seconds=25))
LOST = "outcome unknown"
HELD = "held"
UNREADABLE = "nothing opens it"


def take(
    tx: Connection,
    channel: str,
    account: str,
    now: datetime,
    most: int = 1,
    resting: Collection[int] = (),
) -> tuple[Unsent, ...]:
    """Return messages to send, marked as being sent: one a chat, none of resting chats.

    Their attempt is committed before the try: after a kill its outcome is unknown.
    """
    whose = {"channel": channel, "account": account}
    rows = NEXT.rows(tx, **whose, now=now, most=most, resting=list(resting))
    if rows:
        BEGUN.run(tx, ids=[row.id for row in rows], now=now)
    unsent = [_unsent(tx, row) for row in rows]
    return tuple(one for one in unsent if one is not None)


def settle(tx: Connection, outcomes: Sequence[Outcome], now: datetime) -> None:
    """Store what became of tries."""
    sent = [
        {
            "which": one.message.id,
            "place": one.position,
            "name": one.name,
            "at": now,
        }
        for one in outcomes
        if one.fate is Fate.SENT
    ]
    SENT.run_each(tx, sent)
    for one in outcomes:
        if one.fate is not Fate.SENT:
            _fail(tx, one, now)


def adrift(tx: Connection, channel: str, account: str, now: datetime) -> int:
    """Settle what a killed sender left as being sent; for the new only sender."""
    query = sa.select(outbox.c.id, outbox.c.attempts, outbox.c.doubts).where(
        outbox.c.channel == channel,
        outbox.c.account == account,
        outbox.c.state == OutboxState.SENDING,
    )
    rows = tx.execute(query).all()
    for row in rows:
        _close(tx, row.id, row.attempts, _doubted(row.doubts + 1, now))
    return len(rows)


def echoed(tx: Connection, conversation_id: int, echo: Echoed, now: datetime) -> bool:
    """Take the platform's word that a message stands; False if we knew, or never said it.

    The echo of a message that we know by its id is none of another with the same words.
    """
    waiting = (
        sa.select(outbox)
        .where(outbox.c.conversation_id == conversation_id)
        .where(outbox.c.state.in_((OutboxState.SENDING, OutboxState.NEW)))
        .where(outbox.c.attempts > 0, outbox.c.message_cell.is_not(None))
        .order_by(outbox.c.n)
    )
    known = sa.select(outbox.c.id).where(
        outbox.c.conversation_id == conversation_id,
        outbox.c.platform_id == echo.message,
    )
    if tx.execute(known).first() is not None:
        return False
    key = vault.key_of(tx, conversation_id)
    for row in tx.execute(waiting).all():
        if open_message(key, row.message_cell, row.cause, row.part).text == echo.text:
            stands = {"place": echo.position, "name": echo.message, "at": now}
            SENT.run_each(tx, [{"which": row.id, **stands}])
            return True
    return False


def _unsent(tx: Connection, row: Any) -> Unsent | None:
    """Return the message; one that nothing opens is a dead letter, others go on."""
    try:
        key = vault.opened(tx, row.key_cell, row.channel, row.account, row.address)
        if key is None:
            raise SealBroken("an erased conversation has nothing to send")
        message = open_message(key, row.message_cell, row.cause, row.part)
    except (SealBroken, WrongRing, ValueError):
        _close(tx, row.id, row.attempts + 1, _dead(UNREADABLE))
        return None
    return Unsent(
        id=row.id,
        conversation=row.conversation_id,
        channel=row.channel,
        account=row.account,
        address=row.address,
        n=row.n,
        message=message,
        attempts=row.attempts + 1,
        doubts=row.doubts,
    )


def _fail(tx: Connection, one: Outcome, now: datetime) -> None:
    """Store a try that failed, and note in its conversation that nobody is there."""
    match one.fate:
        case Fate.RETRY:
            values = _again(one.again or now, one.why)
        case Fate.HELD:  # that was no try
            tries = {"attempts": one.message.attempts - 1}
            values = _again(one.again or now, HELD) | tries
        case Fate.UNKNOWN:
            values = _doubted(one.message.doubts + 1, now)
        case _:
            values = _dead(one.why)
    stood = _close(tx, one.message.id, one.message.attempts, values)
    if stood and one.is_gone:
        key = f"gone:{one.message.id}"
        inboxes.post(tx, one.message.conversation, Gone(), key, now)


def _again(at: datetime, error: str) -> dict[str, Any]:
    return {"state": OutboxState.NEW, "due_at": at, "error": error}


def _dead(error: str) -> dict[str, Any]:
    """Make a dead letter of it, for staff to see."""
    return {"state": OutboxState.DEAD, "error": error}


def _doubted(doubts: int, now: datetime) -> dict[str, Any]:
    """Repeat a send whose outcome nobody knows, at most three times.

    Until we know better it stands where it was caused: what its reader says next is an
    answer to it, since he hardly speaks before he is answered.
    """
    place = sa.func.coalesce(outbox.c.position, _caused_at())
    stands = {"position": place, "doubts": doubts}
    if doubts > len(WAITS_UNKNOWN):
        return stands | _dead(f"{LOST} {doubts} times")
    return stands | _again(now + WAITS_UNKNOWN[doubts - 1], LOST)


def _close(tx: Connection, row_id: int, attempts: int, values: dict[str, Any]) -> bool:
    """End this try; False if its message stands meanwhile, or was erased."""
    same_try = (outbox.c.state == OutboxState.SENDING, outbox.c.attempts == attempts)
    changed = sa.update(outbox).where(outbox.c.id == row_id, *same_try).values(values)
    return tx.execute(changed).rowcount == 1


def _caused_at() -> sa.ColumnElement[int]:
    """Return the place of a message's cause; of what came last, where it has none."""
    cause = sa.select(inbox.c.position).where(inbox.c.id == outbox.c.cause)
    last = sa.select(sa.func.max(inbox.c.position)).where(
        inbox.c.conversation_id == outbox.c.conversation_id
    )
    return sa.func.coalesce(cause.scalar_subquery(), last.scalar_subquery())


def _next(tx: Connection) -> sa.ClauseElement:
    older = outbox.alias("older")
    # The very words of the index over what is unsent: without them SQLite reads all.
    unsent = (constant(OutboxState.NEW), constant(OutboxState.SENDING))
    blocked = sa.exists().where(
        older.c.conversation_id == outbox.c.conversation_id,
        older.c.n < outbox.c.n,
        older.c.state.in_(unsent),
    )
    return (
        sa.select(outbox, conversation.c.address, conversation.c.key_cell)
        .join(conversation, conversation.c.id == outbox.c.conversation_id)
        .where(
            outbox.c.channel == sa.bindparam("channel"),
            outbox.c.account == sa.bindparam("account"),
            outbox.c.state.in_(unsent),
            outbox.c.state == constant(OutboxState.NEW),
            outbox.c.due_at <= sa.bindparam("now"),
            ~among(tx, outbox.c.conversation_id, "resting"),
            ~blocked,
        )
        .order_by(outbox.c.lane, outbox.c.due_at, outbox.c.id)
        .limit(sa.bindparam("most", type_=sa.Integer))
    )


def _begun(tx: Connection) -> sa.ClauseElement:
    begun = sa.update(outbox).where(among(tx, outbox.c.id, "ids"))
    further = outbox.c.attempts + 1
    state = OutboxState.SENDING
    return begun.values(state=state, attempts=further, due_at=sa.bindparam("now"))


def _sent(_tx: Connection) -> sa.ClauseElement:
    # Of a message that stood there unknown to us, the first place counts; one whose place
    # the platform does not tell stands where it was caused.
    told = sa.bindparam("place", type_=sa.BigInteger)
    place = sa.func.coalesce(outbox.c.position, told, _caused_at())
    return (
        sa.update(outbox)
        .where(outbox.c.id == sa.bindparam("which"))
        .values(
            state=OutboxState.SENT,
            position=place,
            platform_id=sa.bindparam("name"),
            sent_at=sa.bindparam("at"),
        )
    )


NEXT = Prepared(_next)
BEGUN = Prepared(_begun)
SENT = Prepared(_sent)
