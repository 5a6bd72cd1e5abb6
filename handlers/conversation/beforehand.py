"""Beforehand: a call wished before consent; only what answers its questions is read.

A wish for a call is a narrow consent of its own: number, hour and reason are for whoever
calls. All else stays sealed until its teller agrees, or is destroyed when he does not.
"""

from collections.abc import Sequence
from dataclasses import replace

from handlers.conversation import (
    answering,
    callback,
    consenting,
    obeying,
    pieces,
    pressing,
    revising,
    sharing,
)
from handlers.conversation.answering import OF_CALLBACK, PATIENCE
from handlers.conversation.belated import is_unasked
from handlers.conversation.place import question_of
from handlers.conversation.saying import acknowledge, choose
from handlers.conversation.scene import Reply, Scene, Turn
from handlers.questions import Question
from handlers.readers import ANSWER_CHARS
from handlers.wording import say
from nlp.entity import SURE, Entity, Kind
from storage.model.dialogue import Answer, Consent, Dialogue, Source
from storage.model.evidence import MediaKind
from storage.model.message import (
    Command,
    Commanded,
    Edited,
    Incoming,
    Pressed,
    Said,
    Shared,
    Showed,
)

PHONE, REASON = "callback_phone", "callback_reason"
LEAVES = (Command.SKIP, Command.FORGOT, Command.ENOUGH, Command.HELP)


def advance(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> Turn | None:
    """Return the turn of a wish for a call; None for all that is none."""
    turn = _wish(dialogue, incoming, scene)
    if turn is None:
        return None
    noted = pieces.noted(dialogue, turn.dialogue, incoming)
    return _settled(replace(turn, dialogue=noted), incoming.cause, scene)


def _wish(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> Turn | None:
    """Take in what is about the wish, whether or not its questions are open."""
    cause = incoming.cause
    match incoming.what:
        case Commanded(command=Command.OFFICER):
            return callback.begin(dialogue, cause, scene)
        case Commanded(command=Command.CALL_OFF):
            return callback.call_off(dialogue, cause)
        case Edited() as edited if _is_of_wish(dialogue, edited):
            return revising.revise(dialogue, incoming, edited, scene)
        case Pressed(key=key, value=value) as pressed if key in OF_CALLBACK:
            is_ours = pressing.is_ours(dialogue, key, value)
            return (
                pressing.press(dialogue, incoming, pressed, scene) if is_ours else None
            )
        case Said() if consenting.answer(dialogue, incoming, scene) == "officer":
            return callback.begin(dialogue, cause, scene)
    if is_unasked(dialogue, incoming, scene):
        return None
    if dialogue.wants_officer:
        return _answer(dialogue, incoming, scene)
    return _number(dialogue, incoming, scene)


def _is_of_wish(dialogue: Dialogue, edited: Edited) -> bool:
    """Return whether the first words were read for the wish, and are not sealed."""
    rows = pieces.causes(dialogue, edited.message)
    sealed = {one.cause for one in dialogue.sealed}
    held = {
        dialogue.answers[key].cause for key in OF_CALLBACK & dialogue.answers.keys()
    }
    return bool(rows & held) and not rows & sealed


def _answer(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> Turn | None:
    """Take the answer to the question of the wish that its teller had seen."""
    key = dialogue.asking.key if dialogue.asking else ""
    question = question_of(dialogue, key)
    match incoming.what:
        case Commanded(command=command) as commanded if command in LEAVES:
            return obeying.obey(dialogue, incoming, commanded, scene)
    is_seen = consenting.is_shown(dialogue.asking, incoming, scene)
    if question is None or key not in OF_CALLBACK or not is_seen:
        return None
    match incoming.what:
        case Said(text=text):
            return _words(dialogue, incoming, question, text, scene)
        case Shared() as card if sharing.asked(dialogue, incoming, card, scene):
            return sharing.take(dialogue, incoming, card, scene)
        case Showed(media_kind=MediaKind.VOICE):
            return _apart(dialogue, incoming, question, ())
    return None


def _words(
    dialogue: Dialogue, incoming: Incoming, question: Question, text: str, scene: Scene
) -> Turn:
    found = scene.find(text)
    numbers = _numbers(found)
    if question.key != REASON and _tells_more(text, found):
        return _apart(dialogue, incoming, question, numbers)
    chosen = choose(dialogue, question.key, text)
    if chosen or question.read(text, found) or numbers:
        return answering.answer(dialogue, incoming.cause, question, text, scene)
    return _apart(dialogue, incoming, question, ())


def _apart(
    dialogue: Dialogue,
    incoming: Incoming,
    question: Question,
    numbers: Sequence[Entity],
) -> Turn:
    """Seal what tells something else; of it only a number to call is read."""
    cause, misread = incoming.cause, dialogue.misread + 1
    dialogue = replace(consenting.sealed(dialogue, incoming), misread=misread)
    if numbers:
        dialogue = callback.renumber(dialogue, cause, numbers[0].text, numbers)
        dialogue = replace(dialogue, misread=0)
    elif misread > PATIENCE or question.key == REASON:
        left = Answer(None, "", Source.SKIPPED, cause)
        dialogue = answering.put(dialogue, question.key, left)
    ack = say("consent.sealed", len(dialogue.sealed) - 1)
    return callback.go_on(dialogue, cause, ack)


def _number(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> Turn | None:
    """Take the number that the wish still waits for, if nothing else is told."""
    held = dialogue.answers.get(PHONE)
    if held is None or held.value or not isinstance(incoming.what, Said):
        return None
    text = incoming.what.text
    found = scene.find(text)
    if not _numbers(found) or _tells_more(text, found):
        return None
    dialogue = callback.renumber(dialogue, incoming.cause, text, found)
    ack = callback.told_number(dialogue)
    return Turn(dialogue, (Reply(incoming.cause, "callback.number", ack, news=ack),))


def _numbers(found: Sequence[Entity]) -> tuple[Entity, ...]:
    return tuple(entity for entity in found if entity.kind is Kind.PHONE)


def _tells_more(text: str, found: Sequence[Entity]) -> bool:
    """Return whether a text is a telling, and not only a number or an hour."""
    named = [e for e in found if e.kind is not Kind.PHONE and e.score >= SURE]
    return bool(named) or len(text) > ANSWER_CHARS


def _settled(turn: Turn, cause: int, scene: Scene) -> Turn:
    """Ask for consent once nothing of the wish is open.

    Who refused is asked again only for what he has told since.
    """
    dialogue = turn.dialogue
    if dialogue.wants_officer or not turn.replies:
        return turn
    ack = turn.replies[-1].news or acknowledge(dialogue, "ack")
    told = Reply(cause, "callback.told", ack, news=ack)
    if dialogue.consent is Consent.REFUSED and not dialogue.sealed:
        dialogue = replace(dialogue, asking=None)
        return replace(turn, dialogue=dialogue, replies=(told,))
    put = consenting.request(dialogue, cause, scene, "")
    return replace(turn, dialogue=put.dialogue, replies=(told, *put.replies))
