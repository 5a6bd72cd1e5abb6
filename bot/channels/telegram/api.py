"""The Bot API over our one HTTP client: a call, its answer, what can go wrong.

By ourselves: python-telegram-bot costs 0.29 ms of CPU a message with its request layer on
aiohttp, this 0.13, and some of its errors quote the token. No error of ours holds an
address, for the token is part of it.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from aiohttp import ClientSession
from yarl import URL

from bot.calling import ANSWER_S, JSON, SERVER_ERRORS, Unreachable, call
from bot.channels.telegram.updates import number

LONGEST_WAIT_S = 86_400.0


class Refused(Exception):
    """Telegram's own no: its number, its words, the wait that it asks for."""

    def __init__(self, code: int, words: str, retry_after: float | None = None) -> None:
        super().__init__(f"{code} {words}")
        self.code = code
        self.words = words
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Api:
    """One bot's access; its addresses hold its token."""

    http: ClientSession = field(repr=False)
    methods: Callable[[str], URL] = field(repr=False)
    files: URL = field(repr=False)
    proxy: URL | None = field(default=None, repr=False)

    async def call(
        self,
        method: str,
        fields: Mapping[str, object] | None = None,
        patience_s: float = ANSWER_S,
    ) -> Any:
        """Return the result of a method. Raises Refused or Unreachable."""
        body = json.dumps(fields or {}).encode()
        url = self.methods(method)
        reply = await call(self.http, "POST", url, JSON, body, patience_s, self.proxy)
        return result(reply.status, reply.raw)


def access(http: ClientSession, url: str, token: str, proxy: str | None) -> Api:
    """Return the access of the bot with this token at the Bot API server at `url`."""
    root = URL(url)
    return Api(
        http,
        methods=cache((root / f"bot{token}").joinpath),  # each address is built once
        files=root / "file" / f"bot{token}",
        proxy=URL(proxy) if proxy else None,
    )


def result(status: int, raw: bytes) -> Any:
    """Return what the answer holds. Raises Refused; Unreachable where it is none."""
    try:
        answer = json.loads(raw)
    except (ValueError, RecursionError):
        answer = None
    if isinstance(answer, dict) and answer.get("ok") is True:
        return answer.get("result")
    if isinstance(answer, dict) and answer.get("ok") is False:
        raise refused(status, answer)
    if status < SERVER_ERRORS and status not in (200, 408):
        raise Refused(status, "not an answer of the Bot API")
    raise Unreachable(f"status {status} without an answer", has_left=True)


def refused(status: int, answer: Mapping[str, Any]) -> Refused:
    """Return the refusal in an answer."""
    code, words = answer.get("error_code"), answer.get("description")
    told = answer.get("parameters")
    wait = told.get("retry_after") if isinstance(told, dict) else None
    seconds = number(wait, LONGEST_WAIT_S)
    return Refused(
        code if isinstance(code, int) else status,
        words[:200] if isinstance(words, str) else "",
        seconds if seconds and seconds > 0 else None,
    )
