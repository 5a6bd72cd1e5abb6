"""Pressing: a button carries its question's key, so an old one corrects that answer."""

from dataclasses import replace

from handlers.conversation import another, answering, closing, rights
from handlers.conversation.consenting import CONSENT
from handlers.conversation.kinds import KIND
from handlers.conversation.place import (
    ADDRESS,
    CONFIRM,
    FIX,
    RIGHT,
    STORY,
    WHICH,
    next_key,
)
from handlers.conversation.saying import acknowledge, ask, choices
from handlers.conversation.scene import Scene, Turn
from storage.model.dialogue import Dialogue, Words
from storage.model.message import Incoming, Pressed

OFFERED = (KIND, ADDRESS)  # at any time


def press(
    dialogue: Dialogue, incoming: Incoming, pressed: Pressed, scene: Scene
) -> Turn:
    """Return what a button leads to, however late it is pressed."""
    cause, key, value = incoming.cause, pressed.key, pressed.value
    if (key, value) == ("more", closing.NEW) and dialogue.undecided:
        return another.decide(dialogue, cause, value, scene)
    if (key, value) == ("more", closing.NEW):
        return closing.begin_anew(dialogue, cause)
    if key == CONSENT:
        ack = acknowledge(dialogue, f"consent.late.{'no' if value == 'no' else 'yes'}")
        return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause, ack),))
    if key in (STORY, CONFIRM, FIX, WHICH, RIGHT) and key != next_key(dialogue):
        return again(dialogue, cause)
    if not is_ours(dialogue, key, value):
        spare = (*dialogue.spare, Words(cause, f"{key}: {value}"))
        return again(replace(dialogue, spare=spare), cause)
    if key == RIGHT:
        return rights.decide(dialogue, cause, value, scene)
    if key == WHICH:
        return another.decide(dialogue, cause, value, scene)
    return answering.chosen(dialogue, cause, key, value, scene)


def is_ours(dialogue: Dialogue, key: str, value: str) -> bool:
    """Return whether this button is one that we have shown."""
    was_put = key in (*dialogue.asked, *dialogue.overtaken, *dialogue.answers, *OFFERED)
    is_open = dialogue.asking is not None and dialogue.asking.key == key
    if not (was_put or is_open):
        return False
    return value in {choice.value for choice in choices(dialogue, key)}


def again(dialogue: Dialogue, cause: int) -> Turn:
    return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause),))
