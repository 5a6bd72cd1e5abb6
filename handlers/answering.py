"""Answering: what words or a choice become under the question they answer."""

from dataclasses import replace

from handlers import callback, closing
from handlers.filling import fill
from handlers.informant import CALLBACK
from handlers.place import CONFIRM, FIX, OFFICER, STORY, next_key, question_of
from handlers.questions import Question
from handlers.saying import FORGOT, SKIP, acknowledge, ask, choose
from handlers.scene import Scene, Turn
from handlers.wording import say
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
    if chosen_value is not None:
        return chosen(dialogue, cause, question.key, chosen_value, scene, text)
    value = question.read(text, found)
    if value is None and dialogue.misread < PATIENCE:
        return misread(dialogue, cause, question, text, scene)
    held = Answer(value, text, Source.SAID, cause)
    dialogue = put(dialogue, question.key, held)
    dialogue = replace(
        dialogue, found={**dialogue.found, f"answer:{question.key}": found}
    )
    if question.key not in OF_CALLBACK:
        dialogue = fill(dialogue, found, cause)
    return go_on(dialogue, cause, question.key, "ack")


def chosen(
    dialogue: Dialogue, cause: int, key: str, value: str, scene: Scene, words: str = ""
) -> Turn:
    """Take a choice, by button, number or word."""
    if key == STORY:
        return closing.end_story(dialogue, cause)
    if key == CONFIRM:
        return closing.confirm(dialogue, cause, value, scene)
    if key == FIX:
        dialogue = replace(dialogue, fixing=value, misread=0)
        return Turn(dialogue, (ask(dialogue, value, cause),))
    question = question_of(dialogue, key)
    if question is None:
        return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause),))
    if value in LEFT:
        held = Answer(None, words, LEFT[value], cause)
        return go_on(put(dialogue, key, held), cause, key, "ack.skip")
    label = next((c.label for c in question.choices if c.value == value), value)
    held = Answer(value, words or label, Source.SAID, cause)
    return go_on(put(dialogue, key, held), cause, key, "ack")


def put(dialogue: Dialogue, key: str, held: Answer) -> Dialogue:
    """Put an answer under its key; correcting it is then over.

    The words that stood there before are not lost: they go to `spare`.
    """
    before = dialogue.answers.get(key)
    spare = dialogue.spare
    if before is not None and before.source is Source.SAID and before.words:
        spare = (*spare, Words(before.cause or 0, before.words))
    return replace(
        dialogue,
        answers={**dialogue.answers, key: held},
        spare=spare,
        fixing=None if dialogue.fixing == key else dialogue.fixing,
        last=key,
        misread=0,
    )


def go_on(dialogue: Dialogue, cause: int, key: str, ack_key: str) -> Turn:
    """Acknowledge and ask what is missing next; a call-back is filed when complete."""
    if key in OF_CALLBACK:
        return callback.go_on(dialogue, cause)
    if dialogue.confirmed and next_key(dialogue) is None:
        ack_key = "ack.added"
    ack = acknowledge(dialogue, ack_key, code=dialogue.code)
    return Turn(dialogue, (ask(dialogue, next_key(dialogue), cause, ack),))


def misread(
    dialogue: Dialogue, cause: int, question: Question, text: str, scene: Scene
) -> Turn:
    """Keep words that speak of something else, and ask once more in other words."""
    found = scene.find(text)
    dialogue = replace(
        dialogue,
        story=(*dialogue.story, Words(cause, text)),
        found={**dialogue.found, f"story.{cause}": found},
        misread=dialogue.misread + 1,
    )
    dialogue = fill(dialogue, found, cause)
    is_other = bool(found) and dialogue.misread == 1
    ack = say("ack.story", dialogue.turn) if is_other else ""
    ack = ack or say("misread", dialogue.misread - 1)
    key = next_key(dialogue)
    if key != question.key:
        dialogue = replace(dialogue, misread=0)
    return Turn(dialogue, (ask(dialogue, key, cause, ack),))


def unsure(dialogue: Dialogue, cause: int, key: str, text: str) -> Turn:
    """Ask for a button or a number where the word alone could mean its opposite."""
    spare = (*dialogue.spare, Words(cause, text))
    dialogue = replace(dialogue, spare=spare, misread=dialogue.misread + 1)
    doubt = say("unsure", dialogue.misread - 1, text=text.strip())
    reply = replace(ask(dialogue, key, cause), text=doubt)
    return Turn(dialogue, (reply,))


def extend(
    dialogue: Dialogue, question: Question, held: Answer, text: str, scene: Scene
) -> Dialogue:
    """Add words to an answer and read the whole again."""
    words = "\n".join(part for part in (held.words, text) if part)
    found = scene.find(words)
    is_left = held.source in (Source.SKIPPED, Source.FORGOTTEN)
    value = question.read(words, found) or held.value
    if question.choices and not is_left:
        value = held.value
    longer = Answer(value, words, Source.SAID, held.cause)
    return replace(
        dialogue,
        answers={**dialogue.answers, question.key: longer},
        found={**dialogue.found, f"answer:{question.key}": found},
    )


def answer_officer(dialogue: Dialogue, cause: int, text: str, scene: Scene) -> Turn:
    """Take the answer to an officer's question, under a key of its own."""
    asked, *rest = dialogue.officer
    key = f"{OFFICER}{asked.id}"
    found = scene.find(text)
    dialogue = replace(
        dialogue,
        officer=tuple(rest),
        answers={**dialogue.answers, key: Answer(text, text, Source.SAID, cause)},
        found={**dialogue.found, f"answer:{key}": found},
    )
    ack = say("ack.officer")
    reply = ask(dialogue, next_key(dialogue), cause, ack)
    return Turn(dialogue, (reply,))
