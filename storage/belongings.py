"""Places and files of a tip, in the order in which they were given."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy import Connection

from storage import media
from storage.model.evidence import Location, Media
from storage.tables import location, tip_media
from storage.upsert import insert


def keep(
    tx: Connection, tip_id: int, places: Sequence[Location], files: Sequence[str]
) -> None:
    """Let the tip have these places, and these files beside those it has."""
    if locations(tx, tip_id) != tuple(places):
        tx.execute(sa.delete(location).where(location.c.tip_id == tip_id))
        if places:
            tx.execute(sa.insert(location), [_row(tip_id, at) for at in places])
    for order, name in enumerate(files):
        link = {"tip_id": tip_id, "media_id": name, "place": order}
        tx.execute(insert(tx, tip_media).values(link).on_conflict_do_nothing())


def locations(tx: Connection, tip_id: int) -> tuple[Location, ...]:
    """Return the tip's places."""
    query = (
        sa.select(location).where(location.c.tip_id == tip_id).order_by(location.c.id)
    )
    return tuple(
        Location(row.lat, row.lon, row.radius_m, row.source, row.place)
        for row in tx.execute(query)
    )


def media_of(tx: Connection, tip_id: int) -> tuple[Media, ...]:
    """Return the tip's files."""
    query = (
        sa.select(tip_media.c.media_id)
        .where(tip_media.c.tip_id == tip_id)
        .order_by(tip_media.c.place, tip_media.c.media_id)
    )
    names = tx.execute(query).scalars().all()
    return tuple(filter(None, (media.load(tx, name) for name in names)))


def _row(tip_id: int, place: Location) -> dict[str, object]:
    return {
        "tip_id": tip_id,
        "lat": place.lat,
        "lon": place.lon,
        "radius_m": place.radius_m,
        "source": place.source,
        "place": place.where,
    }
