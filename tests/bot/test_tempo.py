"""Whatever comes, no platform ever counts one message too many, and nothing waits on.

Times are whole numbers here, so that sums are exact.
"""

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channel import Pace
from bot.tempo import Tempo

CHATS = 3
LONGEST = 9
PACES = st.builds(Pace, st.integers(1, 3), st.integers(1, 6), st.integers(0, 8))
# What happens, to which chat, after how long.
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("send",) * 4 + ("end",) * 4 + ("rest", "hold", "hand over")),
        st.integers(0, CHATS - 1),
        st.integers(0, LONGEST),
    ),
    min_size=30,
    max_size=60,
)


@dataclass
class Office:
    """Sends as the sender loop does: asks, is slow to begin, hears of the end."""

    pace: Pace
    time: int = 0
    started: dict[int, int] = field(default_factory=dict)  # chat → when
    tries: list[tuple[int, int, int]] = field(default_factory=list)  # chat, from, to
    told: list[tuple[int | None, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tempo = Tempo(self.pace, self.time)

    def step(self, what: str, chat: int, wait: int) -> None:
        if what == "send":
            self.send(chat, wait)
            return
        self.time += wait
        if what == "end" and chat in self.started:
            self.end(chat)
        elif what == "rest":
            self.tempo.rest(chat, self.time + wait)
            self.told.append((chat, self.time + wait))
        elif what == "hold":
            self.tempo.hold(self.time + wait)
            self.told.append((None, self.time + wait))
        elif what == "hand over":
            self.end_all()
            self.tempo = Tempo(self.pace, self.time)
            self.told = []  # what the other was told is gone with him

    def send(self, chat: int, wait: int) -> None:
        asked = self.time
        may = self.tempo.room(asked) > 0 and chat not in self.tempo.resting(asked)
        self.time += wait  # until the database has answered, or we ask again
        if may:
            self.tempo.begin(chat)
            self.started[chat] = self.time
            waits = [until for whom, until in self.told if whom in (None, chat)]
            assert all(until <= asked for until in waits)

    def end(self, chat: int) -> None:
        self.tries.append((chat, self.started.pop(chat), self.time))
        self.tempo.end(chat, self.time)

    def end_all(self) -> None:
        for chat in list(self.started):
            self.end(chat)


@settings(max_examples=150, deadline=None)
@given(PACES, STEPS, st.randoms(use_true_random=False))
def test_no_window_and_no_chat_ever_sees_one_too_many(pace, steps, dice):
    office = Office(pace)

    for what, chat, wait in steps:
        office.step(what, chat, wait)
    office.end_all()

    counted = [(dice.choice((start, end)), chat) for chat, start, end in office.tries]
    assert _fullest(counted, pace.window_s) <= pace.most
    for chat in range(CHATS):
        times = sorted(time for time, whose in counted if whose == chat)
        assert all(two - one >= pace.chat_s for one, two in pairwise(times))


@settings(max_examples=50, deadline=None)
@given(PACES, STEPS)
def test_nothing_waits_for_ever(pace, steps):
    office = Office(pace)
    for what, chat, wait in steps:
        office.step(what, chat, wait)
    office.end_all()

    waits, time = 0, office.time
    tempo = office.tempo
    while tempo.room(time) < pace.most or tempo.resting(time):
        time += tempo.next_change(time)
        waits += 1

    assert waits <= 2 * len(steps) + 2
    assert time <= office.time + LONGEST + max(pace.window_s, pace.chat_s)


def test_whoever_begins_waits_a_window():
    tempo = Tempo(Pace(most=30, window_s=1, chat_s=0), begun=100)

    assert [tempo.room(time) for time in (100, 100.9, 101)] == [0, 0, 30]


def test_whoever_begins_lets_every_chat_rest_as_well():
    tempo = Tempo(Pace(most=30, window_s=1, chat_s=5), begun=100)

    assert [tempo.room(time) for time in (101, 104.9, 105)] == [0, 0, 30]


def test_a_try_counts_from_its_start_until_a_window_after_its_end():
    tempo = Tempo(Pace(most=30, window_s=10, chat_s=0), begun=0)
    tempo.begin(7)
    assert tempo.room(50) == 29

    tempo.end(7, 60)

    assert [tempo.room(time) for time in (69, 70)] == [29, 30]


def test_a_told_wait_outlives_the_try_that_brought_it():
    tempo = Tempo(Pace(most=30, window_s=1, chat_s=1), begun=0)
    tempo.begin(7)

    tempo.rest(7, 60)
    tempo.end(7, 10)

    assert tempo.resting(59) == [7]
    assert tempo.resting(60) == []


def test_while_there_is_room_nothing_is_waited_for():
    tempo = Tempo(Pace(most=2, window_s=10, chat_s=0), begun=0)
    tempo.begin(7)
    tempo.end(7, 50)
    assert tempo.next_change(51) == 10  # the room that is given back then is not missed

    tempo.begin(8)
    tempo.end(8, 52)

    assert tempo.next_change(53) == 7


def _fullest(counted: list[tuple[int, int]], window: float) -> int:
    """Return the most that stand in one window, wherever it begins."""
    times = Counter(time for time, _ in counted)
    return max(
        (
            sum(n for time, n in times.items() if begin <= time < begin + window)
            for begin in times
        ),
        default=0,
    )
