"""The console as an application of its own, to be mounted at /console/."""

from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp import web

from admin import (
    accounts,
    acts,
    alerts,
    auth,
    callbacks,
    enrolment,
    handing_over,
    house_audit,
    media,
    pages,
    placements,
    privacy,
    queue,
    set_aside,
    settings,
    shield,
    sign_in,
    staff,
    tips,
    unit_codes,
    volunteers,
)
from admin.keys import ATLAS, CLOCK, DB, FILES, PASSWORDS, PUBLIC_URL, TURNS, ZONE
from admin.passwords import Passwords
from admin.turns import Turns
from nlp.positions.atlas import Atlas
from storage.db import Database
from storage.files import FileStore

PARTS = (
    sign_in,
    enrolment,
    queue,
    tips,
    acts,
    media,
    handing_over,
    callbacks,
    placements,
    unit_codes,
    privacy,
    set_aside,
    alerts,
    staff,
    volunteers,
    settings,
    accounts,
    house_audit,
)
STATIC = Path(__file__).parent / "static"
LARGEST_FORM = 1 << 20


def console(
    db: Database,
    files: FileStore,
    clock: Callable[[], datetime],
    zone: ZoneInfo,
    public_url: str,
    atlas: Atlas | None = None,
) -> web.Application:
    """Return the console."""
    app = web.Application(
        middlewares=[shield.headers, shield.failures, shield.origin, auth.session],
        client_max_size=LARGEST_FORM,
    )
    app[DB], app[FILES], app[CLOCK] = db, files, clock
    app[ZONE], app[PUBLIC_URL], app[ATLAS] = zone, public_url, atlas or Atlas()
    app.cleanup_ctx.append(_passwords)
    pages.set_up(app)
    app.add_routes([web.get("", _home)])
    for part in PARTS:
        app.add_routes(part.ROUTES)
    app.router.add_static("/static/", STATIC, name="static")
    return app


async def _home(_request: web.Request) -> web.StreamResponse:
    return pages.see("/console/")


async def _passwords(app: web.Application) -> AsyncIterator[None]:
    app[PASSWORDS], app[TURNS] = Passwords(), Turns()
    yield
    app[PASSWORDS].close()
