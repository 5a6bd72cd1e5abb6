"""Hearing: where words, things shown and positions go; all of them somewhere."""

from dataclasses import replace

from handlers.conversation import (
    address,
    another,
    answering,
    asides,
    elsewhere,
    fixing,
    missing,
    pieces,
)
from handlers.conversation.commands import is_unsure
from handlers.conversation.consenting import is_shown
from handlers.conversation.elsewhere import Beside
from handlers.conversation.facts import COUNTED, counts
from handlers.conversation.filling import fill, into_story
from handlers.conversation.kinds import KIND, recognised
from handlers.conversation.place import (
    ADDRESS,
    CONFIRM,
    FIX,
    OFFICER,
    STORY,
    WHICH,
    next_key,
    question_of,
)
from handlers.conversation.saying import acknowledge, ask, choose
from handlers.conversation.scene import Scene, Turn
from handlers.wording import say
from nlp.geo import Where, where
from nlp.grids import Point
from storage.model.dialogue import Answer, Dialogue, Shown, Source, Words
from storage.model.evidence import Location, MediaKind
from storage.model.message import Incoming, Pinned, Showed

SPOKEN = COUNTED[MediaKind.VOICE]
PIN = "vị trí trên bản đồ"
PLAIN_KEYS = (STORY, CONFIRM, FIX, KIND, ADDRESS, WHICH)


def hear_words(dialogue: Dialogue, incoming: Incoming, text: str, scene: Scene) -> Turn:
    """Take in words: an answer if they answer what their teller saw, else story."""
    key = dialogue.asking.key if dialogue.asking else next_key(dialogue)
    if is_early(dialogue, incoming, scene):
        return join(dialogue, incoming, text, scene)
    found = scene.find(text)
    gist = asides.aside(text, found) if key in (None, *PLAIN_KEYS) else None
    if gist is not None:
        return asides.answer(dialogue, incoming.cause, text, gist, scene)
    if key is None or next_key(dialogue) is None:
        if another.is_perhaps(dialogue, text, found):
            return another.wonder(dialogue, incoming)
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
    asking = dialogue.asking
    if asking is None:
        return False
    if asking.key == STORY and dialogue.last not in dialogue.elsewhere:
        return False  # a story takes whatever comes, but for words about another one
    return not is_shown(asking, incoming, scene)


def hear_plain(
    dialogue: Dialogue, incoming: Incoming, key: str, text: str, scene: Scene
) -> Turn:
    """Take in words at the story, the confirmation or the choice of what to correct."""
    if key == FIX:
        return fixing.hear(dialogue, incoming.cause, text, scene)
    chosen = choose(dialogue, key, text)
    if chosen is not None and is_shown(dialogue.asking, incoming, scene):
        if key == WHICH:
            return another.decide(dialogue, incoming.cause, chosen, scene)
        return answering.chosen(dialogue, incoming.cause, key, chosen, scene)
    if key == WHICH:
        return another.wonder(dialogue, incoming)
    if key == STORY and (called := address.answered(dialogue, text)):
        return answering.choose_address(dialogue, incoming.cause, called)
    dialogue = passed(dialogue, key)
    wrong = fixing.wrong(dialogue, text) if key == CONFIRM else None
    if wrong is not None:
        return fixing.correct(dialogue, incoming.cause, wrong, text, scene)
    return add(dialogue, incoming, text, scene)


def passed(dialogue: Dialogue, key: str) -> Dialogue:
    """Return the dialogue of who tells on where he had wished another kind or name."""
    return replace(dialogue, fixing=None) if key in (KIND, ADDRESS) else dialogue


def add(dialogue: Dialogue, incoming: Incoming, text: str, scene: Scene) -> Turn:
    """Put words to the story, fill what they say, and go on."""
    dialogue = into_story(dialogue, incoming.cause, text, scene.find(text))
    key = next_key(dialogue)
    if key is None:
        ack = acknowledge(dialogue, "ack.added", code=dialogue.code)
    else:
        dialogue, ack = heard(dialogue)
    return Turn(dialogue, (ask(dialogue, key, incoming.cause, ack),))


def heard(dialogue: Dialogue) -> tuple[Dialogue, str]:
    """Return what we say to more of a story: its kind, the first time it shows."""
    name = None if dialogue.told or dialogue.is_chosen else recognised(dialogue)
    if name is None or name == dialogue.shown_kind:
        return dialogue, acknowledge(dialogue, "ack.story")
    dialogue = replace(dialogue, shown_kind=name, flow=name)
    return dialogue, acknowledge(dialogue, "ack.kind", kind=say(f"kind.{name}"))


def join(dialogue: Dialogue, incoming: Incoming, text: str, scene: Scene) -> Turn:
    """Join words that came before their question to the previous answer."""
    longer = answering.extend(dialogue, text, scene)
    if longer is None:
        longer = into_story(dialogue, incoming.cause, text, scene.find(text))
    dialogue = longer
    ack = acknowledge(dialogue, "ack.early")
    key = next_key(dialogue)
    return Turn(dialogue, (ask(dialogue, key, incoming.cause, ack),))


def set_apart(dialogue: Dialogue, incoming: Incoming, text: str, scene: Scene) -> Turn:
    """Keep the answer to a question that a deploy took away; ask the next one."""
    spare = (*dialogue.spare, Words(incoming.cause, text))
    found = scene.find(text)
    dialogue = fill(replace(dialogue, spare=spare), text, found, incoming.cause)
    ack = acknowledge(dialogue, "ack")
    key = next_key(dialogue)
    return Turn(dialogue, (ask(dialogue, key, incoming.cause, ack),))


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
    dialogue = replace(dialogue, pins=(*dialogue.pins, place))
    asking = dialogue.asking.key if dialogue.asking else ""
    is_seen = incoming.position is not None and not is_early(dialogue, incoming, scene)
    ack = f"{say('ack.pin')} {doubt(pinned)}".strip()
    if is_seen and asking == "place" and not doubt(pinned):
        answer = Answer(PIN, "", Source.SAID, incoming.cause)
        dialogue = answering.put(dialogue, asking, answer)
        return answering.go_on(dialogue, incoming.cause, asking, ack)
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
