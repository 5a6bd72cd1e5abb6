"""Leaving: who wants no more messages, and whose teller has died.

Who wants peace is neither reminded nor told news until he writes again by himself. A death
ends all messages for ever: one sentence of condolence, and staff are told. What the family
still writes from that phone is heard and kept, and staff read it, but no machine answers a
house in mourning; only who begins a telling of his own there by «/moi», as that sentence
says, is another teller and answered like anybody. Of the tips of the dead he hears nothing.

A death in the house need not be the teller's: it stops the reminders and asks staff to
look, no more.
"""

import re
from dataclasses import replace

from handlers.conversation.place import has_content
from handlers.conversation.quiet import CONDOLENCE
from handlers.conversation.saying import acknowledge
from handlers.conversation.scene import Died, Effect, File, Remark, Reply, Turn
from handlers.wording import say
from nlp.tellings.conduct import SHORT, ends, mourns
from nlp.tellings.gist import Gist
from nlp.text import fold
from storage.model.altering import altered
from storage.model.dialogue import Consent, Dialogue, Words
from storage.model.message import Command, Commanded, Incoming, Said, What

MOURNED = "mourned"
LATELY = re.compile(
    r"\b(?:vua|moi) (?:moi )?(?:mat|qua doi|tu tran|khuat nui)"
    r"|\b(?:mat|qua doi|tu tran|khuat nui) (?:hom|bua|dem|sang|tuan|thang) \w+"
)


def begun(dialogue: Dialogue, what: What) -> Dialogue:
    """Return the dialogue of another who begins here, where nobody has agreed before."""
    is_begun = isinstance(what, Commanded) and what.command is Command.NEW
    if dialogue.muted and is_begun and dialogue.consent is not Consent.GIVEN:
        return altered(dialogue, muted=False)
    return dialogue


def taken(dialogue: Dialogue, incoming: Incoming) -> Turn | None:
    """Return the turn of words that only end the talk: no answer to what was asked."""
    text = incoming.what.text if isinstance(incoming.what, Said) else ""
    ended = ends(text)
    is_only = ended is Gist.TELLER_DIED or (ended is not None and len(text) <= SHORT)
    if not (is_only or _is_mourning(dialogue, text)):
        return None
    piece = Words(incoming.cause, text)
    return Turn(replace(dialogue, spare=(*dialogue.spare, piece)))


def heeded(turn: Turn, incoming: Incoming) -> Turn:
    """Return the turn that also leaves in peace whoever asks for it, or mourns."""
    if not isinstance(incoming.what, Said) or turn.dialogue.muted:
        return turn
    text = incoming.what.text
    ended = ends(text)
    if ended is Gist.TELLER_DIED:
        return _with_condolence(turn, incoming.cause)
    if ended is Gist.STOP:
        dialogue = replace(turn.dialogue, stopped=True)
        told = Reply(incoming.cause, "stopped", acknowledge(dialogue, "stopped"))
        return replace(turn, dialogue=dialogue, replies=(told,))
    is_filed = turn.dialogue.tip is not None and mourns(text)
    if is_filed or _is_mourning(turn.dialogue, text):
        return _with_sympathy(turn, incoming.cause)
    return turn


def _is_mourning(dialogue: Dialogue, text: str) -> bool:
    """Return whether a death of these days is told in the place of an answer."""
    is_told = dialogue.told and not dialogue.confirmed
    return is_told and LATELY.search(fold(text)) is not None and mourns(text)


def end(dialogue: Dialogue) -> Turn:
    """Mute it, as staff have learned; the family told them, and hears nothing of us."""
    return Turn(_ended(dialogue), effects=_kept(dialogue))


def _with_condolence(turn: Turn, cause: int) -> Turn:
    told = Reply(cause, CONDOLENCE, acknowledge(turn.dialogue, CONDOLENCE))
    effects = (*turn.effects, *_kept(turn.dialogue), Died())
    return Turn(_ended(turn.dialogue), (told,), effects, turn.is_anew)


def _with_sympathy(turn: Turn, cause: int) -> Turn:
    dialogue = replace(turn.dialogue, stopped=True)
    if MOURNED in dialogue.alerted:
        return replace(turn, dialogue=dialogue)
    dialogue = replace(dialogue, alerted=(*dialogue.alerted, MOURNED))
    told = Reply(cause, "sympathy", acknowledge(dialogue, "sympathy"))
    effects = (*turn.effects, Remark(say("remark.mourned")))
    return replace(turn, dialogue=dialogue, replies=(told,), effects=effects)


def _ended(dialogue: Dialogue) -> Dialogue:
    return altered(dialogue, muted=True, officer=(), news=(), wants_officer=False)


def _kept(dialogue: Dialogue) -> tuple[Effect, ...]:
    """Return what files all that was told before."""
    if dialogue.consent is not Consent.GIVEN or not has_content(dialogue):
        return ()
    return (File(draft=not dialogue.confirmed),)
