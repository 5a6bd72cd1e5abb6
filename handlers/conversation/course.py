"""A course: what came in together, played in the platform's order, answered at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.conversation import alerting
from handlers.conversation.address import spoken_to
from handlers.conversation.albums import quieted
from handlers.conversation.attribution import asking
from handlers.conversation.bursts import (
    as_heard,
    current,
    is_destroyed,
    is_logged,
    restored,
    unsaid,
    within,
)
from handlers.conversation.ordering import in_order, place_of
from handlers.conversation.place import is_standing
from handlers.conversation.putting import put
from handlers.conversation.quiet import sayable
from handlers.conversation.rendering import render, settle
from handlers.conversation.saying import acknowledge
from handlers.conversation.scene import Effect, File, Forget, Reply, Scene, Turn
from handlers.dialogue import advance, told
from storage.model.altering import altered
from storage.model.dialogue import UNPUT, Asking, Burst, Dialogue
from storage.model.limits import Limits
from storage.model.message import Incoming, Outgoing

Messages = dict[int, tuple[Outgoing, ...]]


@dataclass(frozen=True, slots=True)
class Ended:
    """A telling that gave way to another, and what it still wanted done."""

    dialogue: Dialogue
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """What a burst led to, before it is stored; messages by the row that caused them."""

    dialogue: Dialogue
    messages: Messages
    effects: tuple[Effect, ...]
    ended: tuple[Ended, ...] = ()


@dataclass(frozen=True, slots=True)
class Played:
    """How far the course was played; `fresh` are the rows that it answers."""

    dialogue: Dialogue
    burst: Burst | None
    fresh: tuple[int, ...]
    replies: tuple[Reply, ...] = ()
    wanted: tuple[Effect, ...] = ()
    ended: tuple[Ended, ...] = ()


def play(
    dialogue: Dialogue, incoming: Sequence[Incoming], scene: Scene, limits: Limits
) -> Course:
    """Return where the burst leads, and the one answer to all of it."""
    incoming = in_order(incoming)
    fresh = tuple(one.cause for one in incoming)
    played = Played(altered(dialogue, burst=None), dialogue.burst, fresh)
    for one in incoming:
        played = _take(played, one, scene)
    return _answered(played, dialogue, incoming, limits)


def _take(played: Played, one: Incoming, scene: Scene) -> Played:
    """Play one thing; with all that it belongs before, if that was played already."""
    before, burst = played.burst, current(played.dialogue, played.burst, one, scene)
    if is_destroyed(played.dialogue, burst, one):
        return replace(played, burst=burst, wanted=(*played.wanted, Forget()))
    if not is_logged(one):
        return _step(played, burst, one, scene)
    heard = as_heard(burst, played.dialogue)
    if heard is not played.dialogue:
        played = replace(played, dialogue=heard)
    log = in_order((*burst.log, one))
    if log[-1] is one and not _begins_with_more(burst, before):
        return _on(played, replace(burst, log=log), one, scene)
    return _again(played, burst, log, scene)


def _on(played: Played, burst: Burst, one: Incoming, scene: Scene) -> Played:
    """Play on in a burst, as if what it asks by itself had been asked."""
    if burst.own is None:
        return _step(played, burst, one, scene)
    asked = played.dialogue.asking
    alone = replace(played, dialogue=replace(played.dialogue, asking=burst.own))
    return _stood_for(_step(alone, replace(burst, own=None), one, scene), asked)


def _stood_for(played: Played, asked: Asking | None) -> Played:
    """Return the course with the question that stands in the chat for its own."""
    dialogue, burst = played.dialogue, played.burst
    own = dialogue.asking
    if not asked or not own or (asked.key, asked.choices) != (own.key, own.choices):
        return played
    burst = replace(burst, own=own) if burst and own != asked else burst
    return replace(played, dialogue=replace(dialogue, asking=asked), burst=burst)


def _begins_with_more(burst: Burst, before: Burst | None) -> bool:
    """Return whether the next burst has begun, with what was played in the one before."""
    is_next = before is not None and burst.before is not before.before
    return is_next and bool(burst.log)


def _again(
    played: Played, burst: Burst, log: Sequence[Incoming], scene: Scene
) -> Played:
    """Play a whole burst again; what was said to it is not said twice."""
    stood, causes = played.dialogue, {one.cause for one in log}
    others = tuple(r for r in played.replies if r.cause not in causes)
    again = replace(played, dialogue=restored(burst, stood), replies=())
    again = replace(again, burst=replace(burst, log=(), own=None))
    for one in log:
        now = again.burst or burst
        again = _step(again, replace(now, log=(*now.log, one)), one, scene)
    again = _brought_up(again, stood)
    return replace(again, replies=others + _unsaid(again, burst))


def _brought_up(played: Played, stood: Dialogue) -> Played:
    """Return the course with the question that stands, and the tip as it is now told."""
    played = _stood_for(played, stood.asking)
    dialogue, wanted = played.dialogue, played.wanted
    if dialogue.tip is not None and told(dialogue) != told(stood):
        wanted = (*wanted, File(draft=not dialogue.confirmed))
    return replace(played, wanted=wanted)


def _unsaid(played: Played, burst: Burst) -> tuple[Reply, ...]:
    """Return what is still to be said; something is, to whatever came last."""
    dialogue, cause = played.dialogue, played.fresh[-1]
    replies = unsaid(played.replies, burst, played.fresh)
    if settle(replies, dialogue.asking.key if dialogue.asking else None):
        return replies
    key = "ack.added" if dialogue.confirmed else "ack.early"
    return (Reply(cause, key, acknowledge(dialogue, key, code=dialogue.code)),)


def _step(played: Played, burst: Burst, one: Incoming, scene: Scene) -> Played:
    turn = advance(played.dialogue, one, within(scene, burst))
    ended, wanted = played.ended, played.wanted + turn.effects
    if turn.is_anew:
        ended, wanted = (*ended, Ended(played.dialogue, wanted)), ()
    wanted += alerting.owed(turn.dialogue)
    after, replies = _after(burst, turn, one), played.replies + turn.replies
    return Played(turn.dialogue, after, played.fresh, replies, wanted, ended)


def _after(burst: Burst, turn: Turn, one: Incoming) -> Burst:
    """Return the burst as it goes on: nothing before what cannot be taken back."""
    is_forgotten = any(isinstance(effect, Forget) for effect in turn.effects)
    if not (is_forgotten or turn.is_anew):
        return burst
    since = burst.since if one.position is None else one.position
    closed = replace(burst, before=turn.dialogue, log=(), since=since)
    closed = replace(closed, asked_at=None, closed_at=place_of(one))
    return replace(closed, tail=None, own=None)


def _answered(
    played: Played, begun: Dialogue, incoming: Sequence[Incoming], limits: Limits
) -> Course:
    """Return the course with the one answer to all that is fresh in it."""
    dialogue = played.dialogue
    asks = dialogue.asking.key if dialogue.asking else None
    album, replies = quieted(begun, incoming, settle(played.replies, asks))
    replies = asking(dialogue, sayable(dialogue, replies), limits)
    replies = tuple(spoken_to(reply, dialogue) for reply in replies)
    messages, place = _render(replies, limits)
    if place is None:
        dialogue = _unput(played, begun.asking)
    dialogue = put(dialogue, begun.asking, replies, place)
    burst = _said(played.burst, replies) if played.burst else None
    dialogue = altered(dialogue, burst=burst, album=album)
    return Course(dialogue, messages, played.wanted, played.ended)


def _unput(played: Played, held: Asking | None) -> Dialogue:
    """Return the dialogue whose new question nobody has heard; an older one may stand."""
    dialogue, burst = played.dialogue, played.burst
    asking, before = dialogue.asking, burst.before.asking if burst else None
    is_older = asking == before and before and before.cause not in played.fresh
    if asking is None or asking == held or is_older:
        return dialogue
    if held is not None and is_standing(dialogue, held.key):
        return replace(dialogue, asking=held)
    return replace(dialogue, asking=replace(asking, cause=UNPUT))


def _said(burst: Burst, replies: Sequence[Reply]) -> Burst:
    """Note what was said since the burst began, and where it stands first."""
    if not replies:
        return burst
    spoke = burst.spoke or (replies[0].cause, 0)
    keys = dict.fromkeys((*burst.said, *(reply.key for reply in replies)))
    tail = _said(burst.tail, replies) if burst.tail else None
    return replace(burst, spoke=spoke, said=tuple(keys), tail=tail)


def _render(
    replies: Sequence[Reply], limits: Limits
) -> tuple[Messages, tuple[int, int] | None]:
    """Return the messages, and at which of them the question stands."""
    messages: Messages = {}
    place = None
    for reply in replies:
        said = messages.get(reply.cause, ()) + render(reply, limits)
        messages[reply.cause] = said
        place = (reply.cause, len(said) - 1) if reply.asks else place
    return messages, place
