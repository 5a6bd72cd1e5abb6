"""The engine: one thing happens in a conversation, and this is what it becomes.

Pure: no database, no network, no clock of its own. Nothing told is ever dropped, no
answer lands under a question that its teller had not seen.
"""

from dataclasses import replace

from handlers.conversation import (
    abuse,
    alerting,
    beforehand,
    belated,
    callback,
    cautions,
    consenting,
    elsewhere,
    followup,
    hearing,
    leaving,
    missing,
    obeying,
    pieces,
    presence,
    pressing,
    rereading,
    revising,
    sharing,
    showing,
    tongue,
)
from handlers.conversation.attribution import bare, came
from handlers.conversation.belated import arranged, is_late, is_unasked
from handlers.conversation.commands import recognise
from handlers.conversation.place import next_key
from handlers.conversation.saying import acknowledge, ask
from handlers.conversation.scene import Agreed, File, Reply, Scene, Turn
from handlers.wording import say
from storage.model.altering import altered
from storage.model.dialogue import (
    UNPUT,
    Asking,
    Consent,
    Dialogue,
    OfficerQuestion,
    Words,
)
from storage.model.evidence import Lost
from storage.model.message import (
    Asked,
    Commanded,
    Edited,
    Incoming,
    Lapsed,
    Odd,
    Opened,
    Pinned,
    Pressed,
    Said,
    Shared,
    Showed,
    Vouched,
)
from storage.model.reading import Reread

STICKER = say("odd.sticker", emoji="").strip()


def advance(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> Turn:
    """Return the next dialogue, what to say, and what is to be done."""
    before, what = dialogue, incoming.what
    if isinstance(what, Lapsed) and what.fence != dialogue.turn:
        return Turn(dialogue)  # set for a turn that is past
    recognised = bare(dialogue, recognise(what))
    if recognised is not what:
        incoming = replace(incoming, what=recognised)
    pace = abuse.pace(dialogue, incoming)
    dialogue = altered(dialogue, turn=dialogue.turn + 1, pace=pace)
    dialogue = presence.met(dialogue, what)
    if isinstance(what, Lost):
        return missing.tell(dialogue, what, incoming.cause)
    changed = presence.change(dialogue, incoming, scene)
    if changed is not None:
        return remember(changed)
    dialogue = leaving.begun(dialogue, incoming.what)
    turn = move_on(dialogue, incoming, scene)
    turn = behaved(before, turn, incoming)
    turn = alerting.alerted(dialogue, turn, incoming, scene)
    turn = cautions.cautioned(turn, incoming)
    turn = presence.kept(dialogue, tongue.understood(turn, incoming))
    return remember(followup.waits(turn, incoming.at))


def behaved(before: Dialogue, turn: Turn, incoming: Incoming) -> Turn:
    """Return the turn as a message's conduct wishes: peace, less haste, no abuse."""
    turn = abuse.stemmed(before, abuse.set_aside(before, turn, incoming), incoming)
    return leaving.heeded(turn, incoming)


def move_on(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> Turn:
    """Take in what a citizen, an officer or a timer brings."""
    if dialogue.consent is not Consent.GIVEN:
        wished = beforehand.advance(dialogue, incoming, scene)
        turn = wished or consenting.advance(dialogue, incoming, scene, replay)
        return callback.noted(dialogue, turn)
    turn = leaving.taken(dialogue, incoming) or hear(dialogue, incoming, scene)
    turn = placed(dialogue, turn, incoming, scene)
    turn = callback.noted(dialogue, elsewhere.noted(dialogue, turn))
    return turn if turn.is_anew else filed(dialogue, turn)


def placed(before: Dialogue, turn: Turn, incoming: Incoming, scene: Scene) -> Turn:
    """Note which message told what; an edit that came before it is made now."""
    dialogue = pieces.noted(before, turn.dialogue, incoming)
    if is_late(incoming, scene):
        dialogue = arranged(dialogue)
    if dialogue is not turn.dialogue:
        turn = replace(turn, dialogue=dialogue)
    return revising.caught_up(turn, incoming, scene)


def remember(turn: Turn) -> Turn:
    """Keep what is being asked; the same question again stays the one first shown."""
    dialogue, held = turn.dialogue, turn.dialogue.asking
    reply = next((reply for reply in turn.replies[::-1] if reply.asks), None)
    if reply is None or reply.asks is None:
        is_over = bool(turn.replies) and next_key(dialogue) is None
        held = None if is_over else held
    else:
        shown = tuple(button.value for button in reply.buttons)
        if held is None or (held.key, held.choices) != (reply.asks, shown):
            part = turn.replies.index(reply)
            held = Asking(reply.asks, reply.cause, part, shown)
    if held is dialogue.asking:
        return turn
    return replace(turn, dialogue=altered(dialogue, asking=held))


def replay(dialogue: Dialogue, scene: Scene) -> Turn:
    """Put what was sealed before consent to the story, in order.

    Its replies are what is owed to it: the kind that it shows, answers to asides.
    """
    sealed, dialogue = dialogue.sealed, altered(callback.known(dialogue), sealed=())
    told: list[Reply] = []
    for incoming in sealed:
        match incoming.what:
            case Said(text=text):
                turn = hearing.hear_sealed(dialogue, incoming, text, scene)
                told += turn.replies
            case _:
                turn = hear(dialogue, replace(incoming, position=None), scene)
        dialogue = placed(dialogue, turn, incoming, scene).dialogue
    return Turn(dialogue, hearing.once(told))


def hear(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> Turn:
    """Take in one thing from a teller who has consented."""
    cause = incoming.cause
    hollow = missing.hollow(incoming.what)
    if hollow is not None:
        return missing.tell_hollow(dialogue, hollow, cause)
    if is_unasked(dialogue, incoming, scene):
        return belated.keep(dialogue, incoming, scene)
    match incoming.what:
        case Said() as said:
            return hearing.hear_words(dialogue, incoming, said.text, scene)
        case Showed() as showed:
            return showing.hear_shown(dialogue, incoming, showed, scene)
        case Pinned() as pinned:
            return showing.hear_pin(dialogue, incoming, pinned, scene)
        case Pressed() as pressed:
            return pressing.press(dialogue, incoming, pressed, scene)
        case Commanded() as commanded:
            return obeying.obey(dialogue, incoming, commanded, scene)
        case Reread() as read:
            return rereading.take(dialogue, read, cause)
        case Asked() as asked:
            return put_question(dialogue, asked, cause)
        case Lapsed(timer=timer):
            return followup.lapse(dialogue, timer, cause, scene)
        case Opened(source=source):
            return reopen(dialogue, source, cause)
        case Edited() as edited:
            return revising.revise(dialogue, incoming, edited, scene)
        case Shared() as shared:
            return sharing.take(dialogue, incoming, shared, scene)
        case Vouched(form=form):
            return Turn(dialogue, effects=(Agreed(is_given=True, form=form),))
        case Odd(note=note):
            return wonder(dialogue, note, cause)
        case _:
            return Turn(dialogue)


def wonder(dialogue: Dialogue, note: str, cause: int) -> Turn:
    """Keep what cannot be read, and say so once; the question above it stays."""
    was_told = dialogue.odd
    spare = (*dialogue.spare, Words(cause, note))
    dialogue = altered(dialogue, spare=spare, odd=True)
    if was_told:
        return Turn(dialogue)
    key = "ack.sticker" if note.startswith(STICKER) else "ack.odd"
    ack = acknowledge(dialogue, key)
    if dialogue.asking is None or dialogue.asking.cause == UNPUT:
        return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause, ack),))
    return Turn(dialogue, (Reply(cause, key, ack),))


