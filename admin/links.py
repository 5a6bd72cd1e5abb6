"""One-time links: the secret rides in the fragment, which no server and no log sees."""

import secrets
from datetime import datetime

import segno
from aiohttp import web

from admin.pages import render
from handlers import staffing
from handlers.staffing import Newcomer
from storage import agencies
from storage.db import Database
from storage.model.staff import Staff
from storage.model.volunteer import Volunteer


def new_token() -> str:
    """Return 256 random bits for a link."""
    return secrets.token_urlsafe(32)


def link(public_url: str, token: str) -> str:
    """Return the address that lets its holder in."""
    return f"{public_url}/console/enter#{token}"


def token_in(pasted: str) -> str:
    """Return the token of a pasted link, or of what is left of one."""
    return pasted.strip().rpartition("#")[2]


async def first_administrator_link(
    db: Database, public_url: str, now: datetime
) -> str | None:
    """Return a link for the first administrator; None once one can sign in."""
    token = new_token()
    is_made = await db.write(staffing.hire_first, token, now)
    return link(public_url, token) if is_made else None


async def staff_link(
    db: Database, public_url: str, new: Newcomer, now: datetime
) -> str:
    """Take somebody in at the operator's wish and return his link."""
    office, token = await db.write(agencies.first), new_token()
    actor = staffing.SYSTEM
    await db.write(staffing.hire, new, office.id, token, actor, now)
    return link(public_url, token)


def shown_once(
    request: web.Request, template: str, who: Staff | Volunteer, address: str
) -> web.Response:
    """Return the page from which a link is handed over, also as a QR code."""
    picture = segno.make(address, error="m").svg_inline(omitsize=True, border=2)
    return render(request, template, who=who, address=address, picture=picture)
