"""Replacing: «không phải đồi 42 mà đồi 45» puts the right word where the wrong one stood.

The rest of what was told there stays ("đồi 45, xã Hòa Bình"); his own words are kept.
"""

import re

from handlers.conversation import answering
from handlers.conversation.facts import martyrs
from handlers.conversation.saying import acknowledge
from handlers.conversation.scene import Scene, Turn
from handlers.flows import flow
from handlers.questions import Question
from storage.model.altering import altered
from storage.model.dialogue import Answer, Dialogue, Source, Words

INSTEAD = re.compile(
    r"(?:(?:à|a|ừ|u|ơ|o|sai rồi|sai roi|nhầm rồi|nham roi)[ ,.]+){0,2}"
    r"(?:không phải|chẳng phải|khong phai|chang phai|hổng phải)(?: là| la)? (?P<old>[^,.;\n]{1,40}?),?"
    r" (?:mà|ma)(?: phải| phai)?(?: là| la)? (?P<new>[^;\n]{1,60}?)(?: chứ| chu| nhé| nhe| ạ)?",
    re.IGNORECASE,
)


def replaced(dialogue: Dialogue, cause: int, text: str, scene: Scene) -> Turn | None:
    """Return the turn that corrects the one fact in which the wrong words stand."""
    said = INSTEAD.fullmatch(text.strip(" .!\n"))
    if said is None or len(martyrs(dialogue)) > 1:
        return None
    held = [
        question
        for question in flow(dialogue.flow).questions
        if not question.choices and stands(dialogue, question, said["old"])
    ]
    if len(held) != 1:
        return None
    question = held[0]
    words = whole(said["old"]).sub(
        lambda _: said["new"].strip(), dialogue.answers[question.key].words
    )
    found = scene.find(words)
    value = question.read(words, found)
    if value is None:
        return None
    dialogue = answering.put(
        altered(dialogue, spare=(*dialogue.spare, Words(cause, text)), fixing=None),
        question.key,
        Answer(value, words, Source.SAID, cause),
    )
    dialogue = altered(
        dialogue, found={**dialogue.found, f"answer:{question.key}": found}
    )
    ack = acknowledge(dialogue, "ack")
    return answering.go_on(dialogue, cause, question.key, ack)


def stands(dialogue: Dialogue, question: Question, old: str) -> bool:
    """Return whether the words stand as a whole in what is held under the question."""
    held = dialogue.answers.get(question.key)
    if held is None or not held.value:
        return False
    return whole(old).search(held.words) is not None


def whole(words: str) -> re.Pattern[str]:
    """Return a pattern of these words where nothing is joined to them."""
    return re.compile(rf"(?<!\w){re.escape(words.strip())}(?!\w)", re.IGNORECASE)
