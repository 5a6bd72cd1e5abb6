"""Before consent: what comes is sealed unread; yes opens it, no destroys its key."""

from collections.abc import Callable
from dataclasses import replace

from handlers.conversation import address, callback
from handlers.conversation.agreeing import agreement, has_no_more, is_agreed
from handlers.conversation.attribution import came
from handlers.conversation.ordering import in_order
from handlers.conversation.place import next_key
from handlers.conversation.saying import CONSENT_CHOICES, acknowledge, ask
from handlers.conversation.scene import Agreed, Forget, Reply, Scene, Turn
from handlers.flows import flow
from handlers.informant import TELLER_NAME
from handlers.wording import say
from storage.model.dialogue import Answer, Asking, Consent, Dialogue, Source
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
    Vouched,
    What,
)
from storage.model.reading import Reread
from storage.model.timing import TimerKind

CONSENT = "consent"
ASKS_WHAT_WE_HOLD = (Command.VIEW, Command.CORRECT, Command.WITHDRAW, Command.ERASE)
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
    has_refused = dialogue.consent is Consent.REFUSED
    if has_refused and _has_no_more(dialogue, incoming.what):
        told = acknowledge(dialogue, "farewell")
        return Turn(dialogue, (Reply(incoming.cause, "farewell", told),))
    if has_refused:
        dialogue = renewed(dialogue)
    if _takes_back(incoming.what) and dialogue.sealed:
        return refuse(dialogue, incoming.cause)
    if isinstance(incoming.what, Vouched):
        dialogue = narrated(dialogue, incoming.what, incoming.cause)
    chosen = answer(dialogue, incoming, scene)
    if chosen == "yes" or (has_refused and _is_agreed(incoming.what)):
        return grant(dialogue, incoming.cause, form(incoming), scene, replay)
    if chosen == "no":
        turn = refuse(dialogue, incoming.cause)
        refused = Agreed(is_given=False, form=form(incoming))
        return replace(turn, effects=(*turn.effects, refused))
    return hold(dialogue, incoming, scene)


def _takes_back(what: What) -> bool:
    """Return whether he wants gone what nobody has read yet: the same as refusing."""
    gone = (Command.WITHDRAW, Command.ERASE)
    return isinstance(what, Commanded) and what.command in gone


def _is_agreed(what: What) -> bool:
    return isinstance(what, Said) and is_agreed(what.text)


def _has_no_more(dialogue: Dialogue, what: What) -> bool:
    """Return whether who refused, and wishes no call, only says so again or thanks."""
    is_at_rest = not dialogue.wants_officer and not dialogue.sealed
    return is_at_rest and isinstance(what, Said) and has_no_more(what.text)


def narrated(dialogue: Dialogue, vouched: Vouched, cause: int) -> Dialogue:
    """Return the dialogue of a narrator whose name his volunteer wrote down."""
    name = Answer(vouched.narrator, vouched.narrator, Source.SAID, cause)
    answers = {TELLER_NAME.key: name, **dialogue.answers}
    return replace(dialogue, answers=answers)


