"""Showing: pictures, recordings, files and positions: kept, and taken for answers."""

from dataclasses import replace

from handlers.besides import FOUND_PLACE
from handlers.conversation import answering, elsewhere, missing, pieces
from handlers.conversation.elsewhere import Beside
from handlers.conversation.facts import COUNTED, counts
from handlers.conversation.filling import into_story
from handlers.conversation.hearing import is_early
from handlers.conversation.kinds import KIND
from handlers.conversation.place import OFFICER, STORY, next_key, question_of
from handlers.conversation.saying import acknowledge, ask
from handlers.conversation.scene import Scene, Turn
from handlers.wording import say
from nlp.geo import Where, where
from nlp.positions.grids import Point
from storage.model.dialogue import Answer, Dialogue, Shown, Source
from storage.model.evidence import Location, MediaKind
from storage.model.message import Incoming, Pinned, Showed

SPOKEN = COUNTED[MediaKind.VOICE]
PIN = "vị trí trên bản đồ"


def hear_shown(
    dialogue: Dialogue, incoming: Incoming, showed: Showed, scene: Scene
) -> Turn:
    """Take in a photo, recording or file; a recording may be an answer as well."""
    is_again = was_shown(dialogue, incoming, showed)
    if is_again and not showed.caption:
        return Turn(dialogue)
    item = Shown(incoming.cause, showed.media, showed.media_kind, showed.duration_s)
    beside = Beside(shown=(item,))
    if is_for_officer(dialogue, incoming, scene):
        return answering.answer_officer(
            dialogue, incoming.cause, spoken(showed), scene, beside
        )
    if is_elsewhere(dialogue, incoming, scene):
        return join_elsewhere(dialogue, incoming, showed.caption, scene, beside)
    if not is_again:
        dialogue = replace(dialogue, shown=(*dialogue.shown, item))
    answered = answer_by_showing(dialogue, incoming, showed, scene)
    if answered is not None:
        return answered
    if showed.caption:
        found = scene.find(showed.caption)
        dialogue = into_story(dialogue, incoming.cause, showed.caption, found)
    key = next_key(dialogue)
    reply = ask(dialogue, key, incoming.cause, received(dialogue, showed))
    return Turn(
        dialogue, (replace(reply, news=missing.doubt(showed.state, showed.media_kind)),)
    )


def was_shown(dialogue: Dialogue, incoming: Incoming, showed: Showed) -> bool:
    """Return whether its message brought this file before: an edit brings it again."""
    same = {one.cause for one in dialogue.shown if one.media == showed.media}
    if incoming.position is None:
        return bool(same)
    return not same.isdisjoint(pieces.causes(dialogue, incoming.position))


