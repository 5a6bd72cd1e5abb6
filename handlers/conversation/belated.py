"""Belated: what answers nothing we asked, for it came late or was said to an officer.

It goes to the story, at its place in the platform's order.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from handlers.conversation.filling import into_story, refill
from handlers.conversation.place import next_key
from handlers.conversation.saying import acknowledge, ask
from handlers.conversation.scene import Scene, Turn
from handlers.conversation.showing import received, spot
from handlers.wording import say
from storage.model.dialogue import Dialogue, Shown, Words
from storage.model.message import Commanded, Incoming, Pinned, Said, Showed

TOLD = (Said, Showed, Pinned, Commanded)
T = TypeVar("T", Words, Shown)


def is_unasked(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> bool:
    """Return whether this can be no answer, whatever is being asked."""
    if not isinstance(incoming.what, TOLD):
        return False
    return dialogue.taken or is_late(incoming, scene)


def is_late(incoming: Incoming, scene: Scene) -> bool:
    """Return whether this stands before words of ours that he has heard since."""
    if incoming.position is None or scene.since is None:
        return False
    return incoming.position < scene.since


def keep(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> Turn:
    """Keep it, and put the open question again."""
    last, ack = dialogue.last, acknowledge(dialogue, "ack.early")
    match incoming.what:
        case Said(text=text):
            dialogue = _told(dialogue, incoming.cause, text, scene)
        case Commanded(words=words):
            if dialogue.taken:
                dialogue = _told(dialogue, incoming.cause, words, scene)
        case Showed() as showed:
            dialogue = _shown(dialogue, incoming.cause, showed, scene)
            ack = received(dialogue, showed)
        case Pinned() as pinned:
            dialogue = replace(dialogue, pins=(*dialogue.pins, spot(pinned)))
            ack = say("ack.pin")
    dialogue = replace(dialogue, last=last)
    key = next_key(dialogue)
    return Turn(dialogue, (ask(dialogue, key, incoming.cause, ack),))


def arranged(dialogue: Dialogue) -> Dialogue:
    """Return the dialogue with what was told in the platform's order."""
    placed = replace(
        dialogue,
        story=_in_order(dialogue.story, dialogue.places.get),
        shown=_in_order(dialogue.shown, dialogue.places.get),
    )
    is_as_before = placed.told or placed.story == dialogue.story
    return placed if is_as_before else refill(placed)


def _in_order(told: tuple[T, ...], place: Callable[[int], int | None]) -> tuple[T, ...]:
    """Return the pieces by their places; one without follows what it came after."""
    places, last = [], 0
    for piece in told:
        mine = place(piece.cause)
        last = last if mine is None else max(last, mine)
        places.append(last if mine is None else mine)
    order = sorted(range(len(told)), key=places.__getitem__)
    return tuple(told[at] for at in order)


def _told(dialogue: Dialogue, cause: int, text: str, scene: Scene) -> Dialogue:
    return into_story(dialogue, cause, text, scene.find(text)) if text else dialogue


def _shown(dialogue: Dialogue, cause: int, showed: Showed, scene: Scene) -> Dialogue:
    item = Shown(cause, showed.media, showed.media_kind, showed.duration_s)
    dialogue = replace(dialogue, shown=(*dialogue.shown, item))
    return _told(dialogue, cause, showed.caption, scene)