def answer(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> str | None:
    """Return the choice if this answers the question of consent as it was shown."""
    asking = dialogue.asking
    match incoming.what:
        case Vouched():
            return "yes"
        case Pressed(key="consent", value="yes" | "no" as value):
            return value
        case Said(text=text) if asking is not None and asking.key == CONSENT:
            is_seen = is_shown(asking, incoming, scene)
            return agreement(text, asking) if is_seen else None
    return None


def form(incoming: Incoming) -> str:
    """Return how he told his decision."""
    if isinstance(incoming.what, Vouched):
        return incoming.what.form
    return "button" if isinstance(incoming.what, Pressed) else "words"


def is_shown(asking: Asking | None, incoming: Incoming, scene: Scene) -> bool:
    """Return whether the sender had our question before him; unknown order counts."""
    if asking is None:
        return False
    if incoming.position is None:
        return True
    delivered = scene.delivered(asking)
    return delivered is not None and incoming.position >= delivered


def grant(
    dialogue: Dialogue, cause: int, form: str, scene: Scene, replay: Replay
) -> Turn:
    dialogue = replace(
        dialogue, consent=Consent.GIVEN, asking=None, misread=0, nudges=0
    )
    turn = replay(dialogue, scene)
    turn = replace(turn, effects=(*turn.effects, Agreed(is_given=True, form=form)))
    dialogue, thanks = turn.dialogue, say("consent.given")
    told = " ".join(reply.text for reply in turn.replies)
    if dialogue.address is not None or flow(dialogue.flow).is_urgent:
        ack = f"{thanks} {told}".strip()
        question = ask(dialogue, next_key(dialogue), cause, ack, is_news=bool(told))
        return replace(turn, replies=(question,))
    greeting = address.offered(dialogue, cause, thanks)
    question = ask(dialogue, next_key(dialogue), cause, told, is_news=bool(told))
    return replace(turn, replies=(greeting, question))


def refuse(dialogue: Dialogue, cause: int) -> Turn:
    """Let go of all that was told; a call that he wished is still his wish."""
    gone = emptied(dialogue, Consent.REFUSED)
    refused = Reply(cause, "consent.refused", acknowledge(dialogue, "consent.refused"))
    if callback.is_wished(gone):
        text = acknowledge(dialogue, "consent.refused.call")
        refused = Reply(cause, "consent.refused", text, (callback.OFF,))
    asks = (ask(gone, next_key(gone), cause),) if gone.wants_officer else ()
    return Turn(gone, (refused, *asks), (Forget(),))


def emptied(dialogue: Dialogue, consent: Consent) -> Dialogue:
    """Return the dialogue as if nothing had been told, but for a wish for a call."""
    return Dialogue(
        turn=dialogue.turn,
        consent=consent,
        source=dialogue.source,
        scanned=dialogue.scanned,
        spoken=dialogue.spoken,
        wants_officer=dialogue.wants_officer,
        answers=callback.told(dialogue),
        muted=dialogue.muted,
        mourned=dialogue.mourned,
        pace=dialogue.pace,
    )


def renewed(dialogue: Dialogue) -> Dialogue:
    """Return the dialogue of who refused and comes again, with what he told since.

    He may have told it at a question of his wish for a call, which stands.
    """
    return replace(
        emptied(dialogue, Consent.UNASKED),
        asking=dialogue.asking,
        spare=dialogue.spare,
        sealed=dialogue.sealed,
        put=dialogue.put,
        times=dialogue.times,
    )


def hold(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> Turn:
    """Seal what tells something; what only wishes something is answered."""
    ack = ""
    match incoming.what:
        case Opened(source=source):
            dialogue = came(dialogue, source)
        case Commanded(command=Command.HELP) if dialogue.consent is Consent.ASKED:
            ack = acknowledge(dialogue, "help")
        case Commanded(command=Command.WHO) if dialogue.consent is Consent.ASKED:
            ack = acknowledge(dialogue, "who", office=scene.office.name)
        case Commanded(command=Command.UNKNOWN) if dialogue.consent is Consent.ASKED:
            ack = acknowledge(dialogue, "unknown")
        case Commanded(command=command) if command in ASKS_WHAT_WE_HOLD:
            ack = acknowledge(dialogue, "right.none")
        case Commanded() | Pressed():
            pass  # nothing is told yet to which it could belong
        case _:
            dialogue = sealed(dialogue, incoming)
            ack = say("consent.sealed", len(dialogue.sealed) - 1)
    return request(dialogue, incoming.cause, scene, ack)


def sealed(dialogue: Dialogue, incoming: Incoming) -> Dialogue:
    """Return the dialogue with something more that nobody reads before consent."""
    return replace(dialogue, sealed=in_order((*dialogue.sealed, incoming)))


def request(dialogue: Dialogue, cause: int, scene: Scene, ack: str) -> Turn:
    """Ask for consent; with the welcome the first time, in other words later.

    Whoever wishes a call is asked for that first.
    """
    if dialogue.wants_officer:
        return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause, ack),))
    times = dialogue.times if dialogue.put == CONSENT else 0
    is_first = dialogue.consent is Consent.UNASKED and not times
    welcome = say("welcome", office=scene.office.name) if is_first else ""
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
    wish = (callback.wish(dialogue),) if dialogue.wants_officer else ()
    dialogue = replace(dialogue, wants_officer=False)
    if timer is TimerKind.UNSEAL:
        turn = refuse(dialogue, cause)
        return replace(turn, replies=(), effects=(*wish, *turn.effects))
    dialogue = replace(dialogue, nudges=dialogue.nudges + 1)
    turn = request(dialogue, cause, scene, say("consent.silent"))
    return replace(turn, effects=wish)
