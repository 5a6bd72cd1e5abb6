"""A telling becomes a tip, or more of the tip that it became before."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from nlp.entity import Entity
from storage import (
    agencies,
    answers,
    audit,
    belongings,
    interviews,
    questions,
    tips,
    unit_codes,
    vault,
)
from storage.folding import folded
from storage.model.dialogue import Answer
from storage.model.tip import PERSONAL_KEYS, Telling, Tip, TipKind, TipStatus
from storage.tables import tip

# Nobody works on these yet; words added to any other tip must come before an officer.
UNTOUCHED = (TipStatus.DRAFT, TipStatus.NEW)


@dataclass(frozen=True, slots=True)
class FiledTip:
    """Where a telling went."""

    id: int
    code: str
    is_new: bool


def file(
    tx: Connection,
    telling: Telling,
    conversation_id: int,
    tip_id: int | None,
    code: str,
    channel: str,
    now: datetime,
) -> FiledTip:
    """Make a tip of the telling, or bring the tip made before up to it."""
    if tip_id is None:
        return _create(tx, telling, conversation_id, code, channel, now)
    known = tips.lock(tx, tip_id)
    if known is None:
        raise LookupError(f"no tip {tip_id}")
    _follow(tx, known, telling, now)
    return FiledTip(tip_id, known.code, is_new=False)


def _create(
    tx: Connection,
    telling: Telling,
    conversation_id: int,
    code: str,
    channel: str,
    now: datetime,
) -> FiledTip:
    row = _words(telling, telling.answers) | {
        "code": code,
        "status": TipStatus.DRAFT if telling.draft else TipStatus.NEW,
        "channel": channel,
        "source": telling.source,
        "conversation_id": conversation_id,
        "agency_id": _agency(tx, telling),
        "apart": telling.apart,
        "created_at": now,
        "updated_at": now,
    }
    made: int = tx.execute(sa.insert(tip).values(row).returning(tip.c.id)).scalar_one()
    key = vault.key_of(tx, conversation_id)
    answers.keep(tx, made, key, {}, answers.merge({}, telling.answers), telling)
    belongings.keep(tx, made, telling.locations, telling.media)
    unit_codes.meet(tx, telling.entities, (), now)
    act = "drafted" if telling.draft else "filed"
    audit.write(tx, f"tip:{made}", "citizen", act, now, channel=channel)
    collector = interviews.collector(tx, conversation_id)
    if collector is not None:
        audit.write(tx, f"tip:{made}", collector.actor, "collected", now)
    return FiledTip(made, code, is_new=True)


def _follow(tx: Connection, known: Tip, telling: Telling, now: datetime) -> None:
    """Bring a tip up to its telling; who reads it is told only if there is more."""
    merged = answers.merge(known.answers, telling.answers)
    row = _words(telling, merged) | {
        "source": known.source or telling.source,
        "apart": telling.apart,
    }
    if telling.kind is TipKind.COMPLAINT:
        row["agency_id"] = _agency(tx, telling)
    is_filed = known.status is TipStatus.DRAFT and not telling.draft
    is_more = is_filed or _has_more(known, telling, merged)
    if is_more:
        status = _filed(known) if is_filed else status_after(known.status)
        row |= {"status": status, "version": known.version + 1, "updated_at": now}
    tx.execute(sa.update(tip).where(tip.c.id == known.id).values(row))
    if not is_more:
        return
    key = vault.key_of(tx, known.conversation)
    answers.keep(tx, known.id, key, known.answers, merged, telling)
    belongings.keep(tx, known.id, telling.locations, telling.media)
    unit_codes.meet(tx, telling.entities, known.entities, now)
    questions.close(tx, known.id, now)
    act = "filed" if is_filed else "added"
    audit.write(tx, f"tip:{known.id}", "citizen", act, now, was=known.status)


def _agency(tx: Connection, telling: Telling) -> int:
    """Return who reads it: this office, or of a complaint the one above, if known."""
    office = agencies.first(tx)
    is_above = telling.kind is TipKind.COMPLAINT and office.parent is not None
    return office.parent or office.id if is_above else office.id


def _has_more(known: Tip, telling: Telling, merged: dict[str, Answer]) -> bool:
    held = (known.story, known.spare, known.locations, known.answers)
    told = (telling.story, telling.spare, telling.locations, merged)
    shown = {media.id for media in known.media}
    return held != told or not shown.issuperset(telling.media)


def status_after(status: TipStatus) -> TipStatus:
    """Return where a tip stands once more of it was told."""
    return status if status in UNTOUCHED else TipStatus.ANSWERED


def _filed(known: Tip) -> TipStatus:
    """Return where a draft stands once its teller files it: some are claimed before."""
    return TipStatus.NEW if known.claimed_by is None else TipStatus.CLAIMED


def _words(telling: Telling, held: answers.Answers) -> dict[str, Any]:
    """Return what stands in the tip's own row; the teller's person does not."""
    readings = {k: v for k, v in telling.readings.items() if k not in PERSONAL_KEYS}
    return {
        "kind": telling.kind,
        "story": telling.story,
        "priority": telling.priority,
        "spare": telling.spare,
        "folded": folded(telling.story, telling.spare, held),
        "readings": json.dumps(readings, ensure_ascii=False),
        "entities": spotted(telling.entities, held),
    }


def spotted(entities: Iterable[tuple[str, Entity]], held: answers.Answers) -> str:
    """Return the JSON of what was read, but for what names the teller."""
    sealed = {f"answer:{key}" for key in PERSONAL_KEYS & held.keys()}
    rows = [e.as_json() | {"in": where} for where, e in entities if where not in sealed]
    return json.dumps(rows, ensure_ascii=False)
