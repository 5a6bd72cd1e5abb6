"""Another telling: words after a sent one may begin a new story, or go on with it.

Several people tell on one phone. Nobody guesses: the teller is asked, his words wait, and
if he says nothing they are put to the telling before, where staff read them.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from handlers.conversation import closing
from handlers.conversation.filling import into_story
from handlers.conversation.place import WHICH, next_key
from handlers.conversation.saying import acknowledge, ask
from handlers.conversation.scene import File, Scene, Turn
from nlp.entity import Entity, Kind
from nlp.text import fold
from storage.model.dialogue import Dialogue
from storage.model.message import Incoming, Said

# "Còn tôi là Bảy hàng xóm mượn máy kể": somebody else holds the telephone now.
BORROWED = re.compile(
    r"\bmuon (?:may|dien thoai)\b|\b(?:con|den luot) (?:toi|tui) (?:la|ten)\b|\bhang xom\b"
)
SHORTEST = 60  # characters; less is a remark on what was told


def is_perhaps(dialogue: Dialogue, text: str, found: Iterable[Entity]) -> bool:
    """Return whether words after a sent telling may be about somebody else."""
    if not dialogue.confirmed or dialogue.officer or len(text) < SHORTEST:
        return False
    named = {_name(one.text) for one in found if one.role == "martyr"}
    known = {_name(name) for name in _names(dialogue)}
    return bool(named) and bool(known) and named.isdisjoint(known)


def wonder(dialogue: Dialogue, incoming: Incoming) -> Turn:
    """Keep the words aside and ask which story they belong to."""
    dialogue = replace(dialogue, undecided=(*dialogue.undecided, incoming))
    return Turn(dialogue, (ask(dialogue, WHICH, incoming.cause),))


def decide(dialogue: Dialogue, cause: int, value: str, scene: Scene) -> Turn:
    """Begin a new telling with the words that wait, or put them to the one before."""
    waiting, dialogue = dialogue.undecided, replace(dialogue, undecided=(), asking=None)
    if value != "new":
        dialogue = _replayed(dialogue, waiting, scene)
        ack = acknowledge(dialogue, "ack.added", code=dialogue.code)
        reply = ask(dialogue, next_key(dialogue), cause, ack)
        return Turn(dialogue, (reply,), (File(draft=False),))
    turn = closing.begin_anew(dialogue, cause)
    fresh = turn.dialogue
    if _introduces(waiting, scene):  # somebody else's number is not his
        fresh = replace(fresh, answers={})
    fresh = _replayed(fresh, waiting, scene)
    ack = acknowledge(fresh, "ack.story")
    return replace(
        turn, dialogue=fresh, replies=(ask(fresh, next_key(fresh), cause, ack),)
    )


def _introduces(waiting: Iterable[Incoming], scene: Scene) -> bool:
    """Return whether the words say who tells them: another than before, perhaps."""
    texts = [one.what.text for one in waiting if isinstance(one.what, Said)]
    found = [entity for text in texts for entity in scene.find(text)]
    is_named = any(one.kind is Kind.PERSON and one.role == "witness" for one in found)
    return is_named or any(BORROWED.search(fold(text)) for text in texts)


def lapse(dialogue: Dialogue, scene: Scene) -> Turn:
    """Put words that nobody decided on to the telling before; staff will see."""
    waiting, dialogue = dialogue.undecided, replace(dialogue, undecided=())
    return Turn(_replayed(dialogue, waiting, scene), (), (File(draft=False),))


def _replayed(
    dialogue: Dialogue, waiting: Iterable[Incoming], scene: Scene
) -> Dialogue:
    for incoming in waiting:
        if isinstance(incoming.what, Said):
            text = incoming.what.text
            dialogue = into_story(dialogue, incoming.cause, text, scene.find(text))
    return dialogue


def _names(dialogue: Dialogue) -> list[str]:
    found = [one for several in dialogue.found.values() for one in several]
    named = [one.text for one in found if one.kind is Kind.PERSON]
    held = dialogue.answers.get("martyr_name")
    return [*named, *((held.value,) if held and held.value else ())]


def _name(name: str) -> str:
    return " ".join(fold(name).split())
