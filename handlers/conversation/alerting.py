"""Alerting: what a person must know at once, whatever else the conversation does.

Remains found just now, and somebody in distress. The words are looked at for nothing
else, and only that fact reaches staff before consent (DESIGN section 5).
"""

from dataclasses import replace

from handlers.conversation.kinds import is_found_now
from handlers.conversation.saying import acknowledge
from handlers.conversation.scene import Alert, Reply, Scene, Turn
from nlp.gist import Gist, gists
from storage.model.alert import AlertReason
from storage.model.dialogue import Dialogue
from storage.model.message import Edited, Incoming, Said, Showed, What

DECIDES = 9


def alerted(turn: Turn, incoming: Incoming, scene: Scene) -> Turn:
    """Return the turn that also warns staff, once for each reason, and says so first."""
    reason = reason_of(incoming.what)
    if reason is None or reason in turn.dialogue.alerted:
        return turn
    told = said(turn.dialogue, reason, scene)
    reply = Reply(incoming.cause, f"alert.{reason}", told, news=told)
    dialogue = replace(turn.dialogue, alerted=(*turn.dialogue.alerted, reason))
    return replace(
        turn,
        dialogue=dialogue,
        replies=(reply, *turn.replies),
        effects=(*turn.effects, Alert(reason)),
    )


def reason_of(what: What) -> AlertReason | None:
    """Return why staff must know of this at once; None for nearly everything."""
    text = words(what)
    if is_found_now(text):
        return AlertReason.FOUND_NOW
    if gists(text).get(Gist.DISTRESS, 0) >= DECIDES:
        return AlertReason.DISTRESS
    return None


def words(what: What) -> str:
    match what:
        case Said(text=text) | Edited(text=text) | Showed(caption=text):
            return text
        case _:
            return ""


def said(dialogue: Dialogue, reason: AlertReason, scene: Scene) -> str:
    """Return what we say before all else."""
    if reason is AlertReason.DISTRESS:
        return acknowledge(dialogue, "distress")
    office = scene.office
    parts = [acknowledge(dialogue, "found_now.safety", office=office.name)]
    if office.telephone:
        parts.append(
            acknowledge(dialogue, "found_now.phone", telephone=office.telephone)
        )
    return " ".join(parts)
