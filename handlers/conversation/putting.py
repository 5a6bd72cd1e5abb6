"""Putting: what was asked of the teller, how often, and where it stands."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.conversation.scene import Reply
from handlers.flows import flow
from storage.model.altering import altered
from storage.model.dialogue import UNPUT, Asking, Dialogue


def put(
    dialogue: Dialogue,
    before: Asking | None,
    replies: Sequence[Reply],
    place: tuple[int, int] | None,
) -> Dialogue:
    """Note what was put to the teller; a question put before stays the one first shown."""
    spoken, asking = dialogue.spoken + bool(replies), dialogue.asking
    if asking is None or place is None:
        return _standing(altered(dialogue, spoken=spoken), asking)
    if before is None or before.cause == UNPUT or _seen(asking) != _seen(before):
        asking = replace(asking, cause=place[0], part=place[1])
    times = dialogue.times + 1 if dialogue.put == asking.key else 1
    dialogue = altered(
        dialogue, spoken=spoken, asking=asking, put=asking.key, times=times
    )
    if _is_counted(dialogue, asking.key):
        dialogue = altered(dialogue, asked=(*dialogue.asked, asking.key))
    return dialogue


def _standing(dialogue: Dialogue, asking: Asking | None) -> Dialogue:
    """Return the dialogue that counts the question which stands unsaid this time."""
    if asking is None or asking.key not in dialogue.overtaken:
        return dialogue
    if asking.key in dialogue.asked or asking.cause == UNPUT:
        return dialogue
    return altered(dialogue, asked=(*dialogue.asked, asking.key))


def _seen(asking: Asking) -> tuple[str, int, tuple[str, ...]]:
    return asking.key, asking.cause, asking.choices


def _is_counted(dialogue: Dialogue, key: str) -> bool:
    """Return whether this is a follow-up of ours that was not put before."""
    question = flow(dialogue.flow).question(key)
    is_ours = question is not None and question.is_asked and key != dialogue.fixing
    return is_ours and key not in dialogue.asked
