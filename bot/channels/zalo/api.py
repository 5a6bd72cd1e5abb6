"""Zalo's API over our one HTTP client: a call, its answer, what can go wrong.

Zalo answers 200 also to what it refuses; only `error` in the answer tells. No error of
ours holds a token.
"""

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from aiohttp import ClientSession
from yarl import URL

from bot.calling import JSON, SERVER_ERRORS, Reply, Unreachable, call
from bot.channels.zalo.events import Part, parsed, whole, words

BUSY = -32
REMAINING = "X-RateLimit-Remain"


class Refused(Exception):
    """Zalo's own no: its number and its words."""

    def __init__(self, code: int, told: str) -> None:
        super().__init__(f"{code} {told}")
        self.code = code


@dataclass(frozen=True, slots=True)
class Answer:
    """What Zalo said, and how many calls it still takes in this minute if it told."""

    told: Part
    remaining: int | None = None


@dataclass(frozen=True, slots=True)
class Api:
    """One app's way to the API; `sends_proof` where the app's console demands it."""

    http: ClientSession = field(repr=False)
    url: URL
    secret: str = field(repr=False)
    sends_proof: bool = False

    async def post(self, path: str, token: str, told: object) -> Answer:
        """Return the answer to a call. Raises Refused or Unreachable."""
        body, headers = json.dumps(told).encode(), self._headers(token) | JSON
        return await called(self.http, "POST", self.url / path, headers, body)

    async def get(
        self, path: str, token: str, asked: Mapping[str, int] | None = None
    ) -> Answer:
        """Return the answer to a question. Raises Refused or Unreachable."""
        url = self.url / path
        if asked:
            url = url.with_query(data=json.dumps(asked))
        return await called(self.http, "GET", url, self._headers(token), None)

    def _headers(self, token: str) -> dict[str, str]:
        headers = {"access_token": token}
        if self.sends_proof:
            headers["appsecret_proof"] = proof(token, self.secret)
        return headers


async def called(
    http: ClientSession,
    method: str,
    url: URL,
    headers: Mapping[str, str],
    body: bytes | None,
) -> Answer:
    """Return the answer to a request. Raises Refused or Unreachable."""
    return answer_in(await call(http, method, url, headers, body))


def answer_in(reply: Reply) -> Answer:
    """Return what the answer holds. Raises Refused; Unreachable where it is none."""
    told, status = parsed(reply.raw), reply.status
    error = whole(words(told, "error") or "0")
    if told and error != 0:
        raise Refused(error if error is not None else status, words(told, "message"))
    if told and status < 300:
        return Answer(told, whole(reply.headers.get(REMAINING, "")))
    if status == 429:
        raise Refused(BUSY, "too many requests")
    if 300 <= status < SERVER_ERRORS and status != 408:
        raise Refused(status, "not an answer of Zalo's API")
    raise Unreachable(f"status {status} without an answer", has_left=True)


def proof(token: str, secret: str) -> str:
    """Return the proof that whoever holds this token knows the app's secret."""
    return hmac.new(secret.encode(), token.encode(), sha256).hexdigest()
