"""A turn: what came in is gathered, decided without a database, and then stored.

Many conversations are played at once: gathering and storing them together costs hardly
more than one. Between the two each is held by its lease.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property

from handlers.conversation.bursts import Place, awaited
from handlers.conversation.course import Course, play
from handlers.conversation.scene import Scene
from nlp.entity import Entity
from storage import agencies, inbox, outbox, standing, turns
from storage.codec import unpack_what
from storage.conversations import Conversation
from storage.model.agency import Agency
from storage.model.dialogue import Asking, Consent
from storage.model.limits import Limits
from storage.model.line import Unread
from storage.model.message import Incoming, Said
from storage.model.tip import TipStatus
from storage.turns import Waiting
from storage.tx import Connection

Read = Callable[[Unread], tuple[Incoming, ...]]
Found = Mapping[str, tuple[Entity, ...]]


@dataclass(frozen=True, slots=True)
class Ways:
    """How one channel's rows are read and what its messages may be."""

    read: Read
    limits: Limits
    is_pulled: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What all turns of a process share."""

    ways: Callable[[str], Ways]
    zone: tzinfo
    new_code: Callable[[], str]


@dataclass(frozen=True)
class Ready:
    """A conversation with all that its turn may know of the database."""

    waiting: Waiting
    setting: Setting
    office: Agency
    code: str  # that no tip has
    delivered: Mapping[Place, int]  # where our messages stand that arrived
    status: TipStatus | None

    @property
    def conversation(self) -> Conversation:
        return self.waiting.conversation

    @property
    def rows(self) -> tuple[Unread, ...]:
        return self.waiting.rows

    @property
    def ways(self) -> Ways:
        return self.setting.ways(self.conversation.channel)

    @cached_property
    def incoming(self) -> tuple[Incoming, ...]:
        """Return what the rows mean."""
        return tuple(one for row in self.rows for one in read(row, self.ways))


@dataclass(frozen=True, slots=True)
class Decided:
    """Where a conversation goes; `wanted` are the texts whose reading it asked for."""

    ready: Ready
    course: Course
    wanted: tuple[str, ...]

    @property
    def incoming(self) -> tuple[Incoming, ...]:
        return self.ready.incoming


def gather(
    tx: Connection, setting: Setting, most: int, now: datetime
) -> tuple[Ready, ...]:
    """Lease at most so many conversations; return all that their turns may know."""
    waiting = turns.take(tx, now, most)
    if not waiting:
        return ()
    dialogues = [one.conversation.dialogue for one in waiting]
    asked = [place for dialogue in dialogues for place in awaited(dialogue)]
    delivered = outbox.positions(tx, asked) if asked else {}
    tips = [d.tip for d in dialogues if d.tip is not None]
    statuses = standing.statuses(tx, tips) if tips else {}
    codes = free_codes(tx, setting, len(waiting))
    office = agencies.first(tx)
    return tuple(
        Ready(
            one,
            setting,
            office,
            code,
            delivered,
            statuses.get(dialogue.tip or 0),
        )
        for one, dialogue, code in zip(waiting, dialogues, codes, strict=True)
    )


def decide(ready: Ready, found: Found, setting: Setting, now: datetime) -> Decided:
    """Return where the conversation goes, given what the readers found so far.

    Grammars run outside of this: before it what is likely to be wanted, and once more
    whatever was wanted besides.
    """
    wanted: dict[str, None] = {}

    def find(text: str) -> tuple[Entity, ...]:
        wanted[text] = None
        return found.get(text, ())

    dialogue, limits = ready.conversation.dialogue, ready.ways.limits
    scene = _scene(ready, find, setting, now)
    course = play(dialogue, ready.incoming, scene, limits)
    return Decided(ready, course, tuple(wanted))


def likely(ready: Ready) -> Iterator[str]:
    """Return what the turn will most likely want read; nothing of what is sealed."""
    if ready.conversation.dialogue.consent is not Consent.GIVEN:
        return
    for one in ready.incoming:
        if isinstance(one.what, Said):
            yield one.what.text


def read(row: Unread, ways: Ways) -> tuple[Incoming, ...]:
    """Return what a row means; what we put there ourselves no channel can know."""
    if not inbox.is_ours(row.channel):
        return ways.read(row)
    return (Incoming(row.id, row.at, unpack_what(row.body), row.position),)


def free_codes(tx: Connection, setting: Setting, count: int) -> list[str]:
    """Return codes that no tip has; the table itself refuses a second of one."""
    codes: list[str] = []
    while len(codes) < count:
        drawn = [setting.new_code() for _ in range(count - len(codes))]
        taken = standing.taken(tx, drawn)
        codes += [code for code in dict.fromkeys(drawn) if code not in taken]
    return codes


def _scene(
    ready: Ready,
    find: Callable[[str], tuple[Entity, ...]],
    setting: Setting,
    now: datetime,
) -> Scene:
    def delivered(question: Asking) -> int | None:
        return ready.delivered.get((question.cause, question.part))

    codes = iter((ready.code,))
    return Scene(
        now=now,
        zone=setting.zone,
        office=ready.office,
        find=find,
        delivered=delivered,
        new_code=lambda: next(codes, None) or setting.new_code(),
        status=ready.status,
    )
