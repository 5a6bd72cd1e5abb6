"""Where an attempt to sign in comes from: an address, or a browser that we know.

Who has signed in gets a mark into his browser. His later attempts count apart from those
of his address, so that nobody beside him, or behind the same proxy, keeps him waiting.
"""

import secrets
from hmac import compare_digest
from ipaddress import IPv6Address, ip_address, ip_network

from aiohttp import web

from admin.keys import DB, PUBLIC_URL

COOKIE = "console_known"
PATH = "/console"
FOR_A_YEAR = 365 * 24 * 3600
SUBSCRIBER = 64  # bits of an IPv6 address that one subscriber holds


def place_of(request: web.Request, login: str) -> str:
    """Return what failures are counted against."""
    nonce, _, signed = request.cookies.get(COOKIE, "").partition(".")
    if signed and compare_digest(signed.encode(), _signed(request, login, nonce)):
        return f"browser:{nonce}"
    return f"address:{address_of(request, is_proxied=_is_behind_proxy(request))}"


def know(request: web.Request, response: web.StreamResponse, login: str) -> None:
    """Let the browser show later that this login was used in it."""
    nonce = secrets.token_urlsafe(16)
    response.set_cookie(
        COOKIE,
        f"{nonce}.{_signed(request, login, nonce).decode()}",
        path=PATH,
        max_age=FOR_A_YEAR,
        httponly=True,
        samesite="Lax",
        secure=_is_behind_proxy(request),
    )


def _signed(request: web.Request, login: str, nonce: str) -> bytes:
    said = f"{nonce}:{login}".encode("utf-8", "replace")
    return request.app[DB].ring.signature(said, "known browser").encode()


def address_of(request: web.Request, *, is_proxied: bool) -> str:
    """Return who speaks to us; behind a proxy, whom the proxy says it speaks for."""
    peer = request.remote or ""
    told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    is_proxy = _is_proxy(peer, is_proxied=is_proxied)
    return _group(told) or peer if is_proxy else _group(peer) or peer


def _is_proxy(peer: str, *, is_proxied: bool) -> bool:
    try:
        address = ip_address(peer)
    except ValueError:
        return True  # a socket file
    # We speak no TLS: an address with https is that of a proxy, on this network.
    return address.is_loopback or (address.is_private and is_proxied)


def _is_behind_proxy(request: web.Request) -> bool:
    return request.app[PUBLIC_URL].startswith("https://")


def _group(told: str) -> str:
    """Return an address, of version 6 only as far as it names a subscriber."""
    try:
        address = ip_address(told)
    except ValueError:
        return ""
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ip_network((int(address), SUBSCRIBER), strict=False))
