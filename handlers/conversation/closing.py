"""Closing: the story is told, the facts are read back, the tip is sent."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from handlers.conversation import callback
from handlers.conversation.filling import refill
from handlers.conversation.fragments import read_whole
from handlers.conversation.kinds import KIND, has_words, is_named, name_of
from handlers.conversation.place import FIX, STORY, has_content, next_key
from handlers.conversation.saying import acknowledge, ask, correctable
from handlers.conversation.scene import File, Reply, Scene, Turn
from handlers.wording import SAID, say
from storage.model.alert import AlertReason
from storage.model.dialogue import Answer, Consent, Dialogue
from storage.model.message import Button

NEW = "new"
KEPT = ("teller_phone", "teller_name")
NOTHING_KEPT: Mapping[str, Answer] = MappingProxyType({})


def end_story(dialogue: Dialogue, cause: int, scene: Scene) -> Turn:
    """Go from the story to what is missing; an empty one is invited again."""
    if dialogue.told:
        return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause),))
    if not has_content(dialogue):
        empty = acknowledge(dialogue, "story.empty")
        return Turn(dialogue, (ask(dialogue, STORY, cause, empty),))
    is_shown = bool(dialogue.shown or dialogue.pins)
    is_unknown = is_shown and not (
        dialogue.is_chosen or has_words(dialogue) or is_named(dialogue)
    )
    if is_unknown and KIND not in (*dialogue.asked, *dialogue.overtaken):
        # Recordings and pictures alone do not say what they are of: he does, or lets it be.
        dialogue = replace(dialogue, fixing=KIND, asked=(*dialogue.asked, KIND))
    dialogue = read_whole(dialogue, scene.find)
    dialogue = refill(replace(dialogue, told=True, flow=name_of(dialogue)))
    return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause),))


def confirm(dialogue: Dialogue, cause: int, value: str, scene: Scene) -> Turn:
    """Take the answer to the facts as read back."""
    if value == "fix":
        return fix(dialogue, cause)
    if value == "more":
        dialogue = replace(dialogue, told=False, enough=False)
        return Turn(dialogue, (ask(dialogue, STORY, cause),))
    return send(dialogue, cause, scene)


def fix(dialogue: Dialogue, cause: int) -> Turn:
    """Ask what is to be corrected; with nothing held, hear the story on."""
    if not correctable(dialogue):
        dialogue = replace(dialogue, told=dialogue.confirmed)
        return Turn(dialogue, (ask(dialogue, STORY, cause),))
    dialogue = replace(dialogue, fixing=FIX, misread=0)
    return Turn(dialogue, (ask(dialogue, FIX, cause),))


def send(dialogue: Dialogue, cause: int, scene: Scene) -> Turn:
    """File the tip and tell its code; a missing fact never blocks it."""
    if dialogue.confirmed or not has_content(dialogue):
        return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause),))
    dialogue = replace(
        dialogue,
        told=True,
        enough=True,
        confirmed=True,
        fixing=None,
        asking=None,
        code=dialogue.code or scene.new_code(),
        # Remains that come to light after this are others.
        alerted=tuple(r for r in dialogue.alerted if r != AlertReason.FOUND_NOW),
        flow=dialogue.flow or name_of(dialogue),
    )
    own = f"filed.thanks.{dialogue.flow}"  # a complaint is not sent to this office
    thanks = say(
        own if own in SAID else "filed", office=scene.office.name, code=dialogue.code
    )
    again = (Button("more", NEW, say("filed.new")),)
    last = _last_word(dialogue, scene)
    replies = (
        Reply(cause, "filed", thanks),
        Reply(cause, last, say(last), again),
    )
    return Turn(dialogue, replies, (File(draft=False),))


def _last_word(dialogue: Dialogue, scene: Scene) -> str:
    """Return the key of what is said last: what this kind of telling calls for."""
    own = f"filed.{dialogue.flow}"
    is_alone = scene.office.parent is None and f"{own}.alone" in SAID
    own = f"{own}.alone" if is_alone else own
    return own if own in SAID else "filed.safety"


def begin_anew(dialogue: Dialogue, cause: int) -> Turn:
    """Begin another telling of the same teller; an unsent one is not left behind.

    Where a teller has died it is another's: he is not taken for him, and what the house
    told since is filed before its draft is due.
    """
    if dialogue.muted:
        turn = _begin(dialogue, cause, _last_of_the_dead(dialogue))
        is_unfiled = dialogue.tip is None and has_content(dialogue)
        return replace(turn, effects=(File(draft=True),) * is_unfiled)
    if not dialogue.confirmed or dialogue.officer:
        ack = acknowledge(dialogue, "new.first") if has_content(dialogue) else ""
        return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause, ack),))
    kept = {key: held for key, held in dialogue.answers.items() if key in KEPT}
    turn = _begin(dialogue, cause, dialogue.mourned, kept)
    wish = (callback.wish(dialogue),) if dialogue.wants_officer else ()
    return replace(turn, effects=wish)


def followed(ended: Dialogue, dialogue: Dialogue) -> Dialogue:
    """Return the dialogue that began where one ended, now that its tip has its number."""
    return replace(dialogue, mourned=max(dialogue.mourned, _last_of_the_dead(ended)))


def _last_of_the_dead(dialogue: Dialogue) -> int:
    """Return the last tip here whose teller has died; 0: none."""
    return (dialogue.muted and dialogue.tip) or dialogue.mourned


def _begin(
    dialogue: Dialogue,
    cause: int,
    mourned: int,
    answers: Mapping[str, Answer] = NOTHING_KEPT,
) -> Turn:
    fresh = Dialogue(
        turn=dialogue.turn,
        spoken=dialogue.spoken,
        put=dialogue.put,
        times=dialogue.times,
        consent=Consent.GIVEN,
        source=dialogue.source,
        scanned=dialogue.scanned,
        answers=dict(answers),
        announced=dialogue.announced,
        mourned=mourned,
        pace=dialogue.pace,
        cleared=dialogue.cleared,
    )
    return Turn(fresh, (ask(fresh, STORY, cause),), is_anew=True)
