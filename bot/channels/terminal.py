"""The terminal: the same conversation, line by line, for trying and for tests.

It speaks to the web chat of a server, so that nothing is different from what a citizen
meets; a line of digits presses the button of that number.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiohttp

from bot.channel import Fetched
from storage.model.limits import Limits

NAME = "terminal"
LIMITS = Limits(text=4000, buttons=10, label=60, upload_bytes=0)
PATIENCE = 10.0
LOOK_EVERY = 0.05
TRIES, BUSY = 10, 503

Show = Callable[[str], None]


class Talk:
    """One conversation with the server at `url`."""

    def __init__(self, url: str, http: aiohttp.ClientSession, show: Show) -> None:
        self._url = url
        self._http = http
        self._show = show
        self._after = 0
        self._buttons: list[dict[str, str]] = []
        self._headers = {
            "Authorization": f"Bearer {secrets.token_urlsafe(24)}",
            "Manhmoi-Channel": NAME,
        }

    async def run(self, lines: AsyncIterator[str]) -> None:
        """Send each line and show what is answered, until the lines end."""
        async for line in lines:
            text = line.strip()
            if text:
                n = await self._send(text)
                await self._answered(n)

    async def _send(self, text: str) -> int:
        told: dict[str, Any] = {
            "client_id": secrets.token_hex(16),
            "after": self._after,
        }
        place = int(text) - 1 if text.isascii() and text.isdigit() else -1
        if 0 <= place < len(self._buttons):
            button = self._buttons[place]
            told["button"] = {"key": button["key"], "value": button["value"]}
        else:
            told["text"] = text
        answer = await self._post(told)
        if "error" in answer:
            self._show(f"< {answer['error']}")
            return self._after
        return int(answer["n"])

    async def _post(self, told: dict[str, Any]) -> dict[str, Any]:
        """Post a message, the same again while the server is busy."""
        url = f"{self._url}/chat/messages"
        for _ in range(TRIES):
            async with self._http.post(
                url, json=told, headers=self._headers
            ) as response:
                answer: dict[str, Any] = await response.json()
            if response.status != BUSY:
                break
            await asyncio.sleep(LOOK_EVERY)
        return answer

    async def _answered(self, n: int) -> None:
        """Show new messages; stop when one of ours has come after place `n`."""
        for _ in range(int(PATIENCE / LOOK_EVERY)):
            lines = await self._fetch()
            for line in lines:
                self._tell(line)
            if any(line["n"] > n and line["from"] != "citizen" for line in lines):
                return
            await asyncio.sleep(LOOK_EVERY)

    async def _fetch(self) -> list[dict[str, Any]]:
        url = f"{self._url}/chat/messages?after={self._after}"
        async with self._http.get(url, headers=self._headers) as response:
            lines: list[dict[str, Any]] = await response.json()
        self._after = max([self._after, *(line["n"] for line in lines)])
        return lines

    def _tell(self, line: dict[str, Any]) -> None:
        if line["from"] == "citizen":
            return
        self._buttons = line["buttons"]
        self._show(f"< {line['text']}")
        for at, button in enumerate(self._buttons, 1):
            label = button["label"].removeprefix(f"{at}. ")
            self._show(f"    [{at}] {label}")


CHANNEL = Fetched(NAME, LIMITS)
