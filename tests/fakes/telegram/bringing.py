"""Bringing updates to the webhook: again until it says yes, in order within a chat.

On demand each is brought several times, and what waits is shuffled first.
"""

import asyncio
import json
import time
from collections.abc import Sequence
from random import Random

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.fakes.telegram.world import Json, World

HEADER = "X-Telegram-Bot-Api-Secret-Token"
AGAIN_S = 0.1
PATIENCE_S = 60.0


class Bringer:
    """Brings what is pending to the webhook, while there is one."""

    def __init__(self, world: World, http: ClientSession) -> None:
        self._world, self._http = world, http
        self.copies = 1
        self.is_held = False
        self._last: dict[int, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        while True:
            await self._world.arrived.wait()
            self._world.arrived.clear()
            if self._world.webhook.url and not self.is_held:
                self.begin(self._taken())

    async def release(self, dice: Random | None = None, copies: int = 1) -> None:
        """Bring all that was held: shuffled and several times; wait until it is in."""
        updates = self._taken() * copies
        if dice is not None:
            dice.shuffle(updates)
        await asyncio.gather(*(self.bring(update) for update in updates))
        self.is_held = False

    async def settled(self) -> None:
        """Wait until all that was sent has been taken in."""
        if self._world.webhook.url and not self.is_held:
            self.begin(self._taken())
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def begin(self, updates: Sequence[Json]) -> None:
        for update in updates:
            chat = chat_of(update)
            before = self._last.get(chat)
            task = asyncio.ensure_future(self._in_turn(update, before))
            self._last[chat] = task
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _in_turn(self, update: Json, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait({before})
        for _ in range(self.copies):
            await self.bring(update)

    async def bring(self, update: Json) -> None:
        """Bring one update until it is taken, or no webhook is left."""
        self._world.under_way += 1
        try:
            while True:
                if not self._world.webhook.url:
                    self._world.put_back(update)
                    return
                if await self._is_taken(update):
                    return
                await asyncio.sleep(AGAIN_S)
        finally:
            self._world.under_way -= 1

    async def _is_taken(self, update: Json) -> bool:
        hook = self._world.webhook
        headers = {"Content-Type": "application/json"}
        if hook.secret:
            headers[HEADER] = hook.secret
        body = json.dumps(update, ensure_ascii=False).encode()
        try:
            async with self._http.post(
                hook.url, data=body, headers=headers,
                timeout=ClientTimeout(total=PATIENCE_S),
            ) as answer:  # fmt: skip
                await answer.read()
                if answer.status < 300:
                    return True
                self._failed(f"Wrong response from the webhook: {answer.status}")
        except (ClientError, TimeoutError, OSError) as error:
            self._failed(f"Connection failed: {type(error).__name__}")
        return False

    def _failed(self, words: str) -> None:
        self._world.webhook.last_error = words
        self._world.webhook.last_error_at = int(time.time())

    def _taken(self) -> list[Json]:
        updates = list(self._world.pending)
        self._world.pending.clear()
        return updates


def chat_of(update: Json) -> int:
    """Return whose update this is."""
    subject = next(value for name, value in update.items() if name != "update_id")
    message = subject.get("message", subject)
    return int(message["chat"]["id"])
