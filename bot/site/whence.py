"""Whence: the address that a visitor speaks from, by which tries and scans are measured."""

from aiohttp import web

from admin import whence
from bot.keys import PUBLIC_URL


def address_of(request: web.Request) -> str:
    """Return who speaks to us; behind a proxy, whom the proxy says it speaks for."""
    is_proxied = request.app[PUBLIC_URL].startswith("https://")
    return whence.address_of(request, is_proxied=is_proxied)
