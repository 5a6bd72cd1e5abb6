"""What Telegram knows: chats, updates that wait, files, the webhook, its patience."""

import asyncio
import itertools
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.faults import Faults
from tests.fakes.telegram.faults import MESSAGE

TOKEN = "700000001:INVENTED-token_of-nobody"
MOST, WINDOW_S, CHAT_S = 30, 1.0, 1.0
SLACK_S = 0.05  # the way to us is not equally long for each message
LINK_S = 3600.0

Json = dict[str, Any]


class No(Exception):
    """An answer that is not ok."""

    def __init__(self, code: int, words: str, **parameters: int) -> None:
        super().__init__(words)
        self.code, self.words, self.parameters = code, words, parameters

    def body(self) -> Json:
        told = {"parameters": self.parameters} if self.parameters else {}
        return {"ok": False, "error_code": self.code, "description": self.words, **told}


@dataclass
class Webhook:
    """Where updates are brought, and how that went."""

    url: str = ""
    secret: str = ""
    allowed: list[str] = field(default_factory=list)
    last_error: str = ""
    last_error_at: int = 0


@dataclass
class Held:
    """A file at Telegram; `size` may lie."""

    content: bytes
    size: int
    path: str = ""
    expires: float = 0.0


@dataclass
class World:
    """One bot and all who talk with it."""

    token: str = TOKEN
    username: str = "manhmoi_invented_bot"
    is_paced: bool = True
    answer_s: float = 0.0
    link_s: float = LINK_S
    clock: Callable[[], float] = time.monotonic
    faults: Faults = field(default_factory=lambda: Faults(MESSAGE))
    webhook: Webhook = field(default_factory=Webhook)
    members: dict[int, str] = field(default_factory=dict)  # chat → how it stands
    sent: dict[int, list[Json]] = field(default_factory=dict)  # chat → what we said
    keyboards: dict[int, list[Json]] = field(default_factory=dict)  # chat → its keys
    calls: list[tuple[float, str, Json]] = field(default_factory=list)
    queries: set[str] = field(default_factory=set)  # presses that wait for an answer
    files: dict[str, Held] = field(default_factory=dict)
    pending: deque[Json] = field(default_factory=deque)
    under_way: int = 0  # taken for the webhook, which has not said yes yet
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    listening: dict[int, asyncio.Event] = field(default_factory=dict)  # by chat
    poller: asyncio.Task[Any] | None = None
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    updates: "itertools.count[int]" = field(
        default_factory=lambda: itertools.count(880_000_001)
    )
    _times: dict[int | None, deque[float]] = field(default_factory=dict)

    @property
    def bot(self) -> Json:
        number = int(self.token.partition(":")[0])
        return {"id": number, "is_bot": True, "first_name": "Manh Mối",
                "username": self.username}  # fmt: skip

    def add(self, kind: str, what: Json) -> Json:
        """Queue an update and return it."""
        update = {"update_id": next(self.updates), kind: what}
        self.pending.append(update)
        self.arrived.set()
        return update

    def put(self, chat: int, message: Json) -> None:
        """Let a message of the bot's stand in a chat."""
        self.sent.setdefault(chat, []).append(message)
        self.listening.pop(chat, asyncio.Event()).set()

    def put_back(self, update: Json) -> None:
        """Let an update that nobody took wait again."""
        waiting = sorted([*self.pending, update], key=lambda one: one["update_id"])
        self.pending = deque(waiting)
        self.arrived.set()

    def keep_pace(self, chat: int) -> None:
        """Raise No where more is sent than Telegram takes; what is refused counts not."""
        if not self.is_paced:
            return
        now = self.clock()
        for whose, most, window in ((None, MOST, WINDOW_S), (chat, 1, CHAT_S)):
            times = self._times.setdefault(whose, deque())
            while times and times[0] <= now - window + SLACK_S:
                times.popleft()
            if len(times) >= most:
                raise No(429, "Too Many Requests: retry after 1", retry_after=1)
        self._times[None].append(now)
        self._times[chat].append(now)
