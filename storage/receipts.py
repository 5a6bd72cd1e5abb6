"""Receipts for many: events of several senders kept by a handful of statements.

A burst of events costs hardly more than one; `inbox.add` keeps what comes alone.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import conversations, erased, inbox, numbering, vault
from storage.conversations import Entered
from storage.model.line import InboxState, Received
from storage.prepared import Prepared, among
from storage.tables import conversation
from storage.tables import inbox as rows
from storage.upsert import insert

UNNAMED = "unnamed"

Sender = tuple[str, str, str]
Unique = tuple[str, str, str, bytes]


def add_all(tx: Connection, events: Sequence[Received]) -> int:
    """Keep events, each once; return how many were new.

    An event that belongs to nobody is set aside for staff at once; one from before its
    sender was erased is none of ours any more.
    """
    ring = vault.ring(tx)
    fresh: dict[Unique, Received] = {}
    for event in events:
        digest = ring.fingerprint(event.body, "inbox")
        fresh.setdefault((event.channel, event.account, event.key, digest), event)
    for known in _known(tx, list(fresh)):
        fresh.pop(known, None)
    if not fresh:
        return 0
    for unique in _erased(tx, fresh):
        del fresh[unique]
    whose = _enter(tx, list(fresh.values()))
    counts = Counter(whose[_sender(e)].id for e in fresh.values() if e.address)
    places = numbering.next_places(tx, counts)
    added = [
        _row(tx, unique, event, whose.get(_sender(event)), places)
        for unique, event in fresh.items()
    ]
    # Another process may have kept one meanwhile: then its place stays empty.
    ADD.run_each(tx, added)
    return len(added)


def _known(tx: Connection, wanted: Sequence[Unique]) -> list[Unique]:
    """Return which of these stand there already."""
    found = KNOWN.rows(
        tx,
        channels=list({one[0] for one in wanted}),
        accounts=list({one[1] for one in wanted}),
        keys=list({one[2] for one in wanted}),
    )
    return [(row.channel, row.account, row.key, bytes(row.digest)) for row in found]


def _erased(tx: Connection, fresh: Mapping[Unique, Received]) -> list[Unique]:
    """Return which of these are from before their senders were erased."""
    since = erased.since(tx, {_sender(e) for e in fresh.values() if e.address})
    return [
        unique
        for unique, event in fresh.items()
        if _sender(event) in since
        and erased.is_from_before(event, since[_sender(event)])
    ]


def _enter(tx: Connection, events: Sequence[Received]) -> dict[Sender, Entered]:
    """Return the conversation of each sender; new ones are opened."""
    addressed = [event for event in events if event.address is not None]
    found = ENTERED.rows(
        tx,
        channels=list({event.channel for event in addressed}),
        accounts=list({event.account for event in addressed}),
        addresses=list({event.address for event in addressed}),
    )
    whose: dict[Sender, Entered] = {}
    for row in found:
        sender = (row.channel, row.account, row.address)
        whose[sender] = Entered(row.id, vault.opened(tx, row.key_cell, *sender))
    # Many open the same ones at once: in one order, so that none waits for the other.
    for event in sorted(addressed, key=_sender):
        sender = _sender(event)
        if sender not in whose:
            whose[sender] = conversations.enter(tx, *sender, event.at)
    return whose


def _row(
    tx: Connection,
    unique: Unique,
    event: Received,
    where: Entered | None,
    places: dict[int, int],
) -> dict[str, Any]:
    channel, account, key, digest = unique
    row = {
        "channel": channel,
        "account": account,
        "key": key,
        "digest": digest,
        "conversation_id": where.id if where else None,
        "n": None,
        "position": event.position,
        "body_cell": inbox.sealed(tx, where, event),
        "received_at": event.at,
        "state": InboxState.NEW if where else InboxState.SET_ASIDE,
        "error": "" if where else event.kind or UNNAMED,
    }
    if where:
        row["n"] = places[where.id]
        places[where.id] += 1
    return row


def _sender(event: Received) -> Sender:
    return event.channel, event.account, event.address or ""


def _those_known(tx: Connection) -> sa.ClauseElement:
    return (
        sa.select(rows.c.channel, rows.c.account, rows.c.key, rows.c.digest)
        .where(among(tx, rows.c.channel, "channels"))
        .where(among(tx, rows.c.account, "accounts"))
        .where(among(tx, rows.c.key, "keys"))
    )


def _those_entered(tx: Connection) -> sa.ClauseElement:
    known = conversation.c
    # Not while one is being erased: what comes meanwhile belongs to a new one.
    return (
        sa.select(known.id, known.channel, known.account, known.address, known.key_cell)
        .where(among(tx, known.channel, "channels"))
        .where(among(tx, known.account, "accounts"))
        .where(among(tx, known.address, "addresses"))
        .with_for_update(read=True, key_share=True)
    )


def _add(tx: Connection) -> sa.ClauseElement:
    made: sa.Insert = insert(tx, rows).on_conflict_do_nothing()
    return made.inline()


KNOWN = Prepared(_those_known)
ENTERED = Prepared(_those_entered)
ADDED = (
    "channel", "account", "key", "digest", "conversation_id", "n", "position",
    "body_cell", "received_at", "state", "error",
)  # fmt: skip
ADD = Prepared(_add, ADDED)
