"""Cautions: what a teller should rather not send, said kindly and once."""

from dataclasses import replace

from handlers.conversation.alerting import label, words
from handlers.conversation.saying import acknowledge
from handlers.conversation.scene import Reply, Turn
from nlp.files import idcards
from storage.model.dialogue import Consent
from storage.model.message import Incoming

ID_CARD = "id_card"


def cautioned(turn: Turn, incoming: Incoming) -> Turn:
    """Return the turn that also says that no identity card is wanted; once only."""
    dialogue = turn.dialogue
    if dialogue.consent is not Consent.GIVEN or ID_CARD in dialogue.alerted:
        return turn
    if not (idcards.find(words(incoming.what)) or idcards.find(label(incoming.what))):
        return turn
    told = acknowledge(dialogue, "caution.id_card")
    reply = Reply(incoming.cause, "caution.id_card", told, news=told)
    dialogue = replace(dialogue, alerted=(*dialogue.alerted, ID_CARD))
    return replace(turn, dialogue=dialogue, replies=(reply, *turn.replies))
