"""Tongue: who writes English hears once, in both, that it is read and how to go on.

The words themselves are kept like any others, and the questions go on in Vietnamese.
"""

from dataclasses import replace

from handlers.conversation.saying import acknowledge
from handlers.conversation.scene import Reply, Turn
from nlp.tellings.english import is_english
from storage.model.dialogue import Consent
from storage.model.message import Edited, Incoming, Said, Showed

ENGLISH = "english"


def understood(turn: Turn, incoming: Incoming) -> Turn:
    """Return the turn that also answers English words in English; once only."""
    dialogue = turn.dialogue
    if ENGLISH in dialogue.alerted or not is_english(_words(incoming)):
        return turn
    is_agreed = dialogue.consent is Consent.GIVEN
    key = "english" if is_agreed else "english.sealed"
    told = acknowledge(dialogue, key)
    reply = Reply(incoming.cause, key, told, news=told)
    dialogue = replace(dialogue, alerted=(*dialogue.alerted, ENGLISH))
    return replace(turn, dialogue=dialogue, replies=(reply, *turn.replies))


def _words(incoming: Incoming) -> str:
    match incoming.what:
        case Said(text=text) | Edited(text=text) | Showed(caption=text):
            return text
        case _:
            return ""
