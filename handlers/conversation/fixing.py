"""Fixing: the words at «Cần sửa điều nào» choose a fact, and may say what is right."""

import re
from dataclasses import replace

from handlers.conversation import answering, fields, replacing
from handlers.conversation.contradicting import takes_back
from handlers.conversation.facts import martyrs
from handlers.conversation.filling import into_story
from handlers.conversation.fitting import fitting
from handlers.conversation.place import FIX, next_key, question_of
from handlers.conversation.saying import acknowledge, ask, asks_of, choose
from handlers.conversation.scene import Scene, Turn
from handlers.flows import flow
from handlers.informant import TELLER_PHONE
from handlers.questions import Question
from handlers.wording import say
from nlp.entity import Entity, Kind
from storage.model.dialogue import Dialogue, Source, Words

# "À không, cạnh cây xoài mới đúng", said when the next thing is asked already.
RATHER = re.compile(
    r"(?:(?:à|ồ|ơ|a|o)[ ,]+)?(?:không|nhầm|lộn|khong|nham|lon)(?: (?:phải|rồi|phai|roi))?[ ,]+"
    r"(?P<right>\S.*?)[ ,]+(?:mới|moi) (?:đúng|phải|dung|phai)[ .!ạ]*",
    re.IGNORECASE,
)


def set_right(
    dialogue: Dialogue, cause: int, key: str, text: str, scene: Scene
) -> Turn | None:
    """Take the right answer to the question before; None if the words are none."""
    told, last = RATHER.fullmatch(text.strip()), dialogue.last
    held, question = dialogue.answers.get(last), question_of(dialogue, last)
    if told is None or held is None or question is None or last == key:
        return None
    if held.source is not Source.SAID:
        return None
    dialogue = replace(dialogue, spare=(*dialogue.spare, Words(cause, text)))
    return answering.answer(dialogue, cause, question, told["right"], scene)


def meant(dialogue: Dialogue, text: str) -> str | None:
    """Return the key of the fact that the words name; None when that is not clear."""
    known = asks_of(flow(dialogue.flow).questions)
    return fields.named(text, [question.key for question in known])


def wrong(dialogue: Dialogue, text: str, scene: Scene) -> Question | None:
    """Return the fact that is said to be wrong as it was read back, if it is one.

    Who only takes something back ("không, 1968") means what he told last, or the one
    fact that is such a thing as he names.
    """
    key = meant(dialogue, text) if fields.is_called_wrong(text) else None
    key = key or _set(dialogue, text, scene.find(text))
    key = key or _other_number(dialogue, text, scene.find(text))
    if key is None and takes_back(text):
        key = _taken_back(dialogue, text, scene.find(text))
    return question_of(dialogue, key) if key else None


def _other_number(
    dialogue: Dialogue, text: str, found: tuple[Entity, ...]
) -> str | None:
    """Return the key of his number where another is the right one."""
    held = dialogue.answers.get(TELLER_PHONE.key)
    numbers = {entity.norm for entity in found if entity.kind is Kind.PHONE}
    if held is None or len(numbers) != 1 or held.value in (None, *numbers):
        return None
    is_taken_back = fields.is_called_wrong(text) or takes_back(text)
    return TELLER_PHONE.key if is_taken_back else None


def _set(dialogue: Dialogue, text: str, found: tuple[Entity, ...]) -> str | None:
    """Return the fact of which the words say what it is ("nơi chôn là đồi 46")."""
    key = meant(dialogue, text)
    question = question_of(dialogue, key) if key else None
    is_set = question is not None and fields.is_set(text, question.key)
    is_said = is_set and question is not None and _says(question, text, found)
    return key if is_said and len(martyrs(dialogue)) <= 1 else None


def _taken_back(dialogue: Dialogue, text: str, found: tuple[Entity, ...]) -> str | None:
    last = question_of(dialogue, dialogue.last or "")
    if last is None or _says(last, text, found):
        return dialogue.last
    held = [q for q in flow(dialogue.flow).questions if dialogue.answers.get(q.key)]
    fits = [q for q in held if fitting(q, found)]
    return fits[0].key if len(fits) == 1 else dialogue.last


def hear(dialogue: Dialogue, cause: int, text: str, scene: Scene) -> Turn:
    """Take in what is to be corrected; what names nothing is kept, and asked once more."""
    chosen = choose(dialogue, FIX, text)
    if chosen is not None:
        return answering.chosen(dialogue, cause, FIX, chosen, scene)
    turn = replacing.replaced(dialogue, cause, text, scene)
    if turn is not None:
        return turn
    key = meant(dialogue, text)
    question = question_of(dialogue, key) if key else None
    if question is None:
        return _unclear(dialogue, cause, text, scene)
    return correct(dialogue, cause, question, text, scene)


def correct(
    dialogue: Dialogue, cause: int, question: Question, text: str, scene: Scene
) -> Turn:
    """Go to the fact that was named; if its right value was told too, take that."""
    scene = _without_complaint(scene)
    turn = answering.chosen(dialogue, cause, FIX, question.key, scene)
    if _says(question, text, scene.find(text)):
        return answering.answer(turn.dialogue, cause, question, text, scene)
    if fields.is_only_named(text, question.key):
        return turn
    spare = (*turn.dialogue.spare, Words(cause, text))
    return replace(turn, dialogue=replace(turn.dialogue, spare=spare))


def _without_complaint(scene: Scene) -> Scene:
    """Return the scene where "tên sai rồi" names nobody "Sai"."""

    def find(text: str) -> tuple[Entity, ...]:
        return tuple(e for e in scene.find(text) if not fields.is_called_wrong(e.text))

    return replace(scene, find=find)


def _says(question: Question, text: str, found: tuple[Entity, ...]) -> bool:
    """Return whether the text holds what the question asks for."""
    if question.spot is not None and question.spot(text, found):
        return True
    kind = question.fill.kind if question.fill else None
    return any(entity.kind is kind for entity in found)


def _unclear(dialogue: Dialogue, cause: int, text: str, scene: Scene) -> Turn:
    """Keep the words; ask once more, then go back to what was read back."""
    dialogue, times = _kept(dialogue, cause, text, scene), dialogue.misread
    if times:
        dialogue = replace(dialogue, fixing=None, misread=0)
        ack = say("misread", 2)
        return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause, ack),))
    dialogue = replace(dialogue, misread=1)
    ack = acknowledge(dialogue, "fix.unclear")
    return Turn(dialogue, (ask(dialogue, FIX, cause, ack),))


def _kept(dialogue: Dialogue, cause: int, text: str, scene: Scene) -> Dialogue:
    """Put words that name something to the story, others to the spare ones."""
    found = scene.find(text)
    if found:
        return into_story(dialogue, cause, text, found)
    return replace(dialogue, spare=(*dialogue.spare, Words(cause, text)))
