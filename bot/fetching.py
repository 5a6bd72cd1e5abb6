"""Fetching a file from hosts that we trust, and from no others.

An address comes with a message that anybody may have written. So hosts are named in the
settings, each redirect is checked against them, and bytes and time are counted.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from ipaddress import ip_address

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout
from yarl import URL

from bot.channel import FetchError

LARGEST = 1 << 30
PIECE = 64 << 10
CONNECT_S, SILENCE_S, WHOLE_S = 5.0, 30.0, 1800.0
REDIRECTS = 3
MOVED = (301, 302, 303, 307, 308)
EXPIRED = (404, 410)
BEHIND_THE_END = 416
NOT_ALLOWED = "a host that is not allowed"
PORTS = (80, 443)


@dataclass(frozen=True, slots=True)
class Allowed:
    """Hosts from which files may be fetched; `.zdn.vn` means all below zdn.vn."""

    hosts: tuple[str, ...]

    @classmethod
    def of(cls, told: str) -> "Allowed":
        """Return the hosts named in a setting, between commas."""
        names = (name.strip().lower() for name in told.split(","))
        return cls(tuple(name for name in names if name))

    def permits(self, url: URL) -> bool:
        """Return whether a file may be fetched there: https, or this machine's http."""
        host = (url.host or "").lower()
        if url.user or url.password or not self._knows(host):
            return False
        if is_loopback(host):
            return url.scheme in ("http", "https")
        return url.scheme == "https" and url.port in PORTS

    def _knows(self, host: str) -> bool:
        return any(
            host.endswith(name) if name.startswith(".") else host == name
            for name in self.hosts
        )


async def fetch(
    http: ClientSession,
    address: str,
    offset: int,
    allowed: Allowed,
    *,
    largest: int = LARGEST,
    whole_s: float = WHOLE_S,
) -> AsyncIterator[bytes]:
    """Return a file's bytes from `offset` on. Raises FetchError."""
    try:
        url = parsed(address)
        async with opened(http, url, offset, allowed, whole_s) as answer:
            async for piece in pieces(answer, offset, largest):
                yield piece
    except UnicodeError:  # a host's name that nobody can look up
        raise FetchError("no address", permanent=True) from None
    except (ClientError, TimeoutError, OSError) as error:
        raise FetchError(type(error).__name__) from None


@asynccontextmanager
async def opened(
    http: ClientSession, url: URL, offset: int, allowed: Allowed, whole_s: float
) -> AsyncIterator[ClientResponse]:
    """Open the answer that carries the file as it lies there, behind its redirects."""
    headers = {"Accept-Encoding": "identity"}
    if offset:
        headers["Range"] = f"bytes={offset}-"
    limits = ClientTimeout(total=whole_s, connect=CONNECT_S, sock_read=SILENCE_S)
    for _ in range(REDIRECTS + 1):
        if not allowed.permits(url):
            raise FetchError(NOT_ALLOWED, permanent=True)
        async with http.get(
            url, headers=headers, allow_redirects=False, timeout=limits
        ) as answer:
            if answer.status not in MOVED:
                yield answer
                return
            url = url.join(parsed(answer.headers.get("Location", "")))
    raise FetchError("too many redirects", permanent=True)


async def pieces(
    answer: ClientResponse, offset: int, largest: int
) -> AsyncIterator[bytes]:
    """Return the bytes behind `offset`, also from a server that sends them all."""
    if answer.status == BEHIND_THE_END and offset:
        return
    place = beginning(answer, offset)
    if (answer.content_length or 0) + place > largest:
        raise FetchError("too_large", permanent=True)
    async for piece in answer.content.iter_chunked(PIECE):
        fresh = piece[max(0, offset - place) :]
        place += len(piece)
        if place > largest:
            raise FetchError("too_large", permanent=True)
        if fresh:
            yield fresh


def beginning(answer: ClientResponse, offset: int) -> int:
    """Return where the answer's bytes begin in the file. Raises FetchError."""
    if answer.status in EXPIRED:
        raise FetchError("expired", permanent=True)
    if answer.status == 206:
        told = answer.headers.get("Content-Range", "")
        if not told.startswith(f"bytes {offset}-"):
            raise FetchError("another part than was asked for")
        return offset
    if answer.status != 200:
        raise FetchError(f"status {answer.status}")
    return 0


def parsed(address: str) -> URL:
    """Return an address. Raises FetchError where it is none."""
    try:
        return URL(address)
    except ValueError:
        raise FetchError("no address", permanent=True) from None


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
