"""Before consent: what comes is sealed unread; yes opens it, no destroys its key."""

from collections.abc import Callable
from dataclasses import replace

from handlers import callback
from handlers.attribution import came
from handlers.choosing import choose
from handlers.ordering import in_order
from handlers.place import next_key
from handlers.saying import CONSENT_CHOICES, acknowledge, ask
from handlers.scene import Forget, Reply, Scene, Turn
from handlers.wording import say
from storage.model.dialogue import Asking, Consent, Dialogue
from storage.model.message import (
    Asked,
    Button,
    Command,
    Commanded,
    Incoming,
    Lapsed,
    Opened,
    Pressed,
    Said,
    TimerKind,
)
from storage.model.reading import Reread

CONSENT = "consent"
Replay = Callable[[Dialogue, Scene], Turn]


def advance(
    dialogue: Dialogue, incoming: Incoming, scene: Scene, replay: Replay
) -> Turn:
    """Return the turn of somebody who has not agreed yet."""
    match incoming.what:
        case Lapsed(timer=timer):
            return lapse(dialogue, timer, incoming.cause, scene)
        case Asked() | Reread():
            return Turn(dialogue)  # nobody may be asked who has not agreed
    if dialogue.consent is Consent.REFUSED:
        dialogue = Dialogue(
            turn=dialogue.turn,
            source=dialogue.source,
            scanned=dialogue.scanned,
            spoken=dialogue.spoken,
        )
    chosen = answer(dialogue, incoming, scene)
    if chosen == "yes":
        return grant(dialogue, incoming.cause, scene, replay)
    if chosen == "no":
        return refuse(dialogue, incoming.cause)
    return hold(dialogue, incoming, scene)


def answer(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> str | None:
    """Return yes or no if this answers the question of consent as it was shown."""
    match incoming.what:
        case Pressed(key="consent", value="yes" | "no" as value):
            return value
        case Said(text=text) if is_shown(dialogue.asking, incoming, scene):
            shown = dialogue.asking.choices if dialogue.asking else ()
            return choose(text, CONSENT_CHOICES, shown)
    return None


def is_shown(asking: Asking | None, incoming: Incoming, scene: Scene) -> bool:
    """Return whether the sender had our question before him; unknown order counts."""
    if asking is None:
        return False
    if incoming.position is None:
        return True
    delivered = scene.delivered(asking)
    return delivered is not None and incoming.position >= delivered


def grant(dialogue: Dialogue, cause: int, scene: Scene, replay: Replay) -> Turn:
    dialogue = replace(
        dialogue, consent=Consent.GIVEN, asking=None, misread=0, nudges=0
    )
    turn = replay(dialogue, scene)
    reply = ask(turn.dialogue, next_key(turn.dialogue), cause, say("consent.given"))
    return replace(turn, replies=(reply,))


def refuse(dialogue: Dialogue, cause: int) -> Turn:
    gone = Dialogue(
        turn=dialogue.turn,
        consent=Consent.REFUSED,
        source=dialogue.source,
        scanned=dialogue.scanned,
        spoken=dialogue.spoken,
    )
    refused = acknowledge(dialogue, "consent.refused")
    return Turn(gone, (Reply(cause, "consent.refused", refused),), (Forget(),))


def hold(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> Turn:
    """Seal what tells something; what only wishes something is answered."""
    ack = ""
    match incoming.what:
        case Opened(source=source):
            dialogue = came(dialogue, source)
        case Commanded(command=Command.OFFICER):
            dialogue = replace(dialogue, wants_officer=True)
            turn = request(dialogue, incoming.cause, scene, ack)
            person = Reply(incoming.cause, "callback.where", callback.where(scene))
            return replace(turn, replies=(person, *turn.replies))
        case Commanded(command=Command.HELP) if dialogue.consent is Consent.ASKED:
            ack = acknowledge(dialogue, "help")
        case Commanded(command=Command.UNKNOWN) if dialogue.consent is Consent.ASKED:
            ack = acknowledge(dialogue, "unknown")
        case Commanded() | Pressed():
            pass  # nothing is told yet to which it could belong
        case _:
            sealed = in_order((*dialogue.sealed, incoming))
            dialogue = replace(dialogue, sealed=sealed)
            ack = say("consent.sealed", len(dialogue.sealed) - 1)
    return request(dialogue, incoming.cause, scene, ack)


def request(dialogue: Dialogue, cause: int, scene: Scene, ack: str) -> Turn:
    """Ask for consent; with the welcome the first time, in other words later."""
    times = dialogue.times if dialogue.put == CONSENT else 0
    welcome = "" if times else say("welcome", office=scene.office.name)
    question = say("consent", times)
    text = "\n".join(part for part in (welcome, ack, question) if part)
    choices = tuple(
        Button(CONSENT, choice.value, f"{at}. {choice.label}")
        for at, choice in enumerate(CONSENT_CHOICES, 1)
    )
    dialogue = replace(dialogue, consent=Consent.ASKED)
    return Turn(dialogue, (Reply(cause, "consent", text, choices, asks=CONSENT),))


def lapse(dialogue: Dialogue, timer: TimerKind, cause: int, scene: Scene) -> Turn:
    """Silence: ask once more, and after the set term let go of what was sealed."""
    if not dialogue.sealed:
        return Turn(dialogue)
    if timer is TimerKind.ALBUM:
        return request(dialogue, cause, scene, say("consent.sealed", 1))
    if timer is TimerKind.UNSEAL:
        turn = refuse(dialogue, cause)
        return replace(turn, replies=())
    dialogue = replace(dialogue, nudges=dialogue.nudges + 1)
    return request(dialogue, cause, scene, say("consent.silent"))
