"""A line of the conversation as the chat page reads it."""

from typing import Any

from aiohttp import web

from bot.keys import DB
from bot.site.media import address
from storage import media
from storage.model.line import Line


async def as_json(request: web.Request, line: Line) -> dict[str, Any]:
    """Return `{n, from, text, buttons}` and, where there is one, media or pin."""
    told: dict[str, Any] = {
        "n": line.n,
        "from": line.author,
        "at": line.at.isoformat(),
        "text": line.text,
        "buttons": [
            {"key": key, "value": value, "label": label}
            for key, value, label in line.buttons
        ],
    }
    if line.pin is not None:
        told["pin"] = {"lat": line.pin[0], "lon": line.pin[1]}
    if line.media is not None:
        told["media"] = await _media(request, line.media)
    return told


async def _media(request: web.Request, media_id: str) -> dict[str, Any] | None:
    item = await request.app[DB].read(media.load, media_id)
    if item is None:
        return None
    return {
        "kind": item.kind,
        "name": item.title,
        "label": item.label,
        "bytes": item.size,
        "duration_s": item.duration_s,
        "state": item.state,
        "url": address(request, item.id),
    }
