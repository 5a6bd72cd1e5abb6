"""Numbering: the places of messages in a conversation, as its citizen sees it.

The counter's row is held until commit: take places late in a transaction.
"""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.prepared import Prepared, among
from storage.tables import counter
from storage.upsert import insert


def begin(tx: Connection, conversation_id: int) -> None:
    """Let a conversation's messages be counted."""
    BEGIN.run(tx, conversation_id=conversation_id, n=0)


def next_n(tx: Connection, conversation_id: int, count: int = 1) -> int:
    """Take `count` places at the end of the conversation; return the first."""
    return next_places(tx, {conversation_id: count})[conversation_id]


def next_places(tx: Connection, counts: Mapping[int, int]) -> dict[int, int]:
    """Take places at the ends of several conversations; return the first of each."""
    first: dict[int, int] = {}
    _line_up(tx, sorted(counts))
    for count in sorted(set(counts.values())):
        alike = sorted(which for which, wanted in counts.items() if wanted == count)
        for row in COUNT_ON.rows(tx, ids=alike, count=count):
            first[row.conversation_id] = row.n - count + 1
    return first


def give_back(tx: Connection, conversation_id: int) -> None:
    """Return the one place just taken; nobody took another, the counter is held."""
    next_n(tx, conversation_id, -1)


def last_n(tx: Connection, conversation_id: int) -> int:
    """Return the place of the newest message."""
    query = sa.select(counter.c.n).where(counter.c.conversation_id == conversation_id)
    return tx.execute(query).scalar() or 0


def _line_up(tx: Connection, ids: Sequence[int]) -> None:
    """Hold several counters in one order: who takes some of them waits, but not both."""
    if len(ids) > 1 and tx.dialect.name != "sqlite":
        LINE_UP.rows(tx, ids=ids)


def _begin(tx: Connection) -> sa.ClauseElement:
    made: sa.Insert = insert(tx, counter).on_conflict_do_nothing()
    return made.inline()


def _count_on(tx: Connection) -> sa.ClauseElement:
    counted = sa.update(counter).where(among(tx, counter.c.conversation_id, "ids"))
    further = counted.values(n=counter.c.n + sa.bindparam("count"))
    return further.returning(counter.c.conversation_id, counter.c.n)


def _in_one_order(tx: Connection) -> sa.ClauseElement:
    which = counter.c.conversation_id
    query = sa.select(which).where(among(tx, which, "ids")).order_by(which)
    return query.with_for_update(key_share=True)


BEGIN = Prepared(_begin, ("conversation_id", "n"))
COUNT_ON = Prepared(_count_on)
LINE_UP = Prepared(_in_one_order)
