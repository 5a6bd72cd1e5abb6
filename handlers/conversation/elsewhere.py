"""Elsewhere: answers to an officer about another story than the one being told.

They stay here only so that words in the same breath can join them; they belong to the
tip that the officer asked about.
"""

from dataclasses import dataclass, replace

from handlers.conversation.place import OFFICER
from handlers.conversation.scene import Answered, Scene, Turn
from storage.model.dialogue import (
    Answer,
    Dialogue,
    Elsewhere,
    OfficerQuestion,
    Shown,
)
from storage.model.evidence import Location


@dataclass(frozen=True, slots=True)
class Beside:
    """What was shown or pinned with an answer."""

    shown: tuple[Shown, ...] = ()
    pins: tuple[Location, ...] = ()


NOTHING = Beside()


def is_meant(dialogue: Dialogue, asked: OfficerQuestion) -> bool:
    """Return whether the officer asks about another tip than the one being told."""
    return asked.tip is not None and asked.tip != dialogue.tip


def begin(
    dialogue: Dialogue,
    asked: OfficerQuestion,
    held: Answer,
    scene: Scene,
    beside: Beside,
) -> Dialogue:
    """Return the dialogue with the answer to a question about another tip."""
    key = f"{OFFICER}{asked.id}"
    found = scene.find(held.words)
    told = Elsewhere(asked.tip or 0, asked.id, held, found)
    told = _with(told, key, beside)
    kept = {**dialogue.elsewhere, key: told}
    return replace(dialogue, elsewhere=kept, last=key, misread=0)


def add(
    dialogue: Dialogue, key: str, text: str, scene: Scene, beside: Beside = NOTHING
) -> Dialogue:
    """Return the dialogue with more words or things for the answer under `key`."""
    told = dialogue.elsewhere[key]
    words = "\n".join(filter(None, (told.answer.words, text)))
    held = replace(told.answer, value=words, words=words)
    told = replace(told, answer=held, found=scene.find(words))
    kept = {**dialogue.elsewhere, key: _with(told, key, beside)}
    return replace(dialogue, elsewhere=kept)


def noted(before: Dialogue, turn: Turn) -> Turn:
    """Return the turn wanting to be kept whatever it told of other tips."""
    fresh = tuple(
        Answered(key, told)
        for key, told in turn.dialogue.elsewhere.items()
        if before.elsewhere.get(key) != told
    )
    return replace(turn, effects=turn.effects + fresh) if fresh else turn


def _with(told: Elsewhere, key: str, beside: Beside) -> Elsewhere:
    pins = tuple(replace(pin, where=f"answer:{key}") for pin in beside.pins)
    return replace(told, shown=told.shown + beside.shown, pins=told.pins + pins)
