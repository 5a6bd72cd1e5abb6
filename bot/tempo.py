"""Tempo: when the next message may go, so that no platform ever gets one too many.

A try takes its place in the window from its start until a whole window after its end: the
platform counted it somewhere in between, and its clock is not ours.
"""

from collections import deque
from dataclasses import dataclass, field

from bot.channel import Pace


@dataclass(slots=True)
class Tempo:
    """The last tries of one account; times are seconds of a clock that never goes back.

    Whoever begins waits as long as a try counts: another may have sent until just now.
    """

    pace: Pace
    begun: float
    _ended: deque[float] = field(default_factory=deque)
    _under_way: set[int] = field(default_factory=set)
    _resting: dict[int, float] = field(default_factory=dict)  # chat → until
    _held_until: float = 0.0

    def __post_init__(self) -> None:
        self._held_until = self.begun + max(self.pace.window_s, self.pace.chat_s)

    def room(self, now: float) -> int:
        """Return how many messages may go right now."""
        if now < self._held_until:
            return 0
        while self._ended and self._ended[0] + self.pace.window_s <= now:
            self._ended.popleft()
        return self.pace.most - len(self._ended) - len(self._under_way)

    def resting(self, now: float) -> list[int]:
        """Return the chats that get nothing right now."""
        for chat, until in list(self._resting.items()):
            if until <= now:
                del self._resting[chat]
        return sorted(self._under_way | self._resting.keys())

    def begin(self, chat: int) -> None:
        """Note that a message to this chat goes out."""
        self._under_way.add(chat)

    def end(self, chat: int, now: float) -> None:
        """Note that its try has ended, however it did."""
        self._under_way.discard(chat)
        self._ended.append(now)
        self.rest(chat, now + self.pace.chat_s)

    def rest(self, chat: int, until: float) -> None:
        """Leave a chat alone, as we were told."""
        self._resting[chat] = max(until, self._resting.get(chat, 0.0))

    def hold(self, until: float) -> None:
        """Send nothing at all until then, as we were told."""
        self._held_until = max(until, self._held_until)

    def next_change(self, now: float) -> float:
        """Return in how many seconds more may go than now, if something may not."""
        times = [self._held_until, *self._resting.values()]
        if self.room(now) <= 0:
            times += [ended + self.pace.window_s for ended in self._ended]
        later = [time - now for time in times if time > now]
        return min(later, default=self.pace.window_s)
