"""A turn: what came in is read, decided and stored, in one transaction.

Dialogue, tip, messages, timers and inbox marks are committed together or not at all.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import partial

from handlers import effects, followup
from handlers.dialogue import advance
from handlers.rendering import render, settle
from handlers.scene import Effect, Find, Reply, Scene
from nlp.entity import Entity
from storage import agencies, conversations, outbox, standing, timers, turns
from storage.conversations import Conversation
from storage.model.dialogue import Asking, Dialogue
from storage.model.line import Unread
from storage.model.message import Incoming, Limits, Outgoing
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


@dataclass(frozen=True, slots=True)
class Course:
    """What a burst led to, before it is stored."""

    dialogue: Dialogue
    replies: tuple[Reply, ...]
    effects: tuple[Effect, ...]


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
    _play(conversation.dialogue, _incoming(rows, setting, conversation), scene)
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
        course = _play(conversation.dialogue, incoming, scene)
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


def _play(dialogue: Dialogue, incoming: Sequence[Incoming], scene: Scene) -> Course:
    replies: tuple[Reply, ...] = ()
    wanted: tuple[Effect, ...] = ()
    for one in incoming:
        turn = advance(dialogue, one, scene)
        dialogue = turn.dialogue
        replies, wanted = replies + turn.replies, wanted + turn.effects
    return Course(dialogue, settle(replies), wanted)


def _store(
    tx: Connection,
    conversation: Conversation,
    course: Course,
    setting: Setting,
    now: datetime,
) -> None:
    new_code = partial(_free_code, tx, setting)
    dialogue = effects.carry_out(
        tx, conversation, course.dialogue, course.effects, new_code, now
    )
    dialogue = _say(tx, conversation, dialogue, course.replies, setting, now)
    conversations.keep(tx, conversation.id, dialogue, effects.state(dialogue), now)
    due = followup.timers(dialogue, conversation.id, now, setting.zone)
    timers.put(tx, conversation.id, due)


def _say(
    tx: Connection,
    conversation: Conversation,
    dialogue: Dialogue,
    replies: Sequence[Reply],
    setting: Setting,
    now: datetime,
) -> Dialogue:
    """Queue the replies; the question's place among them is kept in the dialogue."""
    ways = setting.ways(conversation.channel)
    for cause in dict.fromkeys(reply.cause for reply in replies):
        messages: list[Outgoing] = []
        for reply in (one for one in replies if one.cause == cause):
            messages += render(reply, ways.limits)
            dialogue = _placed(dialogue, reply, replies, len(messages) - 1)
        outbox.add(tx, conversation.id, cause, messages, now, is_pulled=ways.is_pulled)
    return dialogue


def _placed(
    dialogue: Dialogue, reply: Reply, replies: Sequence[Reply], part: int
) -> Dialogue:
    asking = dialogue.asking
    if asking is None or reply.asks != asking.key:
        return dialogue
    # Only a question first put in this very burst: an older one was seen before.
    if asking.cause < replies[0].cause and not _is_of(asking, replies):
        return dialogue
    return replace(dialogue, asking=Asking(asking.key, reply.cause, part))


def _is_of(asking: Asking, replies: Sequence[Reply]) -> bool:
    return any(reply.cause == asking.cause for reply in replies)
