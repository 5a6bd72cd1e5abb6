"""Printed codes: where they hang, new ones, their posters, how many came by each."""

import asyncio
import secrets
from collections.abc import Sequence

from aiohttp import web

from admin.auth import staff_of
from admin.forms import Form as Written
from admin.forms import text
from admin.keys import DB, PUBLIC_URL
from admin.pages import done, now, render
from handlers import placement_file, placing
from handlers.placement_codes import read_code
from handlers.placing import Unfit
from handlers.poster.drawing import Form, draw, poster
from handlers.staffing import Refused
from handlers.tables import Unread
from storage import agencies, funnel, placements
from storage.model.placement import Placement, PlacementKind, Spot
from storage.tx import Connection

MIMES = {
    Form.PDF: "application/pdf",
    Form.SVG: "image/svg+xml",
    Form.PNG: "image/png",
}
CODE = r"{code:\d{7}}.{form:pdf|svg|png}"
NO_FILE = "Xin chọn một tệp .xlsx hoặc .csv."


async def show(request: web.Request) -> web.StreamResponse:
    """Show all placements with their funnel, and the forms for new ones."""
    return await _page(request)


async def add(request: web.Request) -> web.StreamResponse:
    """Place a code at one spot."""
    written = await request.post()
    try:
        spot = placing.checked(_spot(written))
    except Unfit as unfit:
        return await _page(request, (str(unfit),), written)
    made = await _place(request, [spot])
    return done("/placements", "placed" if made else "placed_before")


async def bring(request: web.Request) -> web.StreamResponse:
    """Place all spots of a file, or say what is wrong with its rows."""
    file = (await request.post()).get("file")
    if not isinstance(file, web.FileField):
        return await _page(request, (NO_FILE,))
    try:
        asked = placement_file.wanted(file.file.read())
    except Unread as unread:
        return await _page(request, (str(unread),))
    if asked.problems:
        return await _page(request, asked.problems)
    made = await _place(request, asked.spots)
    return done("/placements", "placed" if made else "placed_before")


async def print_one(request: web.Request) -> web.StreamResponse:
    """Send the poster of one placement."""
    code = read_code(request.match_info["code"]) or ""
    known = await request.app[DB].read(placements.by_code, code)
    if known is None or known.agency != staff_of(request).agency:
        raise web.HTTPNotFound
    form = Form(request.match_info["form"])
    return await _print(request, [known], form, f"qr-{known.code}.{form}")


async def print_all(request: web.Request) -> web.StreamResponse:
    """Send all posters, a page each."""
    ours = staff_of(request).agency
    every = await request.app[DB].read(placements.every, ours)
    if not every:
        raise web.HTTPNotFound
    return await _print(request, every, Form.PDF, "qr.pdf")


async def _print(
    request: web.Request, chosen: Sequence[Placement], form: Form, name: str
) -> web.StreamResponse:
    office = await request.app[DB].read(agencies.load, staff_of(request).agency)
    if office is None:
        raise web.HTTPNotFound
    try:
        sheets = [poster(one, office, request.app[PUBLIC_URL]) for one in chosen]
    except Refused as refused:
        return await _page(request, (str(refused),))
    drawn = await asyncio.to_thread(draw, sheets, form, now(request))
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(body=drawn, content_type=MIMES[form], headers=headers)


async def _place(request: web.Request, spots: Sequence[Spot]) -> int:
    """Place these spots; return how many are new."""
    who, at = staff_of(request), now(request)

    def place_all(tx: Connection) -> int:
        actor = f"staff:{who.id}"
        placed = [
            placing.place(tx, spot, who.agency, actor, secrets.randbelow, at)
            for spot in spots
        ]
        return sum(is_new for _, is_new in placed)

    return await request.app[DB].write(place_all)


async def _page(
    request: web.Request, problems: Sequence[str] = (), written: Written | None = None
) -> web.Response:
    stages = await request.app[DB].read(funnel.funnel, staff_of(request).agency)
    url = request.app[PUBLIC_URL]
    return render(
        request,
        "placements.html",
        status=422 if problems else 200,
        stages=stages,
        kinds=placing.KINDS,
        written=written or {},
        problems=problems,
        warning="" if placing.is_public(url) else placing.NOT_PUBLIC.format(url=url),
    )


def _spot(written: Written) -> Spot:
    kind = text(written, "kind")
    return Spot(
        PlacementKind(kind) if kind in list(PlacementKind) else PlacementKind.POSTER,
        text(written, "name"),
        text(written, "area"),
        text(written, "wave"),
    )


ROUTES = (
    web.get("/placements", show),
    web.post("/placements", add),
    web.post("/placements/file", bring),
    web.get("/placements/qr.pdf", print_all),
    web.get(f"/placements/{CODE}", print_one),
)
