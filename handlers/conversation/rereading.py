"""Rereading: what a job found in texts that were too long or too slow to read at once."""

from dataclasses import replace

from handlers.conversation.filling import fill
from handlers.conversation.scene import Effect, File, Turn
from handlers.informant import CALLBACK
from storage.model.dialogue import Dialogue
from storage.model.reading import Reread, Whole

ANSWER = "answer:"
NOT_OF_THE_STORY = frozenset(f"{ANSWER}{question.key}" for question in CALLBACK)


def texts(dialogue: Dialogue) -> dict[str, str]:
    """Return all texts that readers read, by where they stand."""
    story = {f"story.{piece.cause}": piece.text for piece in dialogue.story}
    answers = {f"{ANSWER}{key}": held.words for key, held in dialogue.answers.items()}
    read = {where: answers[where] for where in answers if where in dialogue.found}
    return story | read


def news(dialogue: Dialogue, read: Reread) -> tuple[Whole, ...]:
    """Return what was read in texts that still stand as they were, if it is new."""
    now = texts(dialogue)
    return tuple(
        whole
        for whole in read.texts
        if len(now.get(whole.where, "")) == whole.characters
        and dialogue.found.get(whole.where, ()) != whole.found
    )


def take(dialogue: Dialogue, read: Reread, cause: int) -> Turn:
    """Put the findings to their texts; they fill what nobody has said, and ask nothing."""
    told = texts(dialogue)
    fresh = news(dialogue, read)
    for whole in fresh:
        found = {**dialogue.found, whole.where: whole.found}
        dialogue = replace(dialogue, found=found)
        if whole.where not in NOT_OF_THE_STORY:
            dialogue = fill(dialogue, told[whole.where], whole.found, cause)
    is_kept = bool(fresh) and dialogue.tip is not None
    effects: tuple[Effect, ...] = (
        (File(draft=not dialogue.confirmed),) if is_kept else ()
    )
    return Turn(dialogue, effects=effects)