def put_question(dialogue: Dialogue, asked: Asked, cause: int) -> Turn:
    """Put an officer's question; the next words are its answer.

    None is put to a house about its dead.
    """
    if dialogue.muted or (asked.tip or dialogue.mourned + 1) <= dialogue.mourned:
        return Turn(dialogue)
    question = OfficerQuestion(
        asked.question, asked.text, asked.office, asked.tip, asked.code, asked.martyr
    )
    dialogue = altered(dialogue, officer=(*dialogue.officer, question), fixing=None)
    if len(dialogue.officer) > 1:
        return Turn(dialogue)  # it comes after the one that is open
    return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause),))


def reopen(dialogue: Dialogue, source: str | None, cause: int) -> Turn:
    """Go on where the conversation stood; the first printed code counts."""
    before, dialogue = dialogue, came(dialogue, source)
    key = next_key(dialogue)
    is_news = key is None and dialogue.source != before.source
    ack = say("code.kept") if is_news else ""
    return Turn(dialogue, (ask(dialogue, key, cause, ack),))


def filed(before: Dialogue, turn: Turn) -> Turn:
    """Keep an existing tip up to date with whatever was just told."""
    after = turn.dialogue
    if after.tip is None or any(isinstance(effect, File) for effect in turn.effects):
        return turn
    if told(before) == told(after):
        return turn
    return replace(turn, effects=(*turn.effects, File(draft=not after.confirmed)))


def told(dialogue: Dialogue) -> tuple[object, ...]:
    return (
        dialogue.story, dialogue.spare, dialogue.shown, dialogue.pins, dialogue.answers,
        dialogue.tip, dialogue.source,
    )  # fmt: skip
