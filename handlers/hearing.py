"""Hearing: where words, things shown and positions go; all of them somewhere."""

from dataclasses import replace

from handlers import answering
from handlers.commands import is_unsure
from handlers.consenting import is_shown
from handlers.facts import COUNTED
from handlers.filling import fill
from handlers.place import CONFIRM, FIX, OFFICER, STORY, next_key, question_of
from handlers.saying import acknowledge, ask, choose
from handlers.scene import Scene, Turn
from handlers.wording import say
from nlp.entity import Entity
from nlp.geo import Where, where
from nlp.grids import Point
from storage.model.dialogue import Answer, Dialogue, Shown, Source, Words
from storage.model.evidence import Location, MediaKind
from storage.model.message import Incoming, Pinned, Showed

BY_VOICE = (MediaKind.VOICE, MediaKind.VIDEO)
SPOKEN = "ghi âm"
PIN_RADIUS_M = 50.0
PLAIN_KEYS = (STORY, CONFIRM, FIX)


def hear_words(dialogue: Dialogue, incoming: Incoming, text: str, scene: Scene) -> Turn:
    """Take in words: an answer if they answer what their teller saw, else story."""
    key = dialogue.asking.key if dialogue.asking else next_key(dialogue)
    if is_early(dialogue, incoming, scene):
        return join(dialogue, incoming, text, scene)
    if key is None or next_key(dialogue) is None:
        return add(dialogue, incoming, text, scene)
    if key.startswith(OFFICER) and dialogue.officer:
        return answering.answer_officer(dialogue, incoming.cause, text, scene)
    if is_unsure(text) and key == CONFIRM:
        return answering.unsure(dialogue, incoming.cause, key, text)
    if key in PLAIN_KEYS:
        return hear_plain(dialogue, incoming, key, text, scene)
    question = question_of(dialogue, key)
    if question is None:
        return set_apart(dialogue, incoming, text, scene)
    return answering.answer(dialogue, incoming.cause, question, text, scene)


def is_early(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> bool:
    """Return whether this was sent before the open question had arrived."""
    if not dialogue.told or dialogue.asking is None:
        return False
    return not is_shown(dialogue.asking, incoming, scene)


def hear_plain(
    dialogue: Dialogue, incoming: Incoming, key: str, text: str, scene: Scene
) -> Turn:
    """Take in words at the story, the confirmation or the choice of what to correct."""
    chosen = choose(dialogue, key, text)
    if chosen is not None:
        return answering.chosen(dialogue, incoming.cause, key, chosen, scene)
    return add(dialogue, incoming, text, scene)


def add(dialogue: Dialogue, incoming: Incoming, text: str, scene: Scene) -> Turn:
    """Put words to the story, fill what they say, and go on."""
    dialogue = into_story(dialogue, incoming.cause, text, scene.find(text))
    key = next_key(dialogue)
    if key is None:
        ack = acknowledge(dialogue, "ack.added", code=dialogue.code)
    else:
        ack = acknowledge(dialogue, "ack.story")
    return Turn(dialogue, (ask(dialogue, key, incoming.cause, ack),))


def into_story(
    dialogue: Dialogue, cause: int, text: str, found: tuple[Entity, ...]
) -> Dialogue:
    dialogue = replace(
        dialogue,
        story=(*dialogue.story, Words(cause, text)),
        found={**dialogue.found, f"story.{cause}": found},
        last=STORY,
    )
    return fill(dialogue, found, cause)


def join(dialogue: Dialogue, incoming: Incoming, text: str, scene: Scene) -> Turn:
    """Join words that came before their question to the previous answer."""
    held = dialogue.answers.get(dialogue.last)
    question = question_of(dialogue, dialogue.last)
    if held is None or question is None or held.source is Source.FOUND:
        dialogue = into_story(dialogue, incoming.cause, text, scene.find(text))
    else:
        dialogue = answering.extend(dialogue, question, held, text, scene)
    ack = acknowledge(dialogue, "ack.early")
    key = next_key(dialogue)
    return Turn(dialogue, (ask(dialogue, key, incoming.cause, ack),))


def set_apart(dialogue: Dialogue, incoming: Incoming, text: str, scene: Scene) -> Turn:
    """Keep the answer to a question that a deploy took away; ask the next one."""
    spare = (*dialogue.spare, Words(incoming.cause, text))
    dialogue = fill(replace(dialogue, spare=spare), scene.find(text), incoming.cause)
    ack = acknowledge(dialogue, "ack")
    key = next_key(dialogue)
    return Turn(dialogue, (ask(dialogue, key, incoming.cause, ack),))


def hear_shown(
    dialogue: Dialogue, incoming: Incoming, showed: Showed, scene: Scene
) -> Turn:
    """Take in a photo, recording or file; a recording may be an answer as well."""
    item = Shown(incoming.cause, showed.media, showed.media_kind, showed.duration_s)
    dialogue = replace(dialogue, shown=(*dialogue.shown, item))
    if showed.caption:
        found = scene.find(showed.caption)
        dialogue = into_story(dialogue, incoming.cause, showed.caption, found)
    if showed.media_kind in BY_VOICE and not is_early(dialogue, incoming, scene):
        dialogue = answer_by_voice(dialogue, incoming.cause)
    ack = say("ack.shown", counts=f"1 {COUNTED[showed.media_kind]}{length(showed)}")
    key = next_key(dialogue)
    return Turn(dialogue, (ask(dialogue, key, incoming.cause, ack),))


def length(showed: Showed) -> str:
    """Return the length of a recording in words, if we know it."""
    if not showed.duration_s:
        return ""
    minutes, seconds = divmod(round(showed.duration_s), 60)
    return f" {minutes} phút {seconds} giây" if minutes else f" {seconds} giây"


def answer_by_voice(dialogue: Dialogue, cause: int) -> Dialogue:
    key = dialogue.asking.key if dialogue.asking else ""
    question = question_of(dialogue, key)
    if question is None or key in PLAIN_KEYS or not dialogue.told:
        return dialogue
    spoken = Answer(SPOKEN, "", Source.SAID, cause)
    answers = {**dialogue.answers, key: spoken}
    fixing = None if dialogue.fixing == key else dialogue.fixing
    return replace(dialogue, answers=answers, last=key, fixing=fixing, misread=0)


def hear_pin(dialogue: Dialogue, incoming: Incoming, pinned: Pinned) -> Turn:
    """Take in a position; one at sea or far away is kept and asked about."""
    radius = pinned.accuracy_m or PIN_RADIUS_M
    place = Location(pinned.lat, pinned.lon, radius, "pin", STORY)
    dialogue = replace(dialogue, pins=(*dialogue.pins, place))
    ack = say("ack.pin")
    match where(Point(pinned.lat, pinned.lon)):
        case Where.SEA:
            ack = f"{ack} {say('ack.pin.sea')}"
        case Where.ELSEWHERE:
            ack = f"{ack} {say('ack.pin.far')}"
    key = next_key(dialogue)
    return Turn(dialogue, (ask(dialogue, key, incoming.cause, ack),))
