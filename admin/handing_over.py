"""Hand a tip over: its package is made, kept in the audit by its hash, and sent down."""

import asyncio
from datetime import datetime
from pathlib import Path

from aiohttp import web

from admin import pages
from admin.auth import staff_of
from admin.forms import text
from admin.keys import DB, FILES
from admin.tips import holder_of, open_dossier, page
from handlers import packing, triage
from handlers.package.archive import MediaChanged, Packed
from handlers.packing import Errand
from handlers.triage import Act, MovedOn, Refused
from storage import agencies, handovers
from storage.dossier import Dossier
from storage.growing import ObjectGone
from storage.rooms import room

INBOX = "inbox"  # its teller may hear of it
CHUNK = 1 << 18
GONE = "Một tệp của tin không còn trong kho, nên gói chuyển chưa được lập."


async def hand_over(request: web.Request) -> web.StreamResponse:
    """Send the package of a tip as a ZIP file."""
    held, form = await open_dossier(request), await request.post()
    now = pages.now(request)
    # Where the files are there is room for a package of them; /tmp may be memory.
    with room(request.app[FILES].root) as folder:
        try:
            holder = holder_of(held, now)
            triage.check(Act.HAND_OVER, held.tip, staff_of(request), holder)
            triage.check_version(held.tip, text(form, "version"))
            packed = await _pack(request, held, folder, now)
            await _note(request, held, packed, now)
        except (Refused, MediaChanged) as refused:
            return page(request, await open_dossier(request), str(refused))
        except ObjectGone:
            return page(request, await open_dossier(request), GONE)
        return await _send(request, held.tip.code, packed)


ROUTES = (web.post("/tips/{tip}/handover", hand_over),)


async def _pack(
    request: web.Request, held: Dossier, folder: Path, now: datetime
) -> Packed:
    office = await request.app[DB].read(agencies.load, staff_of(request).agency)
    if office is None:
        raise web.HTTPNotFound
    errand = Errand(office, now, pages.zone(request))
    path = folder / "package.zip"
    return await packing.pack(held, request.app[FILES], errand, path)


async def _note(
    request: web.Request, held: Dossier, packed: Packed, now: datetime
) -> None:
    who = staff_of(request)
    if not await request.app[DB].announce(
        [INBOX], handovers.add, held.tip, who.id, packed.sha256, packed.size, now
    ):
        raise MovedOn


async def _send(request: web.Request, code: str, packed: Packed) -> web.StreamResponse:
    name = f"tin-{code.replace(' ', '')}.zip"
    response = web.StreamResponse(
        headers={
            "Content-Type": "application/zip",
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        }
    )
    response.content_length = packed.size
    await response.prepare(request)
    with await asyncio.to_thread(packed.path.open, "rb") as file:
        while chunk := await asyncio.to_thread(file.read, CHUNK):
            await response.write(chunk)
    return response
