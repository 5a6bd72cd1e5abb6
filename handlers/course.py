"""A course: what came in together, played in order and answered at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.dialogue import advance
from handlers.flows import flow
from handlers.rendering import render, settle
from handlers.scene import Effect, Reply, Scene
from storage.model.dialogue import Asking, Dialogue
from storage.model.message import Incoming, Limits, Outgoing

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


def play(
    dialogue: Dialogue, incoming: Sequence[Incoming], scene: Scene, limits: Limits
) -> Course:
    """Return where the burst leads, and the one answer to all of it."""
    before = dialogue.asking
    replies: tuple[Reply, ...] = ()
    wanted: tuple[Effect, ...] = ()
    ended: tuple[Ended, ...] = ()
    for one in incoming:
        turn = advance(dialogue, one, scene)
        if turn.is_anew:
            ended = (*ended, Ended(dialogue, wanted + turn.effects))
            wanted = ()
        else:
            wanted += turn.effects
        dialogue, replies = turn.dialogue, replies + turn.replies
    asks = dialogue.asking.key if dialogue.asking else None
    replies = settle(replies, asks)
    messages, place = _render(replies, limits)
    return Course(_spoken(dialogue, before, replies, place), messages, wanted, ended)


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


def _spoken(
    dialogue: Dialogue,
    before: Asking | None,
    replies: Sequence[Reply],
    place: tuple[int, int] | None,
) -> Dialogue:
    """Note what was put to the teller; a question put before stays the one first shown."""
    dialogue = replace(dialogue, spoken=dialogue.spoken + bool(replies))
    asking = dialogue.asking
    if asking is None or place is None:
        return dialogue
    if before is None or _seen(asking) != _seen(before):
        asking = replace(asking, cause=place[0], part=place[1])
    times = dialogue.times + 1 if dialogue.put == asking.key else 1
    dialogue = replace(dialogue, asking=asking, put=asking.key, times=times)
    if _is_counted(dialogue, asking.key):
        dialogue = replace(dialogue, asked=(*dialogue.asked, asking.key))
    return dialogue


def _seen(asking: Asking) -> tuple[str, int, tuple[str, ...]]:
    return asking.key, asking.cause, asking.choices


def _is_counted(dialogue: Dialogue, key: str) -> bool:
    """Return whether this is a follow-up of ours that was not put before."""
    question = flow(dialogue.flow).question(key)
    is_ours = question is not None and question.is_asked and key != dialogue.fixing
    return is_ours and key not in dialogue.asked