def is_for_officer(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> bool:
    """Return whether a thing answers an officer, who takes anything for an answer."""
    key = dialogue.asking.key if dialogue.asking else ""
    if incoming.position is None or is_early(dialogue, incoming, scene):
        return False
    return key.startswith(OFFICER) and bool(dialogue.officer)


def is_elsewhere(dialogue: Dialogue, incoming: Incoming, scene: Scene) -> bool:
    """Return whether a thing came in one breath with an answer about another tip."""
    is_last = dialogue.last in dialogue.elsewhere
    return is_last and is_early(dialogue, incoming, scene)


def join_elsewhere(
    dialogue: Dialogue, incoming: Incoming, text: str, scene: Scene, beside: Beside
) -> Turn:
    dialogue = elsewhere.add(dialogue, dialogue.last, text, scene, beside)
    ack = acknowledge(dialogue, "ack.early")
    return Turn(dialogue, (ask(dialogue, next_key(dialogue), incoming.cause, ack),))


def spoken(showed: Showed) -> str:
    """Return the words that stand for a thing shown to an officer."""
    return showed.caption or COUNTED[showed.media_kind]


def answer_by_showing(
    dialogue: Dialogue, incoming: Incoming, showed: Showed, scene: Scene
) -> Turn | None:
    """Take a recording as the answer to what its teller saw.

    An upload whose place in the conversation nobody knows answers nothing.
    """
    key = dialogue.asking.key if dialogue.asking else ""
    if incoming.position is None or is_early(dialogue, incoming, scene):
        return None
    is_voice = showed.media_kind is MediaKind.VOICE
    if key == KIND and is_voice and not showed.caption:
        return answering.go_on(
            replace(dialogue, fixing=None),
            incoming.cause,
            key,
            received(dialogue, showed),
        )
    question = question_of(dialogue, key)
    if question is None or not is_voice or showed.caption:
        return None
    held = Answer(SPOKEN, "", Source.SAID, incoming.cause)
    dialogue = answering.put(dialogue, key, held)
    return answering.go_on(dialogue, incoming.cause, key, received(dialogue, showed))


def received(dialogue: Dialogue, showed: Showed) -> str:
    """Return what we have: the length of a recording, else how many things so far."""
    if showed.media_kind is MediaKind.VOICE and showed.duration_s:
        ack = say("ack.shown", counts=f"{SPOKEN} {length(showed.duration_s)}")
    else:
        ack = say("ack.shown", dialogue.spoken, counts=counts(dialogue))
    return f"{ack} {missing.doubt(showed.state, showed.media_kind)}".strip()


def length(seconds: float) -> str:
    """Return the length of a recording in words."""
    minutes, rest = divmod(round(seconds), 60)
    parts = (f"{minutes} phút" if minutes else "", f"{rest} giây" if rest else "")
    return " ".join(part for part in parts if part)


def hear_pin(
    dialogue: Dialogue, incoming: Incoming, pinned: Pinned, scene: Scene
) -> Turn:
    """Take in a position; one at sea or far away is kept and asked about."""
    place = spot(pinned)
    beside = Beside(pins=(place,))
    if is_for_officer(dialogue, incoming, scene):
        return answering.answer_officer(dialogue, incoming.cause, PIN, scene, beside)
    if is_elsewhere(dialogue, incoming, scene):
        return join_elsewhere(dialogue, incoming, "", scene, beside)
    asking = dialogue.asking.key if dialogue.asking else ""
    is_seen = incoming.position is not None and not is_early(dialogue, incoming, scene)
    is_find = is_seen and asking == FOUND_PLACE.key
    if is_find:  # not where the grave is that was told of
        place = replace(place, where=f"answer:{asking}")
    dialogue = replace(dialogue, pins=(*dialogue.pins, place))
    ack = f"{say('ack.pin')} {doubt(pinned)}".strip()
    if (is_find or (is_seen and asking == "place")) and not doubt(pinned):
        answer = Answer(PIN, "", Source.SAID, incoming.cause)
        dialogue = answering.put(dialogue, asking, answer)
        return answering.go_on(dialogue, incoming.cause, asking, ack)
    if not (doubt(pinned) or is_find or "place" in dialogue.answers):
        # Not asked any more; a name that is told later fits better.
        shown = Answer(PIN, PIN, Source.FOUND, incoming.cause)
        dialogue = replace(dialogue, answers={**dialogue.answers, "place": shown})
    key = next_key(dialogue)
    return Turn(dialogue, (ask(dialogue, key, incoming.cause, ack),))


def spot(pinned: Pinned) -> Location:
    """Return the place as it was shown; nobody knows how far off, unless it was told."""
    return Location(pinned.lat, pinned.lon, pinned.accuracy_m, "pin", STORY)


def doubt(pinned: Pinned) -> str:
    """Return what to say of a position where nobody can lie; empty for others."""
    match where(Point(pinned.lat, pinned.lon)):
        case Where.SEA:
            return say("ack.pin.sea")
        case Where.ELSEWHERE:
            return say("ack.pin.far")
        case _:
            return ""
