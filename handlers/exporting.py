"""A tip as it leaves the house: the fixed shape that `tips export` promises."""

import importlib
import pkgutil
from typing import Any, BinaryIO, Protocol

from handlers import exports
from storage.audit import AuditRow
from storage.exports import Exported
from storage.model.evidence import Location, Media


class Writer(Protocol):
    """One way to write tips down; each file under exports/ has one."""

    def __init__(self, out: BinaryIO) -> None: ...

    def add(self, tip: dict[str, Any]) -> None: ...

    def close(self) -> None: ...


def writers() -> dict[str, type[Writer]]:
    """Return the ways to write tips down, by the name of their file."""
    found = pkgutil.iter_modules(exports.__path__, f"{exports.__name__}.")
    modules = (importlib.import_module(module.name) for module in found)
    return {module.__name__.rpartition(".")[2]: module.Writer for module in modules}


def as_json(exported: Exported) -> dict[str, Any]:
    """Return a tip in its fixed shape."""
    tip = exported.tip
    return {
        "code": tip.code,
        "kind": tip.kind.value,
        "status": tip.status.value,
        "channel": tip.channel,
        "source": tip.source,
        "created_at": tip.created_at.isoformat(),
        "story": tip.story,
        "spare": tip.spare,
        "answers": {
            key: {"value": held.value, "words": held.words, "source": held.source.value}
            for key, held in tip.answers.items()
        },
        "readings": dict(tip.readings),
        "entities": [
            entity.as_json() | {"in": where} for where, entity in tip.entities
        ],
        "locations": list(map(_location, tip.locations)),
        "media": list(map(_media, tip.media)),
        "custody": list(map(_custody, exported.custody)),
    }


def _location(location: Location) -> dict[str, Any]:
    return {
        "lat": location.lat,
        "lon": location.lon,
        "radius_m": location.radius_m,
        "source": location.source,
        "in": location.where,
    }


def _media(media: Media) -> dict[str, Any]:
    """Return a file; one that is not here has a state that says why, and no digest."""
    return {
        "kind": media.kind.value,
        "sha256": media.sha256 or None,
        "bytes": media.size,
        "duration_s": media.duration_s,
        "text": media.text,
        "state": "apart" if media.is_apart else media.state.value,
    }


def _custody(row: AuditRow) -> dict[str, Any]:
    return {
        "seq": row.seq,
        "at": row.at.isoformat(),
        "actor": row.actor,
        "act": row.act,
        "reason": row.reason,
        "hash": row.hash,
    }
