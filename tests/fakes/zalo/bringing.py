"""Bringing events to the webhook: signed, again until it says yes, in order in a chat.

Zalo writes the same JSON in many ways, and so do we. On demand each event is brought
several times, and what waits is shuffled first.
"""

import asyncio
import json
import time
from collections.abc import Sequence
from hashlib import sha256
from random import Random

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.fakes.zalo.world import APP_ID, OA_ID, OA_SECRET, Json, World

HEADER, RETRY = "X-ZEvent-Signature", "num_retry"
AGAIN_S, PATIENCE_S = 0.1, 60.0
IN_TIME_S = 2.0


class Bringer:
    """Brings what is pending to the webhook at `url`, while there is one."""

    def __init__(self, world: World, http: ClientSession) -> None:
        self._world, self._http = world, http
        self.dice = Random(7)  # noqa: S311 - a test's dice
        self.url = ""
        self.copies = 1
        self.is_held = False
        self.slowest_s = 0.0
        self.statuses: list[int] = []
        self._last: dict[str, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        while True:
            await self._world.arrived.wait()
            self._world.arrived.clear()
            if self.url and not self.is_held:
                self.begin(self._taken())

    async def release(self, dice: Random | None = None, copies: int = 1) -> None:
        """Bring all that was held: shuffled and several times; wait until it is in."""
        bodies = [written(event, self.dice) for event in self._taken()] * copies
        if dice is not None:
            dice.shuffle(bodies)
        await asyncio.gather(*(self.bring(body) for body in bodies))
        self.is_held = False

    async def settled(self) -> None:
        """Wait until all that was sent has been taken in."""
        if self.url and not self.is_held:
            self.begin(self._taken())
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def begin(self, events: Sequence[Json]) -> None:
        for event in events:
            whose = person_of(event)
            before = self._last.get(whose)
            task = asyncio.ensure_future(self._in_turn(event, before))
            self._last[whose] = task
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _in_turn(self, event: Json, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait({before})
        body = written(event, self.dice)
        for _ in range(self.copies):
            await self.bring(body)

    async def bring(self, body: bytes) -> None:
        """Bring one body until it is taken."""
        tries = 0
        while await self.post(body, signed(body, tries)) != 200:
            tries += 1
            await asyncio.sleep(AGAIN_S)

    async def post(self, body: bytes, headers: dict[str, str]) -> int:
        """Bring a body once, however it is signed; return the status, 0 for none."""
        began, status = time.monotonic(), 0
        try:
            async with self._http.post(
                self.url, data=body, headers=headers,
                timeout=ClientTimeout(total=PATIENCE_S),
            ) as answer:  # fmt: skip
                await answer.read()
                status = answer.status
        except (ClientError, TimeoutError, OSError):
            pass
        self.slowest_s = max(self.slowest_s, time.monotonic() - began)
        self.statuses.append(status)
        return status

    def _taken(self) -> list[Json]:
        events = list(self._world.pending)
        self._world.pending.clear()
        return events


def written(event: Json, dice: Random) -> bytes:
    """Return an event's bytes, as Zalo might write them."""
    names = list(event)
    dice.shuffle(names)
    told = {name: event[name] for name in names}
    if dice.random() < 0.3:
        told["timestamp"] = int(told["timestamp"])
    gaps = (",", ":") if dice.random() < 0.5 else (", ", ": ")
    is_escaped = dice.random() < 0.5
    return json.dumps(told, ensure_ascii=is_escaped, separators=gaps).encode()


def signed(body: bytes, tries: int = 0, secret: str = OA_SECRET) -> dict[str, str]:
    """Return the headers beside a body."""
    stamp = str(json.loads(body)["timestamp"])
    mac = sha256(b"".join((APP_ID.encode(), body, stamp.encode(), secret.encode())))
    headers = {"Content-Type": "application/json", HEADER: f"mac={mac.hexdigest()}"}
    return headers | ({RETRY: str(tries)} if tries else {})


def person_of(event: Json) -> str:
    """Return whose event this is."""
    sides = (event.get(side, {}).get("id") for side in ("sender", "recipient"))
    others = (*sides, event.get("follower", {}).get("id"), event.get("user_id"))
    return next((str(one) for one in others if one and one != OA_ID), "")
