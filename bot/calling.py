"""Calls to a platform: its answer, or that nobody knows what became of the call.

What the answer means is the channel's own business; no error of ours holds an address,
for a platform's token may be part of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
)
from yarl import URL

CONNECT_S = 5.0
ANSWER_S = 15.0
JSON = {"Content-Type": "application/json"}
PLAIN = {"Accept-Encoding": "identity"}  # our client unpacks nothing
SERVER_ERRORS = 500
# Raised before a byte of ours has left.
UNSENT = (ClientConnectorError, ConnectionTimeoutError)


class Unreachable(Exception):
    """No answer came; when `has_left`, nobody knows what became of the call."""

    def __init__(self, why: str, *, has_left: bool) -> None:
        super().__init__(why)
        self.why = why
        self.has_left = has_left


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, whole."""

    status: int
    headers: Mapping[str, str]
    raw: bytes


async def call(
    http: ClientSession,
    method: str,
    url: URL,
    headers: Mapping[str, str],
    body: bytes | None,
    patience_s: float = ANSWER_S,
    proxy: URL | None = None,
) -> Reply:
    """Return what came back; no redirect is followed. Raises Unreachable."""
    try:
        async with http.request(
            method,
            url,
            data=body,
            headers={**PLAIN, **headers},
            proxy=proxy,
            allow_redirects=False,
            timeout=ClientTimeout(total=patience_s, connect=CONNECT_S),
        ) as answer:
            return Reply(answer.status, answer.headers, await answer.read())
    except UNSENT as error:
        raise Unreachable(type(error).__name__, has_left=False) from None
    except (ClientError, TimeoutError, OSError) as error:
        raise Unreachable(type(error).__name__, has_left=True) from None
