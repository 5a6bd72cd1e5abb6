"""The queue: views of the tips in somebody's area, how many, and their rows."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import area
from storage.folding import plain
from storage.model.staff import Staff
from storage.model.tip import DECISIONS, QueueRow, TipStatus
from storage.tables import (
    answer,
    handover,
    location,
    media,
    question,
    staff,
    tip,
    tip_media,
)

EXCERPT = 120
SHOWN = ("martyr_name", "unit", "place")
OPEN = (
    TipStatus.DRAFT,
    TipStatus.CLAIMED,
    TipStatus.WAITING,
    TipStatus.ANSWERED,
)
TERMS = re.compile(r'"([^"]+)"|(\S+)')
MOST_TERMS = 30  # nobody types more; SQLite takes a thousand conditions and no more


class View(StrEnum):
    """What an officer may look through; the first is where he lands."""

    NEW = "new"
    MINE = "mine"
    ANSWERED = "answered"
    WAITING = "waiting"
    DRAFTS = "drafts"
    DECIDED = "decided"
    HANDED_OVER = "handed_over"
    APART = "apart"
    ALL = "all"


def rows(
    tx: Connection,
    view: View,
    who: Staff,
    now: datetime,
    search: str = "",
    limit: int = 50,
    skip: int = 0,
) -> tuple[QueueRow, ...]:
    """Return a page of a view, what matters first at the top."""
    query = (
        sa.select(
            tip,
            staff.c.name.label("holder"),
            _is_handed_over().label("is_handed_over"),
        )
        .outerjoin(staff, staff.c.id == tip.c.claimed_by)
        .where(area.covers(tx, who), _belongs(view, who, now), *_finds(search))
        .order_by(*_order(view))
        .limit(limit)
        .offset(skip)
    )
    found = tx.execute(query).all()
    ids = [row.id for row in found]
    said, shown = _answers(tx, ids), _evidence(tx, ids)
    return tuple(_row(row, said[row.id], shown[row.id], now) for row in found)


def counts(tx: Connection, who: Staff, now: datetime) -> dict[View, int]:
    """Return how many tips each view holds."""
    numbers = [
        sa.func.coalesce(sa.func.sum(sa.case((_belongs(v, who, now), 1), else_=0)), 0)
        for v in View
    ]
    row = tx.execute(sa.select(*numbers).where(area.covers(tx, who))).one()
    return dict(zip(View, map(int, row), strict=True))


def newest(tx: Connection, who: Staff) -> int:
    """Return the id of the newest tip of an area, 0 if there is none."""
    is_kept = tip.c.apart == ""  # what is set aside calls nobody
    query = sa.select(sa.func.max(tip.c.id)).where(area.covers(tx, who), is_kept)
    return tx.execute(query).scalar() or 0


def _belongs(view: View, who: Staff, now: datetime) -> sa.ColumnElement[bool]:
    status = tip.c.status
    asked, silent = _asked(), _asked(question.c.answered_at.is_(None))
    is_draft, is_kept = status == TipStatus.DRAFT, tip.c.apart == ""
    lapsed = sa.and_(status == TipStatus.CLAIMED, tip.c.lease_until <= now)
    return {
        View.NEW: sa.and_(is_kept, sa.or_(status == TipStatus.NEW, lapsed)),
        View.MINE: sa.and_(tip.c.claimed_by == who.id, status.in_(OPEN)),
        View.ANSWERED: sa.or_(
            status == TipStatus.ANSWERED, sa.and_(is_draft, asked, ~silent)
        ),
        View.WAITING: sa.or_(status == TipStatus.WAITING, sa.and_(is_draft, silent)),
        View.DRAFTS: sa.and_(is_kept, is_draft),
        View.DECIDED: status.in_(DECISIONS),
        View.HANDED_OVER: _is_handed_over(),
        View.APART: ~is_kept,
        View.ALL: sa.true(),
    }[view]


def _asked(*conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    return sa.exists().where(question.c.tip_id == tip.c.id, *conditions)


def _is_handed_over() -> sa.ColumnElement[bool]:
    """Whether a package left: no question asked afterwards brings it back."""
    # Not correlated: gathered once, while the counts go through every tip.
    return tip.c.id.in_(sa.select(handover.c.tip_id))


def _order(view: View) -> tuple[sa.ColumnElement[Any], ...]:
    match view:
        case View.NEW | View.DRAFTS:
            return tip.c.priority.desc(), tip.c.created_at, tip.c.id
        case View.ANSWERED | View.WAITING:
            return tip.c.updated_at, tip.c.id
        case _:
            return tip.c.updated_at.desc(), tip.c.id.desc()


def _finds(search: str) -> Iterator[sa.ColumnElement[bool]]:
    """Yield that each word, or phrase in quotation marks, is there; marks do not matter."""
    figures = re.sub(r"[\s\-.]", "", search)
    if figures.isdigit():
        code = sa.func.replace(tip.c.code, " ", "")
        told = tip.c.folded.contains(plain(search), autoescape=True)
        yield sa.or_(code.contains(figures), told)
        return
    for phrase, word in TERMS.findall(search)[:MOST_TERMS]:
        yield tip.c.folded.contains(plain(phrase or word), autoescape=True)


def _answers(tx: Connection, ids: Sequence[int]) -> dict[int, dict[str, str]]:
    query = sa.select(answer.c.tip_id, answer.c.key, answer.c.value).where(
        answer.c.tip_id.in_(ids), answer.c.key.in_(SHOWN), answer.c.value.is_not(None)
    )
    said: dict[int, dict[str, str]] = defaultdict(dict)
    for row in tx.execute(query):
        said[row.tip_id][row.key] = row.value
    return said


def _evidence(tx: Connection, ids: Sequence[int]) -> dict[int, dict[str, int]]:
    number = sa.func.count()
    files = (
        sa.select(tip_media.c.tip_id, media.c.kind, number)
        .join(media, media.c.id == tip_media.c.media_id)
        .where(tip_media.c.tip_id.in_(ids))
        .group_by(tip_media.c.tip_id, media.c.kind)
    )
    places = (
        sa.select(location.c.tip_id, sa.literal("place"), number)
        .where(location.c.tip_id.in_(ids))
        .group_by(location.c.tip_id)
    )
    shown: dict[int, dict[str, int]] = defaultdict(dict)
    for tip_id, kind, count in [*tx.execute(files), *tx.execute(places)]:
        shown[tip_id][kind] = count
    return shown


def _row(
    row: sa.Row[Any], said: dict[str, str], shown: dict[str, int], now: datetime
) -> QueueRow:
    is_held = row.lease_until is not None and row.lease_until > now
    return QueueRow(
        id=row.id,
        code=row.code,
        status=TipStatus(row.status),
        channel=row.channel,
        source=row.source,
        created_at=row.created_at,
        updated_at=row.updated_at,
        priority=row.priority,
        martyr=said.get("martyr_name"),
        unit=said.get("unit"),
        place=said.get("place"),
        excerpt=_excerpt(row.story or row.spare),
        media=shown,
        claimed_by=row.claimed_by if is_held else None,
        claimed_name=row.holder if is_held else None,
        lease_until=row.lease_until if is_held else None,
        is_handed_over=row.is_handed_over,
    )


def _excerpt(story: str) -> str:
    words = " ".join(story.split())
    if len(words) <= EXCERPT:
        return words
    return words[:EXCERPT].rsplit(" ", 1)[0] + "…"
