"""Sharing: a contact card is the teller's own number, or somebody told of."""

from dataclasses import replace

from handlers import readers
from handlers.conversation import answering
from handlers.conversation.belated import is_late
from handlers.conversation.filling import TOLD, into_story
from handlers.conversation.hearing import is_early
from handlers.conversation.offering import NUMBERS, OWN
from handlers.conversation.place import next_key, question_of
from handlers.conversation.saying import acknowledge, ask
from handlers.conversation.scene import Scene, Turn
from storage.model.dialogue import Answer, Dialogue, Source, Words
from storage.model.message import Incoming, Shared


def take(dialogue: Dialogue, incoming: Incoming, shared: Shared, scene: Scene) -> Turn:
    """Take a card as the answer if a number is asked for, else keep what it says."""
    card = ", ".join(part for part in (shared.name, shared.phone) if part)
    key = asked(dialogue, incoming, shared, scene)
    question = question_of(dialogue, key) if key else None
    if question is not None:
        return answering.answer(dialogue, incoming.cause, question, card, scene)
    dialogue = _kept(dialogue, incoming.cause, shared, card, scene)
    ack = acknowledge(dialogue, "ack.contact")
    reply = ask(dialogue, next_key(dialogue), incoming.cause, ack)
    return Turn(dialogue, (reply,))


def asked(
    dialogue: Dialogue, incoming: Incoming, shared: Shared, scene: Scene
) -> str | None:
    """Return the key of the number that he was asked for, if he gives his own."""
    key = dialogue.asking.key if dialogue.asking else ""
    is_answer = key in NUMBERS and shared.is_own and not dialogue.taken
    if not is_answer or key != next_key(dialogue):
        return None
    is_unseen = is_early(dialogue, incoming, scene) or is_late(incoming, scene)
    return None if is_unseen else key


def _kept(
    dialogue: Dialogue, cause: int, shared: Shared, card: str, scene: Scene
) -> Dialogue:
    """Keep a card in the story, his own as his number unless he has told one."""
    found, last = scene.find(card), dialogue.last
    number = readers.phone(shared.phone, found)
    held = dialogue.answers.get(OWN)
    is_told = held is not None and held.source in TOLD
    if not shared.is_own:
        # Neither this name nor this number is the teller's: they fill nothing.
        return replace(dialogue, story=(*dialogue.story, Words(cause, card)))
    if is_told or number is None:
        return replace(into_story(dialogue, cause, card, found), last=last)
    own = Answer(number, card, Source.SAID, cause)
    dialogue = replace(answering.put(dialogue, OWN, own), last=last)
    return replace(dialogue, found={**dialogue.found, f"answer:{OWN}": found})
