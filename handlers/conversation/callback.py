"""A person is wanted: a call-back with number, best hour and reason is filed.

What is told of it is filed at once: somebody may call, even if no more is told.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers import readers
from handlers.conversation.duty import where
from handlers.conversation.place import has_content, is_open, next_key
from handlers.conversation.saying import ask
from handlers.conversation.scene import CallBack, CallOff, Effect, File, Scene, Turn
from handlers.informant import CALLBACK
from handlers.questions import is_said
from handlers.wording import say
from nlp.entity import Entity
from storage.model.dialogue import Answer, Consent, Dialogue, Source, Words
from storage.model.message import Button

OWN = "teller_phone"
NUMBERS = ("callback_phone", OWN)
HERE = re.compile(r"\+84(\d{3})(\d{3})(\d{3})")
OFF = Button("callback", "off", say("callback.off"))


def begin(dialogue: Dialogue, cause: int, scene: Scene) -> Turn:
    """Say where a person is, and ask for number, best hour and reason."""
    dialogue = replace(_emptied(dialogue), wants_officer=True, misread=0, fixing=None)
    if "callback_phone" not in dialogue.answers:
        return _said(dialogue, cause, where(scene))
    turn = _said(dialogue, cause, f"{where(scene)} {told_number(dialogue)}")
    return replace(turn, effects=(wish(dialogue),))


def renumber(
    dialogue: Dialogue, cause: int, text: str, found: Sequence[Entity]
) -> Dialogue:
    """Take the last number that is told; the words of the one before go to `spare`."""
    number = readers.phone(text, found)
    if number is None:
        return dialogue
    before = dialogue.answers.get("callback_phone")
    if before is not None and before.source is Source.SAID and before.words:
        words = Words(before.cause or 0, before.words)
        dialogue = replace(dialogue, spare=(*dialogue.spare, words))
    held = Answer(number, text, Source.SAID, cause)
    answers = {**dialogue.answers, "callback_phone": held}
    if _is_known_by_wish(dialogue):
        del answers[OWN]
    return known(replace(dialogue, answers=answers))


def go_on(dialogue: Dialogue, cause: int, ack: str) -> Turn:
    """Ask what is missing of the wish; file it when all is there."""
    dialogue = known(dialogue)
    if not dialogue.wants_officer or any(is_open(dialogue, q) for q in CALLBACK):
        return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause, ack),))
    return leave(dialogue, cause)


def leave(dialogue: Dialogue, cause: int) -> Turn:
    """File the wish with what was told of it, and go back to the story."""
    wanted = wish(dialogue)
    ack = say("callback.filed" if wanted.phone else "callback.no_number")
    effects: tuple[Effect, ...] = (wanted,)
    is_agreed = dialogue.consent is Consent.GIVEN
    if is_agreed and has_content(dialogue) and not dialogue.confirmed:
        effects = (File(draft=True), wanted)
    dialogue = replace(dialogue, wants_officer=False)
    return replace(_said(dialogue, cause, ack), effects=effects)


def call_off(dialogue: Dialogue, cause: int) -> Turn:
    """Take the wish back: its words are kept, but nobody calls."""
    if not is_wished(dialogue):
        return _said(dialogue, cause, say("callback.none"))
    gone = {*told(dialogue), *([OWN] if _is_known_by_wish(dialogue) else [])}
    kept = {k: a for k, a in dialogue.answers.items() if k not in gone}
    dialogue = replace(_emptied(dialogue), wants_officer=False, misread=0)
    dialogue = replace(dialogue, answers=kept)
    return replace(
        _said(dialogue, cause, say("callback.called_off")), effects=(CallOff(),)
    )


def known(dialogue: Dialogue) -> Dialogue:
    """Return the dialogue whose teller can be called at the number of his wish.

    Of who has not consented to more, it is for that call alone.
    """
    number = dialogue.answers.get("callback_phone")
    is_agreed = dialogue.consent is Consent.GIVEN
    if not is_agreed or number is None or not number.value or OWN in dialogue.answers:
        return dialogue
    held = replace(number, words=_spoken(number), source=Source.FOUND)
    return replace(dialogue, answers={**dialogue.answers, OWN: held})


def noted(before: Dialogue, turn: Turn) -> Turn:
    """Return the turn wanting the wish brought up to what was told of it, at once."""
    after = turn.dialogue
    if turn.is_anew or not is_wished(after):
        return turn
    wanted = wish(after)
    is_seen_to = any(isinstance(one, CallBack | CallOff) for one in turn.effects)
    is_due = bool(wanted.phone) or not after.wants_officer
    if is_seen_to or not is_due or wanted == wish(before):
        return turn
    return replace(turn, effects=(*turn.effects, wanted))


def wish(dialogue: Dialogue) -> CallBack:
    """Return the wish as far as it was told; a number told later is called, too."""
    held = [dialogue.answers.get(key) for key in NUMBERS]
    numbers = [number.value for number in held if number and number.value]
    return CallBack(
        next(iter(numbers), None),
        _words(dialogue, "callback_hour"),
        _words(dialogue, "callback_reason"),
    )


def told(dialogue: Dialogue) -> dict[str, Answer]:
    """Return what was told of the wish."""
    held = dialogue.answers
    return {q.key: held[q.key] for q in CALLBACK if q.key in held}


def is_wished(dialogue: Dialogue) -> bool:
    """Return whether a call is wished, filed already or not."""
    return dialogue.wants_officer or any(q.key in dialogue.answers for q in CALLBACK)


def told_number(dialogue: Dialogue) -> str:
    """Return which number will be called, in a sentence."""
    return say("callback.number", phone=_spoken(dialogue.answers["callback_phone"]))


def _said(dialogue: Dialogue, cause: int, ack: str) -> Turn:
    """Return the turn that says something in any case, and asks what is open."""
    reply = ask(dialogue, next_key(dialogue), cause, ack, is_news=True)
    return Turn(dialogue, (reply,))


def _emptied(dialogue: Dialogue) -> Dialogue:
    """Return the dialogue before its wish; words of an earlier one go to `spare`.

    A number told before, here or in the story, is not asked again.
    """
    answers = dict(dialogue.answers)
    known = next((k for k in NUMBERS if is_said(answers, k)), "")
    number = answers.get(known)
    gone = [answers.pop(q.key) for q in CALLBACK if q.key in answers]
    words = tuple(
        Words(held.cause or 0, held.words)
        for held in gone
        if held.source is Source.SAID and held.words
    )
    if number is not None:
        answers["callback_phone"] = replace(number, source=Source.FOUND)
    return replace(dialogue, answers=answers, spare=dialogue.spare + words)


def _is_known_by_wish(dialogue: Dialogue) -> bool:
    """Return whether the teller's number is held only because he wished to be called."""
    wished, own = (dialogue.answers.get(key) for key in NUMBERS)
    if wished is None or own is None or own.source is not Source.FOUND:
        return False
    return wished.source is Source.SAID and own.cause == wished.cause


def _spoken(number: Answer) -> str:
    """Return a number as it is read aloud here, else as it was told."""
    known = HERE.fullmatch(number.value or "")
    if known is None:
        return number.words or number.value or ""
    return f"0{' '.join(known.groups())}"


def _words(dialogue: Dialogue, key: str) -> str:
    answer = dialogue.answers.get(key)
    if answer is None or not is_said(dialogue.answers, key):
        return ""
    return answer.words or answer.value or ""
