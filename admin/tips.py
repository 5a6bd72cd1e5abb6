"""The page of a tip: what was told, what was read out of it, what was done."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiohttp import web

from admin import pages, spots
from admin.auth import staff_of
from admin.conversation import bubbles
from admin.fields import groups, marked, several, spotted
from admin.keys import ATLAS, DB
from admin.trail import acts
from handlers import triage
from handlers.labels import (
    APART,
    CHANNELS,
    CONSENT_FORMS,
    FILE_STATES,
    FILES,
    KINDS,
    STATUSES,
)
from handlers.soldiers import COLUMNS
from handlers.triage import Act, Holder
from handlers.wording import SAID, say
from nlp.positions.atlas import Atlas
from storage import claims, departures, dossier
from storage.dossier import Dossier
from storage.model.staff import Staff
from storage.model.tip import DECISIONS, Tip

# Channels on which we can speak first; in the others the citizen has to come back.
REACHABLE = frozenset({"zalo", "telegram"})
# Longest number that a database row can have, and a link of ours can name.
DIGITS = 18


@dataclass(frozen=True, slots=True)
class Draft:
    """What an officer had written in a form that was refused."""

    act: str = ""
    key: str = ""
    value: str = ""
    text: str = ""
    status: str = ""
    reason: str = ""


async def show(request: web.Request) -> web.Response:
    """Show a tip of one's own area."""
    return page(request, await open_dossier(request))


async def pulse(request: web.Request) -> web.Response:
    """Hold on to a tip that is looked at, and say if it has changed meanwhile."""
    asked, who, db = _number(request), staff_of(request), request.app[DB]
    seen = await db.read(claims.glance, asked, who)
    if seen is None:
        raise web.HTTPNotFound
    if seen.claimed_by == who.id:
        await db.write(claims.renew, asked, who.id, pages.now(request))
    if request.query.get("version") == str(seen.version):
        return web.Response(status=204)
    return pages.render(request, "tip_changed.html", tip=asked)


ROUTES = (web.get("/tips/{tip}", show), web.get("/tips/{tip}/pulse", pulse))


async def open_dossier(request: web.Request) -> Dossier:
    """Return what is known of the tip in the path; 404 where it is not ours to see."""
    who, db = staff_of(request), request.app[DB]
    held = await db.read(dossier.of, _number(request), who)
    if held is None:
        raise web.HTTPNotFound
    if held.tip.locations:  # a fresh file of boundaries takes a second to read
        await asyncio.to_thread(request.app[ATLAS].boundaries)
    return held


def _number(request: web.Request) -> int:
    asked = request.match_info["tip"]
    if not (asked.isascii() and asked.isdigit() and len(asked) <= DIGITS):
        raise web.HTTPNotFound
    return int(asked)


def holder_of(held: Dossier, now: datetime) -> Holder | None:
    """Return who holds the tip now."""
    holder = triage.holder_id(held.tip, now)
    return Holder(holder, held.names[holder]) if holder is not None else None


def page(
    request: web.Request,
    held: Dossier,
    alert: str = "",
    draft: Draft | None = None,
) -> web.Response:
    """Return the page; with an alert, what was refused and what had been written."""
    who, holder = staff_of(request), holder_of(held, pages.now(request))
    return pages.render(
        request,
        "tip.html",
        status=409 if alert else 200,
        alert=alert,
        draft=draft or Draft(),
        holder=holder,
        is_mine=holder is not None and holder.id == who.id,
        may=_may(held.tip, who, holder),
        **_told(held, request.app[ATLAS]),
        **_words(),
    )


def _told(held: Dossier, atlas: Atlas) -> dict[str, Any]:
    tip = held.tip
    return {
        "tip": tip,
        "bubbles": bubbles(held.lines, held.files, tuple(marked(tip))),
        "groups": groups(tip),
        "soldiers": several(tip),
        "soldier_columns": COLUMNS,
        "spotted": spotted(tip),
        "points": _points(tip),
        "spots": [spots.told(atlas.spot(p.lat, p.lon)) for p in tip.locations],
        "notes": held.notes,
        "calls": held.callbacks,
        "agreements": held.agreements,
        "spoken": held.spoken,
        "handovers": held.handovers,
        "acts": acts(held),
        "is_intact": held.is_intact,
        "is_reachable": tip.channel in REACHABLE,
        "has_died": departures.is_known(held.deeds),
    }


def _words() -> dict[str, Any]:
    return {
        "statuses": STATUSES,
        "kinds": KINDS,
        "channels": CHANNELS,
        "files": FILES,
        "file_states": FILE_STATES,
        "forms_of_consent": CONSENT_FORMS,
        "decisions": DECISIONS,
        "apart": APART,
        "hours": hours,
    }


def hours(told: str) -> str:
    """Return the hour at which somebody wants to be called, in words."""
    key = f"callback_hour.{told}"
    return say(key) if key in SAID else told


def _points(tip: Tip) -> list[dict[str, Any]]:
    return [
        {
            "lat": place.lat,
            "lon": place.lon,
            "radius_m": place.radius_m,
            "label": "Vị trí",
        }
        for place in tip.locations
    ]


def _may(tip: Tip, who: Staff, holder: Holder | None) -> dict[str, bool]:
    return {act.value: triage.may(act, tip, who, holder) for act in Act}
