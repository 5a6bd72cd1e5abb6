"""Offering: what one tap may send instead of words, where a channel has such a button."""

from handlers.flows import flow
from storage.model.dialogue import Dialogue
from storage.model.limits import Share

OWN = "teller_phone"
NUMBERS = (OWN, "callback_phone")


def offer(dialogue: Dialogue, key: str) -> Share | None:
    """Return what may be sent in answer to this question.

    Where somebody stands says where a grave is only if he has just found it.
    """
    if key in NUMBERS:
        return Share.PHONE
    is_there = key == "place" and flow(dialogue.flow).is_urgent
    return Share.PLACE if is_there else None
