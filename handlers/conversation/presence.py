"""Presence: whether he can be reached, and whether a person talks with him just now."""

from dataclasses import replace

from handlers.conversation import abuse, consenting, leaving, obeying, rights, status
from handlers.conversation.commands import is_courtesy
from handlers.conversation.place import next_key
from handlers.conversation.saying import acknowledge, ask
from handlers.conversation.scene import CallOff, Forget, Reply, Scene, Turn
from storage.model.decision import Cleared, StatusChanged, TellerDied
from storage.model.dialogue import Consent, Dialogue
from storage.model.message import (
    Commanded,
    Echoed,
    Edited,
    Gone,
    Incoming,
    Odd,
    Opened,
    Pinned,
    Pressed,
    Released,
    Said,
    Shared,
    Showed,
    Taken,
    What,
    Withdrew,
)
from storage.model.privacy import Right

HIS = (
    Said, Pressed, Showed, Pinned, Commanded, Opened, Edited, Shared, Odd,
)  # fmt: skip


def met(dialogue: Dialogue, what: What) -> Dialogue:
    """Return the dialogue with somebody who is here again, if he did this."""
    was_away = dialogue.gone or dialogue.withdrew or dialogue.odd or dialogue.stopped
    if not (was_away and isinstance(what, HIS)):
        return dialogue
    is_odd = dialogue.odd and isinstance(what, Odd)
    is_thanks = isinstance(what, Said) and is_courtesy(what.text)
    return replace(
        dialogue,
        gone=False,
        withdrew=False,
        odd=is_odd,
        stopped=dialogue.stopped and is_thanks,
    )


def kept(before: Dialogue, turn: Turn) -> Turn:
    """Return the turn of one who still talks with an officer, whatever else begins."""
    if turn.dialogue.taken == before.taken:
        return turn
    return replace(turn, dialogue=replace(turn.dialogue, taken=before.taken))


def change(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> Turn | None:
    """Return the turn of what is about the conversation itself; None for all else."""
    match incoming.what:
        case Gone():
            return Turn(replace(dialogue, gone=True))
        case Taken():
            return Turn(replace(dialogue, taken=True))
        case Released():
            return release(dialogue, incoming.cause, scene)
        case Withdrew():
            return withdraw(dialogue, incoming.cause, scene)
        case StatusChanged() as changed:
            return status.change(dialogue, changed, incoming.cause, scene)
        case TellerDied():
            return leaving.end(dialogue)
        case Cleared():
            return abuse.clear(dialogue)
        case Echoed():
            return Turn(dialogue)
        case _:
            return None


def release(dialogue: Dialogue, cause: int, scene: Scene) -> Turn:
    """Go on where the conversation stands; who has told all hears how it stands."""
    if not dialogue.taken:
        return Turn(dialogue)
    dialogue = replace(dialogue, taken=False)
    if dialogue.consent is not Consent.GIVEN:
        is_waiting = bool(dialogue.sealed)
        return (
            consenting.request(dialogue, cause, scene, "")
            if is_waiting
            else Turn(dialogue)
        )
    key = next_key(dialogue)
    ack = obeying.status(dialogue, scene) if key is None else ""
    return Turn(dialogue, (ask(dialogue, key, cause, ack),))


def withdraw(dialogue: Dialogue, cause: int, scene: Scene) -> Turn:
    """Bring it before staff; what was never agreed to is destroyed at once."""
    if dialogue.withdrew:
        return Turn(dialogue)  # told once already
    told = acknowledge(dialogue, "withdrew", office=scene.office.name)
    reply = Reply(cause, "withdrew", told)
    if dialogue.consent is Consent.GIVEN:
        dialogue = replace(dialogue, withdrew=True)
        return Turn(dialogue, (reply,), (rights.wish(Right.WITHDRAW, scene),))
    turn = consenting.refuse(dialogue, cause)
    gone = replace(turn.dialogue, withdrew=True, taken=dialogue.taken)
    gone = replace(gone, answers={}, wants_officer=False)  # nobody calls, either
    return Turn(
        gone, (reply,), (Forget(), CallOff(), rights.wish(Right.WITHDRAW, scene))
    )
