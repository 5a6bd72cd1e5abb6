"""What Zalo knows: the app, the account, its tokens, who has written, what was sent."""

import asyncio
import itertools
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.faults import Faults
from tests.fakes.zalo.faults import MESSAGE

APP_ID, APP_SECRET = "1234567890123456789", "APP_SECRET_FOR_TESTS"
OA_ID, OA_SECRET = "388613280878808645", "OA_SECRET_FOR_TESTS"
MINUTE_S = 60
BUSY = -32
TOKEN_S = 90_000

Json = dict[str, Any]


class No(Exception):
    """An answer that is not ok; Zalo gives it with status 200."""

    def __init__(self, code: int, told: str) -> None:
        super().__init__(told)
        self.code, self.told = code, told

    def body(self) -> Json:
        return {"error": self.code, "message": self.told}


@dataclass
class Tokens:
    """The one pair that is good, and all that were."""

    access: str = "access-0"
    refresh: str = "refresh-0"
    expires: float = float("inf")
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    rotations: int = 0
    code: str = ""  # an administrator has just let us in with it
    challenge: str = ""

    def rotate(self, now: float) -> Json:
        """Kill the pair and return another."""
        number = next(self.numbers)
        self.access, self.refresh = f"access-{number}", f"refresh-{number}"
        self.expires = now + TOKEN_S
        self.rotations += 1
        return {"access_token": self.access, "refresh_token": self.refresh,
                "expires_in": str(TOKEN_S)}  # fmt: skip


@dataclass
class Held:
    """A file at Zalo's; what is said of it may lie."""

    content: bytes
    expires: float = float("inf")
    moved_to: str = ""
    is_endless: bool = False
    mime: str = "application/octet-stream"


@dataclass
class World:
    """One account and all who talk with it."""

    clock: Callable[[], float] = time.time
    most: int = 4000  # calls a minute
    answer_s: float = 0.0
    is_echoing: bool = True
    is_receipting: bool = True
    proof: bool = False
    url: str = ""
    faults: Faults = field(default_factory=lambda: Faults(MESSAGE))
    tokens: Tokens = field(default_factory=Tokens)
    heard_at: dict[str, float] = field(default_factory=dict)  # who, when last
    templates: dict[str, set[str]] = field(default_factory=dict)  # name, parameters
    blocked: set[str] = field(default_factory=set)
    talks: list[Json] = field(default_factory=list)  # what people wrote
    sent: list[Json] = field(default_factory=list)  # messages as people see them
    calls: list[tuple[str, str]] = field(default_factory=list)  # call, token
    files: dict[str, Held] = field(default_factory=dict)
    pending: deque[Json] = field(default_factory=deque)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    spoke: asyncio.Event = field(default_factory=asyncio.Event)
    profile: Json = field(default_factory=lambda: {
        "oaid": OA_ID, "name": "Ban Chỉ huy Quân sự (bịa)", "is_verified": True,
        "oa_type": 4, "package_name": "Nâng cao", "num_follower": 7,
        "package_valid_through_date": "31/12/2099",
    })  # fmt: skip
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    _last_ms: int = 0
    _minute: tuple[int, int] = (0, 0)

    def tick(self) -> int:
        """Return the time in milliseconds, no two alike."""
        self._last_ms = max(self._last_ms + 1, int(self.clock() * 1000))
        return self._last_ms

    def add(self, name: str, **event: object) -> Json:
        """Queue an event and return it."""
        whole = {"app_id": APP_ID, "event_name": name, "timestamp": str(self.tick())}
        whole |= event
        self.pending.append(whole)
        self.arrived.set()
        return whole

    def name(self) -> str:
        """Return an id such as Zalo gives its messages."""
        return f"{next(self.numbers):019x}"

    def count(self) -> int:
        """Count a call; return how many are left in this minute. Raises No."""
        minute = int(self.clock() // MINUTE_S)
        used = self._minute[1] + 1 if self._minute[0] == minute else 1
        self._minute = minute, used
        if used > self.most:
            raise No(BUSY, "rate limit exceeded")
        return self.most - used

    def let_in(self, token: str) -> None:
        """Raise No unless this is the access token that is good now."""
        if token != self.tokens.access:
            known = token.startswith("access-")
            raise No(-220 if known else -216, "Access token is invalid")
        if self.clock() >= self.tokens.expires:
            raise No(-220, "Access token has expired")
