"""Storing: what was decided for many conversations goes down in one transaction.

Dialogue, tip, messages, timers and inbox marks are committed together or not at all.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from handlers import effects, fetching
from handlers.conversation import closing, followup
from handlers.conversation.scene import Forget
from handlers.turn import Decided, Setting, free_codes
from handlers.wording import say
from storage import conversations, holding, outbox, sending, timers, told, turns, vault
from storage.conversations import Kept
from storage.crypt import Key
from storage.inbox import INTERNAL
from storage.model.message import Echoed
from storage.outbox import Post
from storage.told import Told
from storage.tx import Connection


def store(
    tx: Connection, decided: Sequence[Decided], setting: Setting, now: datetime
) -> frozenset[int]:
    """Store the turns whose leases still hold; return those conversations."""
    held = turns.held(tx, [one.ready.waiting for one in decided])
    ours = [one for one in decided if one.ready.conversation.id in held]
    kept = [made for one in ours for made in _kept(tx, one, setting, now)]
    keys = {made.id: made.key for made in kept}
    posts = [post for one in ours for post in _posts(one, keys, setting)]
    outbox.add(tx, posts, now)
    if silent := [made.id for made in kept if made.dialogue.muted]:
        holding.end(tx, silent, say("held.muted"))
    conversations.keep(tx, kept, now)
    due = {
        made.id: followup.timers(made.dialogue, made.id, now, setting.zone)
        for made in kept
    }
    timers.put(tx, due)
    told.note(tx, [row for one in ours for row in _read(one, keys, setting)])
    turns.finish(tx, [row.id for one in ours for row in one.ready.rows], now)
    turns.release(tx, sorted(held - keys.keys()))
    return held


def _kept(
    tx: Connection, one: Decided, setting: Setting, now: datetime
) -> Iterator[Kept]:
    """Carry out what the turn wants; nothing is kept of an erased conversation."""
    conversation = one.ready.conversation
    if conversation.key is None:
        return
    fetching.expect(tx, conversation.id, one.incoming, now)
    for echo in (i.what for i in one.incoming if isinstance(i.what, Echoed)):
        sending.echoed(tx, conversation.id, echo, now)

    def new_code() -> str:
        return free_codes(tx, setting, 1)[0]

    course = one.course
    dialogue = course.dialogue
    for end in course.ended:
        ended = effects.carry_out(
            tx, conversation, end.dialogue, end.effects, new_code, now
        )
        dialogue = closing.followed(ended, dialogue)
    dialogue = effects.carry_out(
        tx, conversation, dialogue, course.effects, new_code, now
    )
    key = _key(tx, one, conversation.key)
    yield Kept(conversation.id, key, dialogue, effects.state(dialogue))


def _posts(one: Decided, keys: dict[int, Key], setting: Setting) -> Iterator[Post]:
    conversation = one.ready.conversation
    key = keys.get(conversation.id)
    if key is None:
        return
    is_pulled = setting.ways(conversation.channel).is_pulled
    for cause, messages in one.course.messages.items():
        yield Post(conversation, key, cause, messages, is_pulled)


def _read(one: Decided, keys: dict[int, Key], setting: Setting) -> Iterator[Told]:
    """Return what a channel read in its platform's rows; of what is forgotten, nothing."""
    conversation = one.ready.conversation
    key = keys.get(conversation.id)
    if key is None or key != conversation.key:
        return
    if setting.ways(conversation.channel).is_pulled:
        return
    for row in one.ready.rows:
        whats = tuple(i.what for i in one.incoming if i.cause == row.id)
        if not row.channel.startswith(INTERNAL):
            yield Told(row.id, key, whats)


def _key(tx: Connection, one: Decided, held: Key) -> Key:
    """Return the key for what is told from now on: another one after forgetting."""
    is_forgotten = any(isinstance(effect, Forget) for effect in one.course.effects)
    return vault.key_of(tx, one.ready.conversation.id) if is_forgotten else held
