"""Answering: what words or a choice become under the question they answer."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.conversation import callback, closing, elsewhere, menu, passing
from handlers.conversation.address import ADDRESSES, NONE, acknowledged
from handlers.conversation.commands import is_denied
from handlers.conversation.elsewhere import NOTHING, Beside
from handlers.conversation.filling import beside, fill
from handlers.conversation.kinds import KIND
from handlers.conversation.place import (
    ADDRESS,
    CONFIRM,
    FIX,
    OF_NO_FLOW,
    OFFICER,
    STORY,
    next_key,
    question_of,
)
from handlers.conversation.saying import FORGOT, SKIP, acknowledge, ask, choose
from handlers.conversation.scene import Scene, Turn
from handlers.conversation.unfit import belongs_elsewhere, declined
from handlers.informant import CALLBACK, KNOWS_MORE
from handlers.questions import Question
from handlers.wording import say
from nlp.entity import Entity
from storage.model.altering import altered
from storage.model.dialogue import Answer, Dialogue, Source, Words

PATIENCE = 2
LEFT = {FORGOT: Source.FORGOTTEN, SKIP: Source.SKIPPED}
OF_CALLBACK = frozenset(question.key for question in CALLBACK)


def answer(
    dialogue: Dialogue, cause: int, question: Question, text: str, scene: Scene
) -> Turn:
    """Read the text under its question; what does not answer it goes to the story."""
    found = scene.find(text)
    chosen_value = choose(dialogue, question.key, text)
    if question is KNOWS_MORE and passing.is_nothing(text, found):
        chosen_value = "no"
    if chosen_value is not None:
        return chosen(dialogue, cause, question.key, chosen_value, scene, text)
    if is_denied(question, text, found):
        return leave(dialogue, cause, question.key, FORGOT, text)
    if why := declined(question, text):
        return leave(dialogue, cause, question.key, SKIP, text, why)
    value = question.read(text, found)
    if value is None or belongs_elsewhere(dialogue, question, text, found):
        return misread(dialogue, cause, question, text, scene)
    dialogue = put(dialogue, question.key, Answer(value, text, Source.SAID, cause))
    dialogue = altered(
        dialogue, found={**dialogue.found, f"answer:{question.key}": found}
    )
    if question.key not in OF_NO_FLOW:
        dialogue = fill(dialogue, text, beside(question, value, found), cause)
    return go_on(dialogue, cause, question.key, acknowledge(dialogue, "ack"))


def chosen(
    dialogue: Dialogue, cause: int, key: str, value: str, scene: Scene, words: str = ""
) -> Turn:
    """Take a choice, by button, number or word."""
    if key == STORY:
        return closing.end_story(dialogue, cause, scene)
    if key == CONFIRM:
        return closing.confirm(dialogue, cause, value, scene)
    if key == FIX:
        dialogue = altered(dialogue, fixing=value, misread=0)
        return Turn(dialogue, (ask(dialogue, value, cause),))
    if key == KIND:
        return menu.choose(dialogue, cause, value)
    if key == ADDRESS:
        return choose_address(dialogue, cause, value)
    question = question_of(dialogue, key)
    if question is None:
        return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause),))
    if value in LEFT:
        return leave(dialogue, cause, key, value, words)
    label = next((c.label for c in question.choices if c.value == value), value)
    # A number means nothing to who reads it later.
    told = label if not words or words.strip().isdecimal() else words
    held = Answer(value, told, Source.SAID, cause)
    return go_on(put(dialogue, key, held), cause, key, acknowledge(dialogue, "ack"))


def choose_address(dialogue: Dialogue, cause: int, key: str) -> Turn:
    """Take what the teller wishes to be called; anything else means: as before."""
    key = key if key in ADDRESSES else NONE
    fixing = None if dialogue.fixing == ADDRESS else dialogue.fixing
    dialogue = altered(dialogue, address=key, fixing=fixing)
    ack = acknowledge(dialogue, acknowledged(key))
    return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause, ack),))


def leave(
    dialogue: Dialogue,
    cause: int,
    key: str,
    value: str,
    words: str,
    why: str = "ack.skip",
) -> Turn:
    """Leave a question without an answer; a late button takes back nothing told."""
    ack = acknowledge(dialogue, why)
    before = dialogue.answers.get(key)
    is_told = before is not None and before.source is Source.SAID
    if not is_told or dialogue.fixing == key:
        held = Answer(None, words, LEFT[value], cause)
        dialogue = put(dialogue, key, held)
    return go_on(dialogue, cause, key, ack)


def put(dialogue: Dialogue, key: str, held: Answer) -> Dialogue:
    """Put an answer under its key; correcting it is then over.

    The words that stood there before are not lost: they go to `spare`.
    """
    before = dialogue.answers.get(key)
    spare = dialogue.spare
    if before is not None and before.source is Source.SAID and before.words:
        spare = (*spare, Words(before.cause or 0, before.words))
    return altered(
        dialogue,
        answers={**dialogue.answers, key: held},
        spare=spare,
        fixing=None if dialogue.fixing == key else dialogue.fixing,
        last=key,
        misread=0,
    )


def go_on(dialogue: Dialogue, cause: int, key: str, ack: str) -> Turn:
    """Acknowledge and ask what is missing next; a call-back is filed when complete."""
    if key in OF_CALLBACK:
        return callback.go_on(dialogue, cause, ack)
    if key == KNOWS_MORE.key and not dialogue.told:
        return passing.go_on(dialogue, cause, ack)
    if dialogue.confirmed and next_key(dialogue) is None:
        ack = acknowledge(dialogue, "ack.added", code=dialogue.code)
    return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause, ack),))


def misread(
    dialogue: Dialogue, cause: int, question: Question, text: str, scene: Scene
) -> Turn:
    """Keep words that speak of something else; ask in other words, then let it be."""
    before, dialogue = dialogue, set_beside(dialogue, cause, question, text, scene)
    times = dialogue.misread
    ack = say("misread", times - 1)
    if times > PATIENCE:
        left = Answer(None, "", Source.SKIPPED, cause)
        return go_on(put(dialogue, question.key, left), cause, question.key, ack)
    key = next_key(dialogue)
    if key != question.key:
        dialogue = altered(dialogue, misread=0)
    is_heard = dialogue.answers != before.answers
    if is_heard or (times == 1 and (key != question.key or scene.find(text))):
        ack = acknowledge(dialogue, "ack.story")
    return Turn(dialogue, (ask(dialogue, key, cause, ack),))


def set_beside(
    dialogue: Dialogue, cause: int, question: Question, text: str, scene: Scene
) -> Dialogue:
    """Put words that do not answer to the story; of a call-back they are no part of it."""
    dialogue = altered(dialogue, misread=dialogue.misread + 1)
    piece, found = Words(cause, text), scene.find(text)
    if question.key in OF_CALLBACK:
        dialogue = altered(dialogue, spare=(*dialogue.spare, piece))
        return callback.renumber(dialogue, cause, text, found)
    dialogue = altered(
        dialogue,
        story=(*dialogue.story, piece),
        found={**dialogue.found, f"story.{cause}": found},
    )
    return fill(dialogue, text, found, cause)


def unsure(dialogue: Dialogue, cause: int, key: str, text: str) -> Turn:
    """Ask for a button or a number where the word alone could mean its opposite."""
    spare = (*dialogue.spare, Words(cause, text))
    dialogue = altered(dialogue, spare=spare)
    doubt = acknowledge(dialogue, "unsure", text=text.strip())
    reply = replace(ask(dialogue, key, cause), text=doubt)
    return Turn(dialogue, (reply,))


def extend(dialogue: Dialogue, text: str, scene: Scene) -> Dialogue | None:
    """Add words to the last answer and read the whole again; None if it takes none."""
    key = dialogue.last
    if key in dialogue.elsewhere:
        return elsewhere.add(dialogue, key, text, scene)
    held = dialogue.answers.get(key)
    if held is None or held.source not in (Source.SAID, *LEFT.values()):
        return None
    is_left = held.source is not Source.SAID
    words = text if is_left else "\n".join(filter(None, (held.words, text)))
    found = scene.find(words)
    value = reread(dialogue, key, held, words, found)
    if is_left and value is None:
        return None
    longer = Answer(value, words, Source.SAID, held.cause)
    return altered(
        dialogue,
        answers={**dialogue.answers, key: longer},
        found={**dialogue.found, f"answer:{key}": found},
    )


def reread(
    dialogue: Dialogue, key: str, held: Answer, words: str, found: Sequence[Entity]
) -> str | None:
    """Return what a longer answer says; a choice stays as it was made."""
    question = question_of(dialogue, key)
    if question is None:
        return words if key.startswith(OFFICER) else held.value
    is_chosen = held.value in {choice.value for choice in question.choices}
    return held.value if is_chosen else question.read(words, found) or held.value


def answer_officer(
    dialogue: Dialogue, cause: int, text: str, scene: Scene, with_it: Beside = NOTHING
) -> Turn:
    """Take the answer to an officer's question, for the tip that he asked about."""
    asked, *rest = dialogue.officer
    dialogue = altered(dialogue, officer=tuple(rest))
    held = Answer(text, text, Source.SAID, cause)
    if elsewhere.is_meant(dialogue, asked):
        dialogue = elsewhere.begin(dialogue, asked, held, scene, with_it)
    else:
        dialogue = _answer_here(dialogue, f"{OFFICER}{asked.id}", held, scene, with_it)
    ack = acknowledge(dialogue, "ack.officer")
    reply = ask(dialogue, next_key(dialogue), cause, ack, is_news=True)
    return Turn(dialogue, (reply,))


def _answer_here(
    dialogue: Dialogue, key: str, held: Answer, scene: Scene, with_it: Beside
) -> Dialogue:
    found = scene.find(held.words)
    return replace(
        put(dialogue, key, held),
        found={**dialogue.found, f"answer:{key}": found},
        shown=dialogue.shown + with_it.shown,
        pins=dialogue.pins + with_it.pins,
    )
