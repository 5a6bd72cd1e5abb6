"""A turn: what came in is read, decided and stored, in one transaction.

Dialogue, tip, messages, timers and inbox marks are committed together or not at all.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import partial

from handlers import effects, followup
from handlers.course import Course, play
from handlers.scene import Find, Scene
from nlp.entity import Entity
from storage import agencies, conversations, outbox, standing, timers, turns
from storage.conversations import Conversation
from storage.model.dialogue import Asking
from storage.model.line import Unread
from storage.model.message import Incoming, Limits
from storage.tx import Connection

Read = Callable[[Unread], tuple[Incoming, ...]]


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


def texts_to_read(
    tx: Connection, rows: Sequence[Unread], setting: Setting, now: datetime
) -> tuple[str, ...]:
    """Return the texts that this turn will want read, found by playing it dry.

    So the grammars run before the transaction, and never on what is still sealed.
    """
    conversation = conversations.load(tx, rows[0].conversation)
    if conversation is None or conversation.is_erased:
        return ()
    wanted: list[str] = []

    def note(text: str) -> tuple[Entity, ...]:
        wanted.append(text)
        return ()

    scene = _scene(tx, conversation, setting, note, now)
    limits = setting.ways(conversation.channel).limits
    incoming = _incoming(rows, setting, conversation)
    play(conversation.dialogue, incoming, scene, limits)
    return tuple(dict.fromkeys(wanted))


def take(
    tx: Connection, rows: Sequence[Unread], find: Find, setting: Setting, now: datetime
) -> bool:
    """Play and store a turn; False when another process holds the conversation."""
    conversation = conversations.lock(tx, rows[0].conversation)
    if conversation is None:
        return False
    fresh = turns.still_new(tx, [row.id for row in rows])
    rows = [row for row in rows if row.id in fresh]
    if rows and not conversation.is_erased:
        scene = _scene(tx, conversation, setting, find, now)
        incoming = _incoming(rows, setting, conversation)
        limits = setting.ways(conversation.channel).limits
        course = play(conversation.dialogue, incoming, scene, limits)
        _store(tx, conversation, course, setting, now)
    turns.finish(tx, [row.id for row in rows], now)
    turns.release(tx, conversation.id)
    return True


def _incoming(
    rows: Sequence[Unread], setting: Setting, conversation: Conversation
) -> list[Incoming]:
    ways = setting.ways(conversation.channel)
    return [incoming for row in rows for incoming in ways.read(row)]


def _scene(
    tx: Connection,
    conversation: Conversation,
    setting: Setting,
    find: Find,
    now: datetime,
) -> Scene:
    def delivered(asking: Asking) -> int | None:
        return outbox.position(tx, asking.cause, asking.part)

    tip = conversation.dialogue.tip
    return Scene(
        now=now,
        zone=setting.zone,
        office=agencies.first(tx),
        find=find,
        delivered=delivered,
        new_code=partial(_free_code, tx, setting),
        status=standing.status(tx, tip) if tip is not None else None,
    )


def _free_code(tx: Connection, setting: Setting) -> str:
    while standing.is_taken(tx, code := setting.new_code()):
        pass
    return code


def _store(
    tx: Connection,
    conversation: Conversation,
    course: Course,
    setting: Setting,
    now: datetime,
) -> None:
    new_code = partial(_free_code, tx, setting)
    for end in course.ended:
        effects.carry_out(tx, conversation, end.dialogue, end.effects, new_code, now)
    dialogue = effects.carry_out(
        tx, conversation, course.dialogue, course.effects, new_code, now
    )
    _say(tx, conversation, course, setting.ways(conversation.channel), now)
    conversations.keep(tx, conversation.id, dialogue, effects.state(dialogue), now)
    due = followup.timers(dialogue, conversation.id, now, setting.zone)
    timers.put(tx, conversation.id, due)


def _say(
    tx: Connection,
    conversation: Conversation,
    course: Course,
    ways: Ways,
    now: datetime,
) -> None:
    for cause, messages in course.messages.items():
        outbox.add(tx, conversation.id, cause, messages, now, is_pulled=ways.is_pulled)
