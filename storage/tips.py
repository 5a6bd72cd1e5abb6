"""Tips read back whole, for staff, exports and the turn that files more."""

import json
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from nlp.entity import Entity
from storage import answers, belongings, interviews, vault
from storage.folding import folded
from storage.model.evidence import Location, Media
from storage.model.tip import Tip, TipKind, TipStatus
from storage.tables import tip


def load(tx: Connection, tip_id: int) -> Tip | None:
    """Return the tip with all that belongs to it."""
    return _load(tx, _by_id(tip_id))


def lock(tx: Connection, tip_id: int) -> Tip | None:
    """Return the tip, held until commit."""
    return _load(tx, _by_id(tip_id).with_for_update())


def by_code(tx: Connection, code: str) -> Tip | None:
    """Return the tip with this code, grouped as it is stored."""
    return _load(tx, sa.select(tip).where(tip.c.code == code))


def last_code(tx: Connection, conversation_id: int) -> str | None:
    """Return the code of the last tip told in a conversation."""
    query = sa.select(tip.c.code).where(tip.c.conversation_id == conversation_id)
    return tx.execute(query.order_by(tip.c.id.desc()).limit(1)).scalar()


def refold(tx: Connection, known: Tip) -> None:
    """Make the tip's present words and values findable."""
    text = folded(known.story, known.spare, known.answers)
    tx.execute(sa.update(tip).where(tip.c.id == known.id).values(folded=text))


def _by_id(tip_id: int) -> sa.Select[Any]:
    return sa.select(tip).where(tip.c.id == tip_id)


def _load(tx: Connection, query: sa.Select[Any]) -> Tip | None:
    row = tx.execute(query).one_or_none()
    if row is None or row.status == TipStatus.ERASED:
        return None
    held = answers.of(tx, row.id, vault.key_of(tx, row.conversation_id))
    files = belongings.media_of(tx, row.id)
    return Tip(
        id=row.id,
        code=row.code,
        kind=TipKind(row.kind),
        status=TipStatus(row.status),
        channel=row.channel,
        source=row.source,
        conversation=row.conversation_id,
        created_at=row.created_at,
        updated_at=row.updated_at,
        version=row.version,
        priority=row.priority,
        story=row.story,
        spare=row.spare,
        answers=held.answers,
        readings=json.loads(row.readings) | held.readings,
        entities=_entities(row.entities) + held.entities,
        locations=belongings.locations(tx, row.id) + _by_camera(files),
        media=files,
        agency=row.agency_id,
        claimed_by=row.claimed_by,
        lease_until=row.lease_until,
        apart=row.apart,
        collector=interviews.collector(tx, row.conversation_id),
    )


def _by_camera(files: tuple[Media, ...]) -> tuple[Location, ...]:
    """Return where the photos were taken, beside the places that were told."""
    return tuple(filter(None, (file.location for file in files)))


def _entities(column: str) -> tuple[tuple[str, Entity], ...]:
    return tuple((json["in"], Entity.from_json(json)) for json in _list(column))


def _list(column: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(column)
    return rows
