"""Visitors of the web chat: known by a cookie or a bearer secret, by nothing else."""

import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from aiohttp import web

from bot.keys import CLOCK, DB, PUBLIC_URL
from handlers import receiving
from storage import visitors

Answer = TypeVar("Answer", bound=web.StreamResponse)

COOKIE = "manhmoi_chat"
BEARER = "Bearer "
CHANNEL = "Manhmoi-Channel"  # how the terminal says that it is no browser
CHANNELS = ("web", "terminal")
SHORTEST = 16
# A UUID or a random number in hexadecimal; a counter would be guessed, or shared.
RANDOM = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
    r"|[0-9a-f]{32,64}",
    re.IGNORECASE,
)
# Fewer different digits come once in five million random numbers.
DIFFERENT = 8
A_YEAR = 365 * 24 * 3600
VISITOR: web.RequestKey["Visitor"] = web.RequestKey("visitor")
# Asked again while a stream is open: whether its visitor may still hear it.
STILL: web.RequestKey[Callable[[web.Request], Awaitable[bool]]] = web.RequestKey(
    "still"
)


@dataclass(frozen=True, slots=True)
class Visitor:
    """A secret and the conversation address that a new one of it opens."""

    secret: str
    address: str
    channel: str
    is_new: bool

    @property
    def opening(self) -> str:
        """The bell that rings when his conversation is opened."""
        return f"opening:{self.address}"


def visitor_of(request: web.Request, client_id: str = "") -> Visitor:
    """Return who asks, who may be known already; somebody without a secret gets one.

    It is derived from a `client_id` that is random, so that a first message whose
    answer was lost finds its own conversation when it is sent again.
    """
    known: Visitor | None = request.get(VISITOR)
    if known is not None:
        return known
    held = _held(request)
    if held:
        return Visitor(held, _address(held), _channel(request), is_new=False)
    if _is_random(client_id):
        fresh = request.app[DB].ring.signature(client_id.encode(), "visitor")
    else:
        fresh = secrets.token_urlsafe(32)
    return Visitor(fresh, _address(fresh), _channel(request), is_new=True)


def who(request: web.Request) -> Visitor:
    """Return who asks, the same one throughout a request."""
    request[VISITOR] = visitor = visitor_of(request)
    return visitor


async def may_hear(request: web.Request) -> bool:
    """Return whether who asked at first may still be answered."""
    still = request.get(STILL)
    return still is None or await still(request)


async def known_conversation(request: web.Request) -> int | None:
    """Return the visitor's conversation; None before his first word."""
    return await request.app[DB].read(visitors.find, who(request).secret)


async def conversation_of(request: web.Request) -> int:
    """Return the visitor's conversation, opened if he has none."""
    known = await known_conversation(request)
    if known is not None:
        return known
    visitor, db = who(request), request.app[DB]
    opened = await db.write(
        receiving.admit,
        visitor.secret,
        visitor.channel,
        visitor.address,
        request.app[CLOCK](),
    )
    db.bell.ring(visitor.opening)
    return opened


def greeted(request: web.Request, response: Answer) -> Answer:
    """Return the response; with a secret to keep for who came without."""
    visitor = who(request)
    if visitor.is_new:
        remember(request, response, visitor.secret)
    return response


def remember(request: web.Request, response: web.StreamResponse, secret: str) -> None:
    """Give the browser the secret to keep."""
    response.set_cookie(
        COOKIE,
        secret,
        max_age=A_YEAR,
        path="/chat",
        httponly=True,
        samesite="Lax",
        secure=request.app[PUBLIC_URL].startswith("https://"),
    )


def _is_random(client_id: str) -> bool:
    is_one = RANDOM.fullmatch(client_id) is not None
    return is_one and len(set(client_id.lower()) - {"-"}) >= DIFFERENT


def _channel(request: web.Request) -> str:
    named = request.headers.get(CHANNEL, "")
    return named if named in CHANNELS else CHANNELS[0]


def _held(request: web.Request) -> str | None:
    header = request.headers.get("Authorization", "")
    # A program's secret is its own choice; ours, in cookies, are long.
    if header.startswith(BEARER) and header.removeprefix(BEARER).strip():
        return header.removeprefix(BEARER).strip()
    cookie = request.cookies.get(COOKIE, "")
    return cookie if len(cookie) >= SHORTEST else None


def _address(secret: str) -> str:
    # The address stands clear in the database: the secret must not follow from it.
    return sha256(b"address:" + secret.encode("utf-8", "replace")).hexdigest()[:32]
